// Every page when the reader enlarges it, spaces its text out, uses a finger, or has the system choose
// the colours.
import { expect, it } from 'vitest';
import { lost, small } from './measures.ts';
import { operate } from './operate.ts';
import { can, paths, useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();

/** Twice and four times the size on a screen 1280 wide; text spacing of WCAG 1.4.12 on top. */
const enlarged = [
  { zoom: '200 %', width: 640, height: 512 },
  { zoom: '400 %', width: 320, height: 256 },
];
const spacedOut = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
  .katex *, .katex, math, math *, .brace { line-height: revert-layer !important; letter-spacing: normal !important; word-spacing: normal !important }`;

it.each(paths)(
  'page "%s", all of it used, loses nothing at 200 % and 400 %, nor with its text spaced out, nor has small targets',
  async (path) => {
    const touch = can('touch emulation');
    const { page, close } = await open(path, {
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
      ...(touch && { hasTouch: true }),
    });
    await wake(page);
    await operate(page);
    if (touch) expect(await small(page)).toEqual([]);
    for (const spacing of ['', spacedOut]) {
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets.push(sheet);
      }, spacing);
      for (const { zoom, ...viewport } of enlarged) {
        await page.setViewportSize(viewport);
        expect(await lost(page), `${zoom} ${spacing && 'spaced out'}`).toEqual([]);
      }
    }
    await close();
  },
);

it.each(paths)(
  'on page "%s" no line begins with the mark that follows a formula, and none is wider than its window',
  async (path) => {
    const { page, close } = await open(path);
    const parted: string[] = [];
    const wide: number[] = [];
    for (const width of [320, 344, 360, 380, 400, 430, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      parted.push(
        ...(await page.evaluate(() =>
          [...document.querySelectorAll('.unbroken')].flatMap((whole) => {
            const mark = new Range();
            mark.selectNodeContents(whole.lastChild as Text);
            const box = [...whole.querySelectorAll('.katex-html > *')].at(-1) as Element;
            // a mark stands after the last box of its formula, at most a hair within it
            return mark.getBoundingClientRect().left < box.getBoundingClientRect().right - 4
              ? [`${innerWidth}: ${whole.querySelector('math')?.textContent}`]
              : [];
          }),
        )),
      );
      // a mark that hangs over the edge is in no element's box
      const sideways = () =>
        document.documentElement.scrollWidth > document.documentElement.clientWidth;
      if (await page.evaluate(sideways)) wide.push(width);
    }
    expect(parted).toEqual([]);
    expect(wide, 'widths at which the page scrolls sideways').toEqual([]);
    await close();
  },
);

it.each(paths)(
  'on page "%s" the name of no axis lies in its picture, and controls in a row are level',
  async (path) => {
    const { page, close } = await open(path);
    await wake(page);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const wrong = await page.evaluate(() => {
        const box = (element: Element) => element.getBoundingClientRect();
        const inside = [...document.querySelectorAll('.plane, .log-live, .loss, .chart')].flatMap(
          (picture) => {
            const window = box(picture.querySelector('.plane-ground, .pick-ground') ?? picture);
            return [...picture.querySelectorAll('.axis-name, .axis-x, .axis-y')]
              .filter((name) => {
                const { left, right, top, bottom } = box(name);
                // letters are lower than the box of their line
                const beyond = bottom - 3 <= window.top || top + 3 >= window.bottom;
                return !beyond && right > window.left + 1 && left < window.right - 1;
              })
              .map((name) => `${picture.closest('figure')?.id}: ${name.textContent}`);
          },
        );
        const uneven = [...document.querySelectorAll('.controls')].flatMap((row) => {
          const parts = row.querySelectorAll<HTMLElement>('button, select, .segment span');
          const middles = [...parts]
            .filter((part) => part.offsetParent)
            .map((part) => (box(part).top + box(part).bottom) / 2)
            .sort((a, b) => a - b);
          const steps = middles.map((middle, i) => middle - (middles[i - 1] ?? middle));
          // what stands in the next row is further down than this
          return steps.some((step) => step > 1 && step < 8) ? [row.closest('figure')?.id] : [];
        });
        // where there is room, the name of a row stands beside it
        const names = document.querySelectorAll(
          ':is(.segments, .line-fields, .chosen-block) > .control-name:first-child',
        );
        const above = [...names]
          .filter((name) => box(name).bottom <= box(name.nextElementSibling as Element).top + 3)
          .map((name) => `${name.closest('figure')?.id}: ${name.textContent}`);
        return { inside, uneven, above: innerWidth > 640 ? above : [] };
      });
      expect(wrong, `${width} px`).toEqual({ inside: [], uneven: [], above: [] });
    }
    await close();
  },
);
