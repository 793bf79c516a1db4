// host.ts in a browser's worker: requests and replies are messages.
import type { Entry } from './contract.ts';
import { createHost, type Request } from './host.ts';

export const serve = (entry: Entry): void => {
  const host = createHost(entry, () => performance.now());
  self.onmessage = async ({ data }: MessageEvent<Request>) => {
    try {
      self.postMessage(await host(data));
    } catch (error) {
      self.postMessage({ refused: String(error) });
    }
  };
};
