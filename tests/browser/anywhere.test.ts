// The built files know nothing of where they are served.
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { serve } from '../serve.ts';
import { findBrowser } from './find-browser.ts';

it.each(['/', '/the-bend/', '/some/folder/deep/'])(
  'the built site works under %s',
  async (base) => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('no browser: run the tests with npm run test:browser');
    const site = await serve(base);
    const browser = await chromium.launch({
      executablePath,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });

    await page.goto(site.address);
    await page.locator('#hero[data-alive]').waitFor();
    // an island, its props file, and a worker with its files
    const training = page.locator('#train-2-2-1');
    await training.scrollIntoViewIfNeeded();
    await training.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
    const worker = page.waitForEvent('worker');
    await training.locator('button.primary').first().click();
    expect((await worker).url()).toContain(`${base}_astro/`);
    await page.waitForFunction(
      () => !document.querySelector('#train-2-2-1 .readout')?.textContent?.includes('Step 300'),
    );
    await page.locator('.way-on .after').click();
    await page.waitForURL(`${site.address}proof/`);
    expect(faults).toEqual([]);
    await browser.close();
    await site.close();
  },
);
