// A language is a folder of content/: a generated one, accented and some 40 % longer, gets its pages,
// its place in the language switch and in search engines, and fits everywhere.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { accented } from '../pseudo/accented.ts';
import { useSite } from './page.ts';

const folder = mkdtempSync(join(tmpdir(), 'pseudo-locale-'));
const built = join(folder, 'dist/');
const builder = fileURLToPath(new URL('../pseudo/build.ts', import.meta.url));

const open = useSite(() => {
  // not the environment of the test runner, which sets a base path of its own
  const { PATH, HOME } = process.env;
  execFileSync(process.execPath, [builder, folder], { env: { PATH, HOME }, stdio: 'pipe' });
  return built;
}, 400_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const paths = [
  'xx/',
  'xx/proof/',
  'xx/universal-approximation/',
  'xx/lab/',
  'xx/about/',
  'xx/data/',
];

/** Scrolls through the page until every figure is alive, and opens what is folded. */
async function wake(page: Page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  });
  await page.waitForFunction(() => document.querySelector('astro-island[ssr]') === null);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const note of document.querySelectorAll<HTMLElement>('[popover]')) note.showPopover?.();
    for (const guess of document.querySelectorAll<HTMLInputElement>('.guess input')) guess.click();
  });
  await page.waitForTimeout(400);
}

/** What does not fit, or covers something else, in words. Runs in the page. */
function misfits(): string[] {
  const faults: string[] = [];
  const show = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class')}"> ${element.textContent?.trim().slice(0, 60)}`;
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));

  if (document.documentElement.scrollWidth > innerWidth) {
    const widest = [...document.querySelectorAll('body *:not(svg *, .katex-mathml *)')].filter(
      (element) =>
        element.getBoundingClientRect().right > innerWidth && !scrolls(element.parentElement),
    );
    faults.push(...widest.map((element) => `wider than the window: ${show(element)}`));
  }
  /** The part of a box that its scrolling ancestors show. */
  const visible = (box: DOMRect, element: Element): DOMRect => {
    let { left, top, right, bottom } = box;
    for (let parent: Element | null = element; parent; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflow === 'visible') continue;
      const frame = parent.getBoundingClientRect();
      left = Math.max(left, frame.left);
      top = Math.max(top, frame.top);
      right = Math.min(right, frame.right);
      bottom = Math.min(bottom, frame.bottom);
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const texts: {
    readonly box: DOMRect;
    readonly element: Element;
    readonly figure: Element | null;
  }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement as Element;
    if (
      !node.textContent?.trim() ||
      element.closest('.katex, .visually-hidden, script, style, select')
    )
      continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      const box = visible(whole, element);
      if (box.width < 1 || box.height < 1) continue;
      if (!scrolls(element) && (box.left < -1 || box.right > innerWidth + 1))
        faults.push(`outside the window: ${show(element)}`);
      texts.push({ box, element, figure: element.closest('figure') });
    }
  }
  // a button or field that cuts its own words off
  for (const element of document.querySelectorAll<HTMLElement>(
    'button, summary, label, .segment, .readout, figcaption',
  )) {
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 2)
      faults.push(`cut off: ${show(element)}`);
  }
  // words over words, within a figure
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1, i + 60)) {
      if (!a.figure || a.figure !== b.figure || a.element === b.element) continue;
      if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (across > 3 && down > 4)
        faults.push(`one over the other: ${show(a.element)} | ${show(b.element)}`);
    }
  }
  return [...new Set(faults)];
}

/** Words that stayed plain English although content/ holds all words. Runs in the page. */
function untranslated(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement as Element;
    // formulas, citations by name, what is marked as another language, what readers type
    if (
      element.closest(
        '.katex, math, .fact, script, style, code, .citation, textarea, :not(html)[lang], [translate=no]',
      )
    )
      continue;
    if (/[a-z]{3,}/i.test(node.textContent ?? '')) found.push(node.textContent?.trim() ?? '');
  }
  for (const element of document.querySelectorAll(
    '[aria-label], [title], [placeholder], [aria-valuetext]',
  )) {
    if (element.closest('.citation, :not(html)[lang]')) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) {
      const text = element.getAttribute(name) ?? '';
      if (/[a-z]{3,}/i.test(text)) found.push(`${name}: ${text}`);
    }
  }
  return [...new Set(found)];
}

it.each(paths)(
  'the accented page "%s" fits, and has no word that does not come from content/',
  async (path) => {
    const { page, faults, close } = await open(path, {
      viewport: { width: 360, height: 800 },
      reducedMotion: 'reduce',
    });
    await wake(page);
    expect(await page.evaluate(untranslated)).toEqual([]);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      // at the top, where no picture has stuck to the window yet to stay in sight
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(100);
      // nothing cut off, nothing over another
      expect(await page.evaluate(misfits), `at ${width} px`).toEqual([]);
    }
    expect(faults).toEqual([]);
    await close();
  },
);

it('is in the language switch, in the heads of pages and in the sitemap', async () => {
  const { page, close } = await open('proof/');
  await page.getByRole('link', { name: 'Áççééññţšš' }).first().click();
  await page.waitForURL(/\/xx\/proof\//);
  expect(await page.locator('html').getAttribute('lang')).toBe('en-XA');
  const links = page.locator('link[rel=alternate][hreflang]');
  expect(
    await links.evaluateAll((all) => all.map((link) => link.getAttribute('hreflang'))),
  ).toEqual(['en', 'en-XA', 'x-default']);
  expect(await page.locator('h1').textContent()).toMatch(/^Ļááýýééŕšš/);
  expect(readFileSync(join(built, 'sitemap-0.xml'), 'utf8')).toContain('hreflang="en-XA"');
  await close();
});

it('is found at its own address where the site has a domain to itself', () => {
  const head = readFileSync(join(built, 'xx/proof/index.html'), 'utf8');
  const at = (path: string) => `href="https://learn.example/${path}"`;
  expect(head).toContain(`<link rel="canonical" ${at('xx/proof/')}>`);
  expect(head).toContain(`<link rel="alternate" hreflang="en-XA" ${at('xx/proof/')}>`);
  expect(head).toContain(`<link rel="alternate" hreflang="en" ${at('proof/')}>`);
  expect(head).toContain(`<link rel="alternate" hreflang="x-default" ${at('proof/')}>`);
  expect(head).toContain('"translationOfWork":{"@id":"https://learn.example/proof/"}');
  expect(readFileSync(join(built, 'sitemap-0.xml'), 'utf8')).toContain(
    '<loc>https://learn.example/xx/proof/</loc>',
  );
});

it('is some 40 % longer than English, and keeps {names}', () => {
  const sentence = 'One neuron draws one line: {correct} of {total} points are on their own side.';
  expect(accented(sentence).length / sentence.length).toBeGreaterThan(1.38);
  expect(accented(sentence)).toContain('{correct} óóƒ {total}');
});
