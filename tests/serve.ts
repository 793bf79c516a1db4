// A static server for the built site, as plain as GitHub Pages: files under a path, gzip, 404.html.
import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export const dist = fileURLToPath(new URL('../dist/', import.meta.url));

export interface Served {
  readonly address: string;
  /** From now on every connection is dropped, or none any more. */
  readonly fallSilent: (silent: boolean) => void;
  readonly close: () => Promise<void>;
}

/** Serves `folder` under `base` ("/x/") on a free port (or `port`) of this machine. */
export async function serve(base = '/the-bend/', folder = dist, port = 0): Promise<Served> {
  let silent = false;
  const server = createServer((request, response) => {
    if (silent) request.socket.destroy();
    else answer(request.url ?? '/', response, base, folder);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('no port to listen on');
  return {
    address: `http://127.0.0.1:${listening.port}${base}`,
    fallSilent: (wish) => {
      silent = wish;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers a request for a path with the file of `folder` that it names under `base`, or with 404.html. */
export async function answer(
  url: string,
  response: ServerResponse | Http2ServerResponse,
  base: string,
  folder = dist,
): Promise<void> {
  const { pathname } = new URL(url, 'http://localhost');
  const found = pathname.startsWith(base)
    ? await locate(join(folder, normalize(decodeURIComponent(pathname.slice(base.length)))))
    : undefined;
  const file = found ?? join(folder, '404.html');
  const type = types[extname(file)] ?? 'application/octet-stream';
  const zipped = /text|javascript|json|xml/.test(type);
  const body = await bodyOf(file, zipped);
  response.statusCode = found ? 200 : 404;
  response.setHeader('content-type', type);
  if (zipped) response.setHeader('content-encoding', 'gzip');
  // as two overloads, since a union of the two has no common one
  if ('stream' in response) response.end(body);
  else response.end(body);
}

const bodies = new Map<string, { readonly time: number; readonly body: Buffer }>();

/** What is sent of a file; kept, because packing takes longer than anything else here. */
async function bodyOf(file: string, zipped: boolean): Promise<Buffer> {
  const time = (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
  const kept = bodies.get(file);
  if (kept?.time === time) return kept.body;
  const whole = await readFile(file).catch(() => Buffer.from('not found'));
  const body = zipped ? gzipSync(whole) : whole;
  bodies.set(file, { time, body });
  return body;
}

async function locate(path: string): Promise<string | undefined> {
  const entry = await stat(path).catch(() => undefined);
  if (entry?.isFile()) return path;
  if (entry?.isDirectory()) return locate(join(path, 'index.html'));
  return undefined;
}
