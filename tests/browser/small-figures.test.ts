// The small figures of the approximation page, driven by pointer and by keys, against the core.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../src/core/elementary.ts';
import { useSite } from './page.ts';

const open = useSite();
const path = 'universal-approximation/';

/** The page with one of its figures awake and in view. */
async function awake(id: string, state = '') {
  const visit = await open(`${path}${state}`);
  const figure = visit.page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  return { ...visit, figure };
}

async function drag(page: Page, handle: Locator, dx: number, dy: number) {
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error('the handle is not drawn');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
}

const numbersOf = (text: string | null) =>
  (text ?? '')
    .replaceAll('−', '-')
    .match(/-?\d+(\.\d+)?/g)
    ?.map(Number) ?? [];

describe('one neuron', () => {
  it('keeps its jump when it is turned, and moves by pointer and by keys', async () => {
    const { page, figure, faults, close } = await awake('one-neuron');
    const readout = figure.locator('.readout');
    const kink = figure.getByRole('slider', { name: 'Move the kink' });
    await drag(page, kink, -40, 0);
    const [dragged = 1] = numbersOf(await kink.getAttribute('aria-valuetext'));
    expect(dragged).toBeLessThan(0);
    await page.keyboard.press('Shift+ArrowRight');
    const [at = 0] = numbersOf(await readout.textContent());
    expect(at).toBeCloseTo(dragged + 0.5, 2);
    await figure.getByRole('button', { name: 'Turn it round' }).click();
    await figure.getByRole('slider', { name: 'Change the slope' }).focus();
    await page.keyboard.press('ArrowUp');
    const [, left = 0, right = 0, a = 0, w = 0, jump = 0] = numbersOf(await readout.textContent());
    // every number is rounded to two places
    expect(right - left).toBeCloseTo(jump, 1);
    expect(a * w).toBeCloseTo(jump, 1);
    expect(left).toBeCloseTo(-jump, 1);
    await page.waitForURL(/#one-neuron~w=-2~at=/);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a bump', () => {
  it('of two sigmoids leaves beyond its end what the core computes', async () => {
    const { page, figure, faults, close } = await awake('bump');
    await figure.getByRole('radio', { name: 'sigmoid' }).check();
    await drag(page, figure.getByRole('slider', { name: 'Change the height' }), 0, 40);
    await figure.locator('input[type=range]').focus();
    await page.keyboard.press('ArrowRight');
    await figure.getByRole('slider', { name: 'Move the step down' }).focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.waitForURL(/weight=9/);
    const state = decodeURIComponent(new URL(page.url()).hash);
    const [left = 0, , right = 0] = numbersOf(state.match(/places=([^~]*)/)?.[1] ?? '');
    const [height = 0] = numbersOf(state.match(/height=([^~]*)/)?.[1] ?? '');
    expect(right).toBeCloseTo(0.5, 6);
    expect(height).toBeLessThan(0.9);
    const bump = (x: number) => height * (sigmoid(9 * (x - left)) - sigmoid(9 * (x - right)));
    const readout = await figure.locator('.readout').textContent();
    expect(readout).toContain(`reaches ${bump((left + right) / 2).toFixed(2)}`);
    expect(readout).toContain(`${bump(right + 0.2).toFixed(3)} is left`);
    expect(faults).toEqual([]);
    await close();
  });
});
