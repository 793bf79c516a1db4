// WebKitGTK 2.50, and maybe Safari, loses the page where lines are set by `text-wrap: pretty`: the token
// --last-lines holds it for the browsers that bear it, and nothing else may ask for it.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = globSync('src/**/*.{css,astro,tsx,ts}', { cwd: root });

it('no style asks for pretty lines in WebKit', () => {
  expect(sources.length).toBeGreaterThan(100);
  const asking = sources.filter((file) =>
    /text-?wrap[\w-]*["']?:[^;,}]*pretty/i.test(readFileSync(root + file, 'utf8')),
  );
  expect(asking).toEqual([]);
});
