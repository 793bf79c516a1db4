// Every page with the keyboard alone: everything is reached in the order it is seen, shows that it is
// reached, does by keys what it does by pointer, and lets go again.
import { describe, expect, it } from 'vitest';
import { type Stop, walk } from './keyboard-walk.ts';
import { paths, useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();
// the languages share their figures and their order: one of each page is walked
const walked = paths.filter((path) => !/^zh\/|data\/$/.test(path));

describe.each(walked)('page "%s"', (path) => {
  it('is walked from end to end by Tab: each stop is seen, in order, works, and lets go', async () => {
    const { page, faults, close } = await open(path, { reducedMotion: 'reduce' });
    await wake(page);
    const figures = await page.locator('figure').evaluateAll((all) => all.map(({ id }) => id));
    const { stops, found } = await walk(page);
    expect(found).toEqual([]);
    // every figure has been entered and left again
    const entered = new Set(stops.map((stop: Stop) => stop.figure));
    expect(figures.filter((figure) => !entered.has(figure))).toEqual([]);
    expect(stops.at(-1)?.figure).toBe('');
    expect(faults.filter((fault) => !(path === '404.html' && /404/.test(fault)))).toEqual([]);
    await close();
  }, 180_000);
});

it('a figure fills the screen by keys and gives it back, with the focus where it was', async () => {
  const { page, close } = await open('');
  await wake(page);
  const button = page.locator('#neuron .action-buttons button').last();
  const name = await button.textContent();
  await button.press('Enter');
  await page.waitForFunction(() => document.fullscreenElement?.id === 'neuron');
  await expect.poll(() => button.textContent()).not.toBe(name);
  await button.press('Enter');
  await page.waitForFunction(() => document.fullscreenElement === null);
  await expect.poll(() => button.textContent()).toBe(name);
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();
});

it('the first Tab offers to skip to the text, and does', async () => {
  const { page, close } = await open('');
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip:focus');
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => !!document.activeElement?.closest('main'))).toBe(true);
  await close();
});
