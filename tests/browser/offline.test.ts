// After one visit the site is there without a connection, whole and of one version; and it can be told
// not to stay.
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { serviceWorker } from '../../src/site/offline/integration.mjs';
import { pages } from '../build/built.ts';
import { dist } from '../serve.ts';
import { useSite } from './page.ts';

const kept: BrowserContextOptions = { serviceWorkers: 'allow' };
const folder = mkdtempSync(join(tmpdir(), 'offline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until a copy is whole and this page is served from it. */
const whole = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
    timeout: 40_000,
  });

const caches = (page: Page) => page.evaluate(() => globalThis.caches.keys());
const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

describe('after one visit', () => {
  const open = useSite();

  it('every page reads and every figure works without a connection', async () => {
    const { page, faults, disconnect, close } = await open('', kept);
    await whole(page);
    await disconnect();
    for (const path of pages.map((file) => file.replace(/index\.html$/, ''))) {
      await page.goto(new URL(path, page.url().replace(/the-bend\/.*/, 'the-bend/')).href);
      expect(await page.locator('h1').textContent(), path).not.toBe('');
      await page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
          scrollTo({ top: y, behavior: 'instant' });
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
      });
      await page.waitForFunction(() => document.querySelector('astro-island[ssr]') === null);
    }
    await page.goto(page.url().replace(/the-bend\/.*/, 'the-bend/'));
    const figure = page.locator('#train-2-2-1');
    await figure.scrollIntoViewIfNeeded();
    await figure.getByRole('button', { name: 'Train from the start' }).click();
    await expect.poll(() => figure.locator('.readout').textContent()).not.toContain('Step 300');
    expect(faults).toEqual([]);
    await close();
  }, 120_000);

  it('an address without its last slash leads to the page, and a wrong one to the 404 page', async () => {
    const { page, disconnect, close } = await open('', kept);
    await whole(page);
    await disconnect();
    const root = page.url();
    // not page.goto(), which in WebKit hears nothing of what the copy leads elsewhere
    await page
      .evaluate((to) => void setTimeout(() => location.assign(to)), `${root}zh/proof`)
      .catch(() => {}); // its answer may go with the page
    await expect.poll(() => page.url(), { timeout: 10_000 }).toBe(`${root}zh/proof/`);
    await page.locator('html[lang="zh-CN"] h1').waitFor();
    await page.goto(`${root}zh/proof/index.html`);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    const answer = await page.goto(`${root}nothing/here/`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('h1').textContent()).toBe('This page does not exist');
    await close();
  });

  it('the copy goes when the reader wants none, and comes back when asked to', async () => {
    const { page, faults, close } = await open('about/', kept);
    await whole(page);
    const control = page.locator('.offline');
    await expect.poll(() => control.locator('p').textContent()).toMatch(/keeps a copy/);
    await control.getByRole('button', { name: 'Remove the copy' }).click();
    await expect.poll(() => control.locator('p').textContent()).toMatch(/keeps no copy/);
    expect(await registrations(page)).toBe(0);
    expect(await caches(page)).toEqual([expect.stringMatching(/ off$/)]);

    // the next visit respects it
    await page.reload();
    await page.waitForTimeout(5000);
    expect(await registrations(page)).toBe(0);

    await control.getByRole('button', { name: 'Keep a copy' }).click();
    await expect
      .poll(() => control.locator('p').textContent(), { timeout: 40_000 })
      .toMatch(/keeps a copy/);
    expect(await caches(page)).toEqual([expect.not.stringMatching(/ off$/)]);
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
    expect(faults).toEqual([]);
    await close();
  }, 90_000);
});

describe('when a new version is published', () => {
  const site = join(folder, 'site/');
  const open = useSite(() => {
    cpSync(dist, site, { recursive: true });
    return site;
  });

  /** Publishes other pages and files under other names, as a build of changed sources does. */
  async function publish() {
    const texts = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(html|js|css)$/.test(file),
    );
    for (const file of texts) {
      const text = readFileSync(join(site, file), 'utf8')
        .replaceAll(/(?<=\.[\w-]{8})(?=\.(?:js|css)\b)/g, 'x')
        .replace('<html ', '<html data-version="second" ');
      writeFileSync(join(site, file), text);
    }
    for (const file of readdirSync(join(site, '_astro'))) {
      const renamed = file.replace(/(?<=\.[\w-]{8})(?=\.(?:js|css)$)/, 'x');
      renameSync(join(site, '_astro', file), join(site, '_astro', renamed));
    }
    writeFileSync(join(site, 'service-worker.js'), await serviceWorker(site));
  }

  it('a page in use goes on with its own files, and the next page is whole and new', async () => {
    const { page, faults, close } = await open('', kept);
    await whole(page);
    const before = await caches(page);
    expect(before).toHaveLength(1);
    await publish();
    await page.evaluate(async () => {
      navigator.serviceWorker.addEventListener('controllerchange', () =>
        Object.assign(globalThis, { renewed: true }),
      );
      await (await navigator.serviceWorker.ready).update();
    });
    await expect.poll(() => caches(page), { timeout: 40_000 }).toHaveLength(2);
    await page.waitForFunction(() => 'renewed' in globalThis, null, { timeout: 40_000 });
    // the old page: its last figure wakes from files that no server has any more
    const figure = page.locator('#depth');
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
    expect(faults).toEqual([]);

    const asked: string[] = [];
    page.on('response', (response) => asked.push(response.url()));
    await page.goto(`${page.url()}proof/`);
    expect(await page.locator('html').getAttribute('data-version')).toBe('second');
    const assets = asked.filter((url) => /_astro\/.*\.(js|css)$/.test(url));
    expect(assets.length).toBeGreaterThan(1);
    for (const url of assets) expect(url).toMatch(/x\.(js|css)$/);
    expect(faults).toEqual([]);
    await close();
  }, 120_000);

  it('a copy is not made of files that do not belong together', async () => {
    const { page, close } = await open('about/', kept);
    await whole(page);
    const before = await caches(page);
    // half published: the worker of one version, a page of another
    const worker = readFileSync(join(site, 'service-worker.js'), 'utf8');
    writeFileSync(join(site, 'service-worker.js'), worker.replace(/"version":"\w/, '"version":"z'));
    writeFileSync(join(site, 'index.html'), '<!doctype html><title>half</title>');
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const coming = registration.installing;
      await new Promise((resolve) => {
        if (!coming) resolve(undefined);
        coming?.addEventListener('statechange', resolve);
      });
      return coming?.state;
    });
    expect(failed).toBe('redundant');
    await page.goto(page.url().replace('about/', ''));
    expect(await page.title()).not.toBe('half');
    expect(await page.locator('h1').count()).toBe(1);
    expect(before).toHaveLength(1);
    await close();
  }, 90_000);
});
