// Whatever is clicked, typed or put into a link: nothing runs that is not the site's, nothing leaves,
// nothing is stored but two choices, and every figure comes back.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pages } from '../build/built.ts';
import { isLookedAt } from './engines/names.ts';
import { useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();
const chapters = pages
  // the same figures, in their other words, are on the Chinese pages
  .filter((page) => page !== '404.html' && !/^zh\/|data\//.test(page) && isLookedAt(page))
  .map((page) => page.replace(/index\.html$/, ''));

/** Uses `count` controls, picked by a fixed rule, as fast as they can be used. Runs in the page. */
async function useAnything(count: number) {
  const kinds = 'button, input, select, summary, [role=slider], [role=radio], [tabindex="0"]';
  let state = 1;
  const pick = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  let controls: HTMLElement[] = [];
  for (let i = 0; i < count; i++) {
    // now and then the page gets a turn, and another look at what there is
    if (i % 20 === 0) {
      await new Promise((resolve) => setTimeout(resolve));
      controls = [...document.querySelectorAll<HTMLElement>(kinds)].filter((control) =>
        control.checkVisibility(),
      );
    }
    const control = controls[pick(controls.length)];
    if (!control?.isConnected) continue;
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = pick(control.options.length);
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (control instanceof HTMLInputElement && !/radio|checkbox|file/.test(control.type)) {
      control.value = ['', '1', '-1e400', '<b>', '9'.repeat(50), String(pick(50))][pick(6)] ?? '';
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (control.matches('[role=slider]')) {
      const key = ['ArrowUp', 'ArrowLeft', 'Home', 'End', 'PageDown', 'Enter', ' '][pick(7)];
      control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    } else if (!control.matches('input[type=file]'))
      control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
}

const stored = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    copies: await caches.keys(),
  }));

describe.each(chapters)('on page "%s"', (path) => {
  it('a thousand quick uses of anything break no figure, and leave nothing behind', async () => {
    const { page, faults, close } = await open(path, { reducedMotion: 'reduce' });
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss();
    });
    await wake(page);
    await page.evaluate(useAnything, 1000);
    await page.waitForTimeout(500);
    // the page answers, and so does every figure
    for (const figure of await page.locator('figure:has(astro-island)').all()) {
      const reset = figure.locator('.action-buttons button').first();
      if (await reset.count()) await reset.click();
      expect(await figure.locator('svg').count()).toBeGreaterThan(0);
    }
    expect(await stored(page)).toEqual({
      local: expect.toSatisfy((keys: string[]) =>
        keys.every((key) => ['language', 'theme'].includes(key)),
      ),
      session: [],
      cookies: '',
      databases: [],
      copies: [],
    });
    expect(dialogs).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  }, 120_000);
});

it('remembers colours and language, and nothing else', async () => {
  const { page, close } = await open();
  await page.getByLabel('Colours').selectOption('dark');
  await page.locator('.language[hreflang="zh-CN"]').click();
  await page.waitForURL(/\/zh\//);
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({
    theme: 'dark',
    language: 'zh-CN',
  });
  await close();
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)//'",
  '%3Csvg%20onload=alert(1)%3E',
  '%',
  '%E0%A4%A',
  '%00',
  '__proto__',
  'constructor',
  'toString=1',
  '='.repeat(2000),
  '~'.repeat(2000),
  '9'.repeat(100_000),
  '1e999,1e999,1e999',
  'NaN,Infinity,-0',
  '\u202Emoc.live',
  '💥'.repeat(500),
];

it('a hostile link runs nothing, writes nothing into the page but text, and is refused in words', async () => {
  const { page, faults, close } = await open();
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    dialog.dismiss();
  });
  await wake(page);
  const ids = await page
    .locator('figure:has(astro-island)')
    .evaluateAll((figures) => figures.map(({ id }) => id));
  const elements = () =>
    page.evaluate(() => document.querySelectorAll('script, img, iframe').length);
  const before = await elements();
  const hashes = hostile.flatMap((text) => [
    `#${text}`,
    `#${text}~${text}`,
    ...ids.flatMap((id) => [`#${id}~${text}`, `#${id}~line=${text}`, `#${id}~data=${text}`]),
  ]);
  const missed = await page.evaluate(async (all) => {
    const silent: string[] = [];
    const follow = (hash: string) =>
      new Promise<void>((resolve) => {
        // the figures hear of it first, and show what they make of it a moment after
        addEventListener('hashchange', () => setTimeout(() => setTimeout(resolve)), { once: true });
        setTimeout(resolve, 500);
        location.hash = hash;
      });
    for (const hash of all) {
      await follow(hash);
      const id = /^#([\w-]+)~/.exec(hash)?.[1];
      const figure = id && document.getElementById(id);
      if (!figure || figure.querySelector('.shell > .fault')?.textContent) continue;
      silent.push(hash.slice(0, 60));
    }
    return silent;
  }, hashes);
  expect(missed).toEqual([]);
  expect(await elements()).toBe(before);
  expect(dialogs).toBe(0);
  expect(await page.evaluate(() => ({}).constructor === Object)).toBe(true);
  expect(faults).toEqual([]);
  await close();
}, 120_000);

it('a hostile link does no harm where it is opened', async () => {
  for (const text of hostile.slice(0, 5)) {
    const { page, faults, close } = await open(`#one-line~line=${text}`);
    await page.locator('#one-line astro-island:not([ssr])').waitFor({ state: 'attached' });
    await page.locator('#one-line .fault').waitFor();
    expect(faults, text).toEqual([]);
    await close();
  }
});
