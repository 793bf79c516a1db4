// What a screen reader is made to say unasked: nothing as figures wake, nothing while the reader drags or
// a network trains, one sentence when it has come to rest.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();

/** Longer than the pause after which a figure says how things stand. */
const pause = 1100;

/** Collects every text that comes up in a live region from now on. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const live = '[role="status"], [role="alert"], [aria-live]';
    new MutationObserver((changes) => {
      const regions = changes.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(live),
      );
      for (const region of new Set(regions)) if (region?.textContent) said.push(region.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () =>
    page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0).slice());
}

it('figures wake without a word', async () => {
  for (const path of ['', 'universal-approximation/']) {
    const { page, close } = await open(path);
    const said = await listen(page);
    await wake(page);
    await page.waitForTimeout(pause);
    // the first picture plays once, and says how that ended
    expect((await said()).length).toBeLessThanOrEqual(1);
    await close();
  }
});

it('a drag is one sentence, said after it; then it is gone', async () => {
  const { page, close } = await open('', { reducedMotion: 'reduce' });
  await wake(page);
  await page.waitForTimeout(pause);
  const said = await listen(page);
  // by a key that is held: without a pause between its strokes
  await page.evaluate(async () => {
    const handle = document.querySelector('#neuron [role="slider"]');
    for (let i = 0; i < 30; i++) {
      handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
  });
  expect(await said()).toEqual([]);
  await page.waitForTimeout(pause);
  expect(await said()).toEqual([await page.locator('#neuron .readout').textContent()]);
  // whoever reads on does not meet it twice
  await expect
    .poll(() => page.locator('#neuron [role="status"]').first().textContent(), { timeout: 10_000 })
    .toBe('');
  await close();
});

it.each([
  ['', '#train-2-2-1'],
  ['', '#approximate'],
  ['universal-approximation/', '#widths-side-by-side'],
] as const)('page "%s": %s trains in silence and reports when it is stopped', async (path, id) => {
  const { page, close } = await open(path, { reducedMotion: 'reduce' });
  await wake(page);
  await page.waitForTimeout(pause);
  const figure = page.locator(id);
  const train = figure.locator('.button.primary').first();
  await train.focus();
  const said = await listen(page);
  const before = await figure.locator('.readout').textContent();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(3000);
  expect(await figure.locator('.readout').textContent()).not.toBe(before);
  // it may have come to its end within the three seconds
  expect((await said()).length).toBeLessThanOrEqual(1);
  await close();
});
