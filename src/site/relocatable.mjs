// Makes the built site independent of where it is served: every address that points into the
// site becomes relative to its own page, so the same files work under any path. The 404 page
// keeps absolute addresses, because a server shows it at any depth.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const attributes = /\b(href|src|component-url|renderer-url|before-hydration-url|action)="([^"]*)"/g;

/** The address `target` (starting with `base`) as seen from the page at `page`, both within the site. */
export function relativeAddress(target, base, page) {
  const [, path, rest] = /^([^?#]*)(.*)$/.exec(target.slice(base.length));
  let address = posix.relative(posix.dirname(`/${page}`), `/${path}`) || '.';
  if (path === '' || path.endsWith('/')) address += '/';
  // a bare "x.js" would be a package name to import()
  if (!address.startsWith('.')) address = `./${address}`;
  return address + rest;
}

/** @param {{ base: string }} options */
export function relocatable({ base }) {
  return {
    name: 'relocatable',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html') && name !== '404.html')) {
          const page = relative(root, join(root, file)).split(sep).join('/');
          const html = await readFile(join(root, file), 'utf8');
          const relocated = html.replace(attributes, (whole, name, value) =>
            value.startsWith(base) && !value.startsWith('//')
              ? `${name}="${relativeAddress(value, base, page)}"`
              : whole,
          );
          await writeFile(join(root, file), relocated);
        }
      },
    },
  };
}
