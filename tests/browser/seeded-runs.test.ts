// The same bits everywhere: the core, as it is written, ends its seeded runs in this engine as in Node,
// in a page and in a worker. (That the built site's worker does so too is tested with the figures.)
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { seededRunHashes } from '../core/seeded-runs.ts';
import stored from '../fixtures/seeded-runs.json' with { type: 'json' };
import { useSite } from './page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'seeded-runs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A module as a browser takes it: without types, its imports under the names it is served by. */
function publish(file: string) {
  const source = stripTypeScriptTypes(readFileSync(join(root, file), 'utf8'));
  const target = join(folder, file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, source.replaceAll(/(from '[^']+)\.ts'/g, "$1.js'"));
}

const open = useSite(() => {
  const core = readdirSync(join(root, 'src/core'), { recursive: true, encoding: 'utf8' });
  for (const file of core.filter((name) => name.endsWith('.ts'))) publish(join('src/core', file));
  publish('tests/core/seeded-runs.ts');
  const runs = "import { seededRunHashes } from './tests/core/seeded-runs.js';\n";
  writeFileSync(
    join(folder, 'page.js'),
    `${runs}document.body.textContent = JSON.stringify(seededRunHashes());`,
  );
  writeFileSync(
    join(folder, 'worker.js'),
    `${runs}postMessage(JSON.stringify(seededRunHashes()));`,
  );
  writeFileSync(
    join(folder, 'start.js'),
    `new Worker('worker.js', { type: 'module' }).onmessage = ({ data }) => {
      document.body.textContent = data;
    };`,
  );
  for (const name of ['page', 'start']) {
    const script = `<script type="module" src="${name}.js"></script>`;
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><link rel="icon" href="data:,"><body>${script}`,
    );
  }
  return folder;
});

it.each(['page', 'start'])('the seeded runs end in the bits of Node (%s)', async (name) => {
  const { page, faults, close } = await open(`${name}.html`);
  const text = () => page.evaluate(() => document.body.textContent ?? '');
  await expect.poll(text, { timeout: 60_000 }).toContain('{');
  const hashes: unknown = JSON.parse(await text());
  expect(hashes).toEqual(seededRunHashes());
  expect(hashes).toEqual(stored);
  expect(faults).toEqual([]);
  await close();
});
