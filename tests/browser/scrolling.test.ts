// Formulas and tables wider than the screen scroll in boxes of their own: an edge behind which there is more says
// so, and keys get there.
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { needs, useSite } from './page.ts';

const open = useSite();
const phone = { width: 360, height: 740 };

/** The displayed formulas that are too wide, and those that are not. */
async function formulas(page: Page) {
  const found = await page.locator('.katex-display').all();
  const wide = await Promise.all(
    found.map((each) => each.evaluate((box) => box.scrollWidth > box.clientWidth + 1)),
  );
  return { wide: found.filter((_, i) => wide[i]), narrow: found.filter((_, i) => !wide[i]) };
}

/** The first and last pixels of a box, its words left out. */
async function edges(page: Page, box: Locator, scrolled: number) {
  await box.evaluate((element, share) => {
    element.scrollLeft = share * element.scrollWidth;
  }, scrolled);
  const bounds = await box.boundingBox();
  if (!bounds) throw new Error('the box is not drawn');
  const strip = async (x: number) => {
    const clip = { x, y: Math.round(bounds.y), width: 6, height: Math.round(bounds.height) };
    return (await page.screenshot({ clip })).toString('base64');
  };
  return {
    start: await strip(Math.round(bounds.x)),
    end: await strip(Math.round(bounds.x + bounds.width) - 6),
  };
}

it.each(['light', 'dark'] as const)(
  'a formula shows at its edges where it goes on, and nothing where it ends, in %s',
  async (colorScheme) => {
    // taking pictures puts a style into the page, which its policy forbids: faults are looked for elsewhere
    const { page, close } = await open('proof/', { viewport: phone, colorScheme });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.katex { opacity: 0 }');
      document.adoptedStyleSheets.push(sheet);
    });
    const { wide, narrow } = await formulas(page);
    const [first] = wide;
    const [other] = narrow;
    if (!first || !other) throw new Error('no formula is wide, or none is narrow');
    await first.scrollIntoViewIfNeeded();
    const left = await edges(page, first, 0);
    const middle = await edges(page, first, 0.1);
    const right = await edges(page, first, 1);
    expect(left.start).not.toBe(middle.start);
    expect(left.end).toBe(middle.end);
    expect(right.end).not.toBe(left.end);
    expect(right.start).toBe(middle.start);
    // where there is nothing more both edges are as at the ends of a wide one: the bare page
    await other.scrollIntoViewIfNeeded();
    const bare = await edges(page, other, 0);
    expect(bare.start).toBe(bare.end);
    await close();
  },
);

it('where the system chooses the colours a broken line says it', async () => {
  needs('forced colours');
  const { page, faults, close } = await open('proof/', {
    viewport: phone,
    forcedColors: 'active',
  });
  const { wide, narrow } = await formulas(page);
  const lines = (boxes: readonly Locator[]) =>
    Promise.all(
      boxes.map((box) => box.evaluate((each) => getComputedStyle(each).borderBottomStyle)),
    );
  await expect.poll(async () => [...new Set(await lines(wide))]).toEqual(['dashed']);
  expect([...new Set(await lines(narrow))]).toEqual(['none']);
  expect(faults).toEqual([]);
  await close();
});

it.each(['proof/', 'zh/proof/', 'universal-approximation/', 'about/'])(
  'every box of page "%s" that scrolls sideways scrolls by keys, on a phone',
  async (path) => {
    const { page, faults, close } = await open(path, { viewport: phone, reducedMotion: 'reduce' });
    const boxes = await page.evaluateHandle(() =>
      [...document.querySelectorAll<HTMLElement>('main *')].filter(
        (box) =>
          /auto|scroll/.test(getComputedStyle(box).overflowX) &&
          box.scrollWidth > box.clientWidth + 1 &&
          box.checkVisibility(),
      ),
    );
    const count = await boxes.evaluate((all) => all.length);
    expect(count).toBeGreaterThan(0);
    for (let i = 0; i < count; i++) {
      await boxes.evaluate((all, at) => {
        all[at]?.focus();
      }, i);
      const name = await boxes.evaluate(
        (all, at) => `${all[at]?.className} ${all[at] === document.activeElement}`,
        i,
      );
      expect(name).toMatch(/ true$/);
      await page.keyboard.press('ArrowRight');
      await expect
        .poll(() => boxes.evaluate((all, at) => all[at]?.scrollLeft, i))
        .toBeGreaterThan(0);
    }
    expect(faults).toEqual([]);
    await close();
  },
);
