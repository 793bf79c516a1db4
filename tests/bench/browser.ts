// The benchmark in headless Chromium: each entry in a worker of its own, driven over the page. The
// clock is the processor time of Chromium's page processes, which it tells in hundredths of seconds;
// hence longer slices.

import { basename } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser/find-browser.ts';
import { serve } from '../serve.ts';
import { bundle, cache } from './bundle.ts';
import type { Reply, Request } from './host.ts';
import type { Place, Session } from './session.ts';

/** The place, or undefined where no browser is found. */
export const startBrowser = async (): Promise<Place | undefined> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) return undefined;
  const site = await serve('/', cache);
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  // Any page of the server's: it is there only to hold the workers.
  const page = await browser.newPage();
  await page.goto(`${site.address}none`);
  const system = await browser.newBrowserCDPSession();
  const processorTime = async (): Promise<number> => {
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const pages = processInfo.filter(({ type }) => type === 'renderer');
    return 1000 * pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const start = async (entry: string): Promise<Session> => {
    const script = basename(await bundle(entry, 'worker'));
    const worker = await page.evaluateHandle((url) => new Worker(url), `/${script}`);
    const send = (request: Request): Promise<Reply> =>
      worker.evaluate(
        (held, message) =>
          new Promise<Reply>((resolve, reject) => {
            held.onmessage = ({ data }) => resolve(data);
            held.onerror = ({ message: why }) => reject(new Error(why));
            held.postMessage(message);
          }),
        request,
      );
    const ask = async (request: Request): Promise<Reply> => {
      const from = await processorTime();
      const reply = await send(request);
      if (request.ask !== 'steps' || 'refused' in reply) return reply;
      return { milliseconds: (await processorTime()) - from };
    };
    return { ask, close: () => worker.evaluate((held) => held.terminate()) };
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await site.close();
  };
  return { name: 'chromium', engine: `Chromium ${browser.version()}`, slice: 200, start, close };
};
