// The small figures of the approximation page, driven by pointer and by keys, against the core.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { descentIn, errorAfter, reluBasis } from '../../src/core/approximation/coordinates.ts';
import { evenChain } from '../../src/core/approximation/fixed-hidden.ts';
import { interpolateSeen, lookAt } from '../../src/core/approximation/interpolation.ts';
import { polynomialFit } from '../../src/core/approximation/polynomial.ts';
import { sampleFunction } from '../../src/core/approximation/samples.ts';
import { targets } from '../../src/core/approximation/targets.ts';
import { sigmoid } from '../../src/core/elementary.ts';
import { errorText } from '../../src/ui/errors.ts';
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
    // the last change, which the address may take up after the one before it
    await page.waitForURL(/places=/);
    expect(page.url()).toContain('weight=9');
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

describe('the joined dots', () => {
  it('miss what the core measures, for the pieces chosen by pointer and by keys', async () => {
    const { page, figure, faults, close } = await awake('joining-dots');
    const mark = figure.getByRole('slider', { name: 'Number of pieces' });
    const pieces = async () => numbersOf(await mark.getAttribute('aria-valuetext'))[0] ?? 0;
    await drag(page, mark, 60, 0);
    const dragged = await pieces();
    expect(dragged).toBeGreaterThan(8);
    await page.keyboard.press('ArrowRight');
    expect(await pieces()).toBe(dragged + 1);
    await figure.locator('select').selectOption('runge');
    const { value, domain } = targets.runge;
    const { worst, modulus } = interpolateSeen(lookAt(value, domain, 64), dragged + 1);
    const readout = figure.locator('.readout');
    expect(await readout.textContent()).toContain(`by at most ${errorText(worst.error)}.`);
    expect(await readout.textContent()).toContain(`at most ${errorText(modulus)} by continuity`);
    await mark.press('End');
    expect(await readout.textContent()).toContain('At width 64');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the floor of a polynomial', () => {
  it('is reached to six digits by keys and by pointer, and left by ReLU', async () => {
    const { page, figure, faults, close } = await awake('polynomial-floor');
    const readout = figure.locator('.readout');
    await figure.getByRole('radio', { name: 'square' }).check();
    await figure.locator('select').selectOption('absolute');
    const samples = sampleFunction(targets.absolute.value, { cells: 2048 });
    const floor = polynomialFit(samples, 2).rms[2]?.toFixed(6) ?? '';
    const mark = figure.getByRole('slider', { name: 'The width looked at' });
    await mark.press('Home');
    await mark.press('ArrowRight');
    expect(await readout.textContent()).toContain(
      `2 neurons with activation z² come down to ${floor}`,
    );
    await drag(page, mark, 100, 0);
    const [width = 0, , reached, , , relu = 1] = numbersOf(
      (await readout.textContent())?.replace('z²', '2') ?? '',
    );
    expect(width).toBeGreaterThan(8);
    expect(reached).toBe(Number(floor));
    expect(relu).toBeLessThan(Number(floor));
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the condition number', () => {
  it('and what it costs in steps are those of the core', async () => {
    const { page, figure, faults, close } = await awake('condition-number');
    const readout = figure.locator('.readout');
    const width = figure.getByRole('slider', { name: 'The width looked at' });
    await drag(page, width, -50, 0);
    const [dragged = 64] = numbersOf(await width.getAttribute('aria-valuetext'));
    expect(dragged).toBeLessThan(64);
    await page.keyboard.press('ArrowLeft');
    const steps = figure.getByRole('slider', { name: 'Number of steps' });
    await steps.press('Home');
    await drag(page, steps, 30, 0);
    const { x, y } = sampleFunction(targets.sine.value);
    const descent = descentIn(reluBasis(x, dragged - 1), y);
    const [count = 0, error = 0] = numbersOf(await steps.getAttribute('aria-valuetext'));
    expect(count).toBeGreaterThan(1);
    expect(error).toBe(Number(errorText(errorAfter(descent, count))));
    expect(await readout.textContent()).toContain(`At width ${dragged - 1},`);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the square root', () => {
  it('gets another best network from the worker, and equal pieces as the core solves them', async () => {
    const { page, figure, faults, close } = await awake('square-root');
    const readout = figure.locator('.readout');
    const mark = figure.getByRole('slider', { name: 'The width looked at' });
    await drag(page, mark, 30, 0);
    await mark.press('ArrowRight');
    const [width = 0] = numbersOf(await mark.getAttribute('aria-valuetext'));
    expect(width).toBeGreaterThan(17);
    const even = evenChain(sampleFunction(targets.squareRoot.value), width).rms;
    expect(await readout.textContent()).toContain(`equal pieces miss by ${errorText(even)},`);
    await figure.getByRole('checkbox').press('Space');
    // the search for all widths, on whatever machine this is
    await figure
      .locator('.fit-line.optimum')
      .nth(1)
      .waitFor({ state: 'attached', timeout: 50_000 });
    expect(await readout.textContent()).not.toContain('on the way');
    expect(faults).toEqual([]);
    await close();
  });
});
