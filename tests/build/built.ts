// The built site as the tests of this folder see it: files, parsed pages, gzipped sizes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { dist } from '../serve.ts';

/** Paths of all built files, relative to the site, with forward slashes. */
export const files: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/'));

export const pages: readonly string[] = files.filter((file) => file.endsWith('.html'));

export const read = (file: string): string => readFileSync(join(dist, file), 'utf8');

const parsed = new Map<string, Document>();

/** A page as a document, parsed once; not to be changed. */
export function parse(file: string): Document {
  const document = parsed.get(file) ?? parseHTML(read(file)).document;
  parsed.set(file, document);
  return document;
}

/** Size in bytes as a server sends it: gzip for text, as it is for fonts and pictures. */
export function transferred(file: string): number {
  const body = readFileSync(join(dist, file));
  return /\.(woff2|png)$/.test(file) ? body.length : gzipSync(body, { level: 9 }).length;
}

/** The file an address on `page` stands for, or undefined when it leaves the site. */
export function target(address: string, page: string): string | undefined {
  if (/^[a-z]+:/i.test(address) || address.startsWith('//')) return undefined;
  const path = decodeURIComponent(new URL(address, `http://site/${page}`).pathname).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
