// The built site as GitHub Pages and its like send it: zipped, over HTTP/2, encrypted. The certificate is made
// for the run, so the browser has to be told to take it.
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { answer } from '../../serve.ts';

/** Serves dist/ under `base` ("/x/") on a free port of this machine. */
export async function serveEncrypted(
  base: string,
): Promise<{ readonly address: string; readonly close: () => void }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  const server = createSecureServer({ key, cert }, (request, response) =>
    answer(request.url, response, base),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `https://127.0.0.1:${port}${base}`, close: () => server.close() };
}
