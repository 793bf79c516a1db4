// One browser for all the files a worker runs; it goes when the worker goes. One that has died, or no
// longer answers, is followed by another: a test can end the browser it runs in, not those after it.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launch } from './launch.ts';
import { engine } from './names.ts';

let shared: Promise<Browser> | undefined;

/** The browser, or a new one where the last has gone. */
export async function browser(): Promise<Browser> {
  const last = await shared?.catch(() => undefined);
  if (!last?.isConnected()) shared = launch(engine);
  return shared as Promise<Browser>;
}

/** Nothing that is asked of a browser here takes longer, on a machine however busy. */
const patience = 30_000;

/** What `work` comes to; where that takes too long, the browser is ended. */
async function inTime<T>(used: Browser, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      shared = undefined;
      used.close().catch(() => {});
      const after = `after ${patience / 1000} s: it is ended, the next test gets another`;
      reject(new Error(`${engine} did not ${what} ${after}`));
    }, patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {}); // what comes too late fails with its browser
  }
}

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Fails where the browser died meanwhile, or does not close the page. */
  readonly close: () => Promise<void>;
}

/** An empty page in a context of its own. */
export async function emptyPage(options: BrowserContextOptions): Promise<Opened> {
  const attempt = async (): Promise<Opened> => {
    const used = await browser();
    const open = async () => {
      const context = await used.newContext(options);
      return { context, page: await context.newPage() };
    };
    const { context, page } = await inTime(used, 'open a page', open());
    let closed = false;
    const close = async () => {
      if (closed) return;
      closed = true;
      if (!used.isConnected())
        throw new Error(`${engine} died in this test; the next test gets another`);
      await inTime(used, 'close a page', context.close());
    };
    return { context, page, close };
  };
  // an earlier test may have left a browser that is dying, or that does not answer
  return attempt().catch(attempt);
}
