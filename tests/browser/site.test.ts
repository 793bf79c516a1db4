// What holds on every page, before and after its figures wake.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fonts } from '../../src/site/fonts/subset.mjs';
import { can, needs, paths, useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** Keeps a record of everything that moves by itself. Runs in the page. */
function watchShifts() {
  const shifts: Shift[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node?: Node; currentRect: DOMRect; previousRect: DOMRect }[];
    })[]) {
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
        const element = node instanceof Element ? node : node?.parentElement;
        const where = element?.closest('[id]')?.id;
        return `${where}: ${previousRect.y} → ${currentRect.y} ${element?.outerHTML.slice(0, 90)}`;
      });
      shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Where the parts of each figure that sleeps, or has slept, are within it. Runs in the page. */
function standing(): Record<string, string> {
  const places: Record<string, string> = {};
  for (const figure of document.querySelectorAll('figure[id]')) {
    if (figure.querySelector('astro-island[ssr]')) figure.setAttribute('data-slept', '');
    if (!figure.hasAttribute('data-slept')) continue;
    const { top, height } = figure.getBoundingClientRect();
    places[figure.id] = `${Math.round(height)} px high`;
    for (const part of figure.querySelectorAll('.drawing, .controls, .readout, .actions')) {
      const box = part.getBoundingClientRect();
      places[`${figure.id} ${part.className}`] =
        `${Math.round(box.top - top)} px down, ${Math.round(box.height)} px high`;
    }
  }
  return places;
}

/** What makes the page wider than the window. Runs in the page. */
function tooWide(): string[] {
  // WebKit rounds what overflows by a fraction up to a pixel, and so it does not scroll
  if (document.documentElement.scrollWidth <= innerWidth + 1) return [];
  return [...document.querySelectorAll('main *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 100))
    .slice(0, 5);
}

/** What stands on the page in each font of the site's own, by the file it comes from. Runs in the page. */
function written(): Record<string, string> {
  const characters: Record<string, Set<string>> = {};
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!parent || parent.closest('script, style, noscript, math')) continue;
    const { fontFamily, fontStyle, fontWeight } = getComputedStyle(parent);
    const family = fontFamily.replace(/["']|,.*/g, '').toLowerCase();
    if (!/^(katex_|source serif$)/.test(family)) continue;
    const name = family.startsWith('katex')
      ? family.replace('_', '-') + (family === 'katex_main' && +fontWeight > 500 ? '-bold' : '')
      : `source-serif-${fontStyle === 'italic' ? 'italic' : 'roman'}`;
    characters[name] ??= new Set();
    for (const character of text.textContent ?? '') characters[name].add(character);
  }
  return Object.fromEntries(
    Object.entries(characters).map(([name, set]) => [name, [...set].join('')]),
  );
}

/** Of what is written, what a font lacks, but for Chinese, and Greek in prose, which the reader's own fonts have. */
const lacking = (text: Record<string, string>) =>
  Object.entries(text).flatMap(([name, characters]) =>
    [...characters]
      .filter((character) => !/\s|\p{Default_Ignorable_Code_Point}|\p{Script=Han}/u.test(character))
      .filter((character) => !(name.startsWith('source') && /√|\p{Script=Greek}/u.test(character)))
      .filter((character) => !fonts[name]?.text.includes(character))
      .map((character) => `${character} in ${name}`),
  );

/** The system's fonts in the English text, where the site's own should be: by the element that is set in them. */
async function strangers(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const found: string[] = [];
  for (const selector of ['main h1', 'main p:not(:empty)', 'main em', 'main strong', 'main cite']) {
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    if (nodeId === 0) continue;
    const { fonts: used } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont } of used) {
      if (!isCustomFont) found.push(`${selector}: ${familyName}`);
    }
  }
  await session.detach();
  return found;
}

describe.each(paths)('page "%s"', (path) => {
  it('shifts no layout while its figures wake, has the fonts it needs, and does not scroll sideways', async () => {
    const { page, close } = await open(path);
    if (can('layout shifts as performance entries')) await page.evaluate(watchShifts);
    // a figure that wakes out of sight shifts nothing; one may wake in sight on a slow machine
    await page.evaluate(() => document.fonts.ready);
    const asleep = await page.evaluate(standing);
    await wake(page);
    expect(await page.evaluate(standing)).toEqual(asleep);
    const text = await page.evaluate(written);
    if (!path.startsWith('zh/')) expect(text).toHaveProperty('source-serif-roman');
    expect(lacking(text), 'add these to src/site/fonts/subset.mjs, then npm run fonts').toEqual([]);
    for (const width of [1280, 768, 360]) {
      if (width < 1280) await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(tooWide), `at ${width} px`).toEqual([]);
      if (width < 1280 || !can('layout shifts as performance entries')) continue;
      await page.waitForTimeout(100);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
      // the web font may move a line by a hair when it replaces its fallback
      expect(shifts.filter(({ value }) => value > 0.005)).toEqual([]);
    }
    await close();
  });
});

it.each(paths.filter((path) => !path.startsWith('zh/')))(
  'has its own fonts from the first paint of "%s" on',
  async (path) => {
    needs('the DevTools protocol');
    let found: string[] = [];
    // a machine with much else to do may miss the tenth of a second that text waits for its font
    for (let attempt = 0; attempt < 3; attempt++) {
      const { page, close } = await open(path);
      found = await strangers(page);
      await close();
      if (found.length === 0) break;
    }
    expect(found).toEqual([]);
  },
);

it('opens the page a shared figure link points to, at the figure, in its state', async () => {
  const { page, faults, close } = await open('#neuron~line=1,0,-0.5');
  const figure = page.locator('#neuron');
  await figure.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
  await page.waitForFunction(
    () =>
      (document.querySelector('#neuron .number input') as HTMLInputElement | null)?.value === '1',
  );
  const box = await figure.boundingBox();
  expect(box?.y).toBeLessThan(900);
  expect(faults).toEqual([]);
  await close();
});

it('says so when a figure link is broken, and keeps the figure as it was', async () => {
  const { page, faults, close } = await open('#neuron~line=1,0,oops');
  const fault = page.locator('#neuron .fault');
  await fault.waitFor();
  expect(await fault.textContent()).toContain('line=1,0,oops');
  expect(await page.locator('#neuron .number input').first().inputValue()).toBe('0.9');
  expect(faults).toEqual([]);
  await close();
});
