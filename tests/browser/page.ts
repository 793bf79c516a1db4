// One browser and one server for a test file, and a page that reports everything that went wrong in it.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { dist, serve } from '../serve.ts';
import { findBrowser } from './find-browser.ts';

export interface Visit {
  readonly page: Page;
  /** Console errors, exceptions, failed requests and requests that left the origin. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Opens pages of the built site; call at the top of a describe block or file. `prepare` may build
 * another site first, and gives its folder.
 */
export function useSite(prepare: () => string | Promise<string> = () => dist, patience?: number) {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('no browser: run the tests with npm run test:browser');
    site = await serve('/the-bend/', await prepare());
    browser = await chromium.launch({
      executablePath,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return async (path = '', options: BrowserContextOptions = {}): Promise<Visit> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(site.address) && !/^(data|blob|about):/.test(url)) {
        faults.push(`request left the site: ${url}`);
      }
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(site.address + path);
    return { page, faults, close: () => context.close() };
  };
}
