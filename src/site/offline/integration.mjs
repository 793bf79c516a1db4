// Writes the service worker when everything else is written: it names every file a page may need and
// its digest. OFFLINE=off builds a site without, whose worker removes the copies of earlier versions.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const kept = /\.html$|^_astro\/|^favicon\.svg$/;

/** The address of a built file under the site's: a page is its folder. */
const addressOf = (file) => file.replace(/(^|\/)index\.html$/, '$1') || './';

/**
 * What a copy of the site holds: addresses, relative to the site, with the digest of each file. The
 * version is the digest of all that.
 * @param {readonly (readonly [file: string, body: Uint8Array])[]} built
 */
export function copyOf(built) {
  const files = Object.fromEntries(
    built
      .filter(([file]) => kept.test(file))
      .map(([file, body]) => [
        addressOf(file),
        `sha256-${createHash('sha256').update(body).digest('base64')}`,
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const all = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  return { version: all.slice(0, 16), files };
}

/** The service worker of a built folder; without `offline`, the one that clears up. */
export async function serviceWorker(root, offline = true) {
  const source = (name) => readFile(new URL(name, import.meta.url), 'utf8');
  if (!offline) return source('farewell.js');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const built = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const file = path.slice(join(root, sep).length).split(sep).join('/');
        return [file, await readFile(path)];
      }),
  );
  const worker = await source('service-worker.js');
  return worker.replace(/\/\* SITE \*\/ \{.*\}/, () => JSON.stringify(copyOf(built)));
}

/** @param {{ offline: boolean }} options */
export function offlineCopy({ offline }) {
  return {
    name: 'offline-copy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        await writeFile(join(root, 'service-worker.js'), await serviceWorker(root, offline));
      },
    },
  };
}
