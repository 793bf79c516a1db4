// Figures get their words as props, and Astro writes props into the page a second time, escaped. For
// islands woken by `client:figure` this moves them into files, so that a reader who never scrolls to
// a figure never downloads them, and the page itself stays small.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entities = {
  quot: '"',
  '#34': '"',
  '#38': '&',
  '#39': "'",
  '#x27': "'",
  amp: '&',
  lt: '<',
  gt: '>',
};
const plainText = (text) => text.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole);
const island = /(<astro-island [^>]*?) props="([^"]*)"([^>]*client="figure"[^>]*>)/g;

/** @param {{ base: string }} options */
export function islandProps({ base }) {
  return {
    name: 'island-props',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({
          name: 'figure',
          entrypoint: fileURLToPath(new URL('./figure-directive.mjs', import.meta.url)),
        });
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        await mkdir(join(root, '_astro/props'), { recursive: true });
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const written = [];
          const html = await readFile(join(root, file), 'utf8');
          const lighter = html.replace(island, (_whole, before, props, after) => {
            const json = plainText(props);
            const name = `${createHash('sha256').update(json).digest('hex').slice(0, 10)}.json`;
            written.push(writeFile(join(root, '_astro/props', name), json));
            return `${before} props-url="${base}_astro/props/${name}"${after}`;
          });
          await Promise.all(written);
          if (lighter !== html) await writeFile(join(root, file), lighter);
        }
      },
    },
  };
}
