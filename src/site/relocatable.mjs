// Makes the built site independent of where it is served: every address that points into the
// site becomes relative to its own page, so the same files work under any path. The 404 page
// keeps absolute addresses, because a server shows it at any depth.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const attributes =
  /\b(href|src|component-url|props-url|renderer-url|before-hydration-url|action)="([^"]*)"/g;

/** What to rewrite, by the ending of the file. */
const rewriters = {
  '.html': (html, here) =>
    html.replace(attributes, (_whole, name, address) => `${name}="${here(address)}"`),
  '.css': (css, here) =>
    css.replace(
      /url\((["']?)([^"')]+)\1\)/g,
      (_whole, quote, address) => `url(${quote}${here(address)}${quote})`,
    ),
};

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
        for (const file of files) {
          const rewrite = rewriters[extname(file)];
          if (!rewrite || file === '404.html') continue;
          const page = file.split(sep).join('/');
          const text = await readFile(join(root, file), 'utf8');
          const here = (address) =>
            address.startsWith(base) ? relativeAddress(address, base, page) : address;
          await writeFile(join(root, file), rewrite(text, here));
        }
      },
    },
  };
}
