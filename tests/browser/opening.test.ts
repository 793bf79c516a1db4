// How a long page opens: what is far from the window is laid out later, and the reader does not notice.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSite } from './page.ts';

const open = useSite();
const phone = { viewport: { width: 360, height: 740 } };

/** The block of the text at the upper edge of the window, and where it begins, in pixels. */
const place = (page: Page) =>
  page.evaluate(() => {
    const blocks = [...document.querySelectorAll('.text > *')];
    const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
    return { index, top: blocks[index]?.getBoundingClientRect().top ?? Number.NaN };
  });
const isOpening = (page: Page) =>
  page.evaluate(() => document.documentElement.dataset['opening'] !== undefined);
/** Waits until the page has stood still for ten frames. */
const still = (page: Page) =>
  page.evaluate(async () => {
    for (let frames = 0, last = -1; frames < 10; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames = scrollY === last ? frames + 1 : 0;
      last = scrollY;
    }
  });

it('keeps the place when it is loaded again, and moves nothing in sight when the rest is laid out', async () => {
  const { page, faults, close } = await open('', phone);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  let before = await place(page);
  for (const part of [0.3, 0.7]) {
    await page.evaluate((y) => scrollTo(0, y), Math.round(height * part));
    await still(page);
    // nobody turns to loading it again sooner than that
    await page.waitForTimeout(300);
    before = await place(page);
    expect(before.index).toBeGreaterThan(20);
    await page.reload();
    await still(page);
    expect(await isOpening(page)).toBe(true);
    const opened = await place(page);
    expect(opened.index).toBe(before.index);
    expect(Math.abs(opened.top - before.top)).toBeLessThan(2);
  }
  await expect.poll(() => isOpening(page), { timeout: 20_000 }).toBe(false);
  await still(page);
  const after = await place(page);
  expect(after.index).toBe(before.index);
  expect(Math.abs(after.top - before.top)).toBeLessThan(2);
  // and now the heights are those of the page that had been open for long
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
  expect(faults).toEqual([]);
  await close();
});

it('opens at the heading its address names', async () => {
  const { page, close } = await open('#then-why-go-deeper', phone);
  await still(page);
  const top = await page.evaluate(
    () => document.getElementById('then-why-go-deeper')?.getBoundingClientRect().top,
  );
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(40);
  await close();
});
