// Pages of the built site in the browser this run is about, and a record of all that goes wrong in them.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished, TestRunner } from 'vitest';
import { pages } from '../build/built.ts';
import { dist, serve } from '../serve.ts';
import { headerOf } from './engines/emulation.ts';
import { engine, isLookedAt, likeAnother } from './engines/names.ts';
import { needs } from './engines/needs.ts';
import { browser, emptyPage } from './engines/shared.ts';

export { can, needs } from './engines/needs.ts';
export { engine };

/** The pages of the site, as their addresses end, that this engine looks at: all, or one of each kind. */
export const paths: readonly string[] = pages
  .filter((page) => engine === 'chromium' || !likeAnother.test(page))
  .filter(isLookedAt)
  .map((page) => page.replace(/index\.html$/, ''));

export interface Visit {
  readonly page: Page;
  /** Console errors, exceptions, failed requests and requests that left the origin. */
  readonly faults: readonly string[];
  /** Cuts the connection to the site, until the visit ends. */
  readonly disconnect: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * What an engine says although nothing is wrong. WebKit does not know one directive of the policy and
 * goes by default-src, which forbids more. Firefox lays out formulas of which half has arrived (that
 * they are whole at the end is tested on the built pages).
 */
const harmless =
  /^Unrecognized Content-Security-Policy directive 'manifest-src'|^Incorrect number of children for <m\w+\/> tag/;

/**
 * Opens pages of the built site, served under `base`; call at the top of a describe block or file.
 * `prepare` may build another site first, and gives its folder.
 */
export function useSite(
  prepare: () => string | Promise<string> = () => dist,
  patience?: number,
  base = '/the-bend/',
) {
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    const started = browser();
    site = await serve(base, await prepare());
    await started;
  }, patience ?? 120_000);
  afterAll(() => site?.close());

  /** `before` meets the page while it is still empty. */
  return async (
    path = '',
    options: BrowserContextOptions = {},
    before?: (page: Page) => Promise<unknown>,
  ): Promise<Visit> => {
    if (options.hasTouch || options.isMobile) needs('touch emulation');
    const { context, page, close } = await emptyPage({
      viewport: { width: 1280, height: 900 },
      // the offline copy has tests of its own, and is not made behind the back of others
      ...(engine === 'chromium' ? { serviceWorkers: 'block', ...options } : translated(options)),
    });
    // what a test leaves open because it failed does not run on beside the next one
    if (TestRunner.getCurrentTest()) onTestFinished(close);
    if (engine !== 'chromium') {
      if (options.serviceWorkers !== 'allow') {
        await page.addInitScript(() =>
          Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'),
        );
      }
      page.emulateMedia = (wishes = {}) => page.setExtraHTTPHeaders(headerOf(wishes));
    }
    const faults: string[] = [];
    page.on('console', (message) => {
      const text = message.text();
      // browsers ask for this by themselves where a document is a picture
      if (message.location().url.endsWith('/favicon.ico')) return;
      if (message.type() === 'error' && !harmless.test(text)) faults.push(`console: ${text}`);
    });
    // what the content policy stops is a fault even where the browser does not print it
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      ),
    );
    page.on('pageerror', ({ message }) => {
      if (!harmless.test(message)) faults.push(`exception: ${message}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(site.address) && !/^(data|blob|about):/.test(url)) {
        faults.push(`request left the site: ${url}`);
      }
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
    // whatever an earlier test may have left
    site.fallSilent(false);
    await before?.(page);
    await page.goto(site.address + path);
    // tests look at pages that have been open for a while; opening.test.ts looks at how they open
    if (options.javaScriptEnabled ?? true) {
      await page.evaluate(() => delete document.documentElement.dataset['opening']);
    }
    return {
      page,
      faults,
      disconnect: async () => {
        if (engine === 'chromium') await context.setOffline(true);
        else site.fallSilent(true);
      },
      close: async () => {
        site.fallSilent(false);
        await close();
      },
    };
  };
}

/** The options as the programs that stand for Firefox and WebKit take them. */
function translated(options: BrowserContextOptions): BrowserContextOptions {
  const {
    colorScheme,
    reducedMotion,
    forcedColors,
    javaScriptEnabled,
    serviceWorkers: _,
    ...rest
  } = options;
  const wishes = {
    colorScheme: colorScheme ?? 'light',
    reducedMotion: reducedMotion ?? 'no-preference',
    forcedColors: forcedColors ?? 'none',
    javaScriptEnabled: javaScriptEnabled ?? true,
  };
  return { ...rest, colorScheme: wishes.colorScheme, extraHTTPHeaders: headerOf(wishes) };
}
