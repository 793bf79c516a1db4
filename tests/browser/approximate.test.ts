import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleFunction } from '../../src/core/approximation/samples.ts';
import { targets } from '../../src/core/approximation/targets.ts';
import { createRun } from '../../src/core/approximation/trainers/run.ts';
import { errorText } from '../../src/ui/errors.ts';
import { useSite } from './page.ts';

const open = useSite();

async function figureOf(page: Page, id: string) {
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  const stat = async (place: number) =>
    (await figure.locator('.stats dd').nth(place).textContent()) ?? '';
  return {
    figure,
    rms: () => stat(0),
    step: async () => Number(await stat(3)),
    button: (name: string) => figure.getByRole('button', { name, exact: true }),
  };
}

function trained(
  target: keyof typeof targets,
  steps: number,
  options: Partial<Parameters<typeof createRun>[1]>,
) {
  const { value, domain } = targets[target];
  const run = createRun(sampleFunction(value, { domain }), {
    trainer: 'adam',
    activation: 'relu',
    width: 12,
    start: 'spreadKnots',
    seed: 4,
    targetRms: 1e-6,
    ...options,
  });
  run.advance(steps);
  return run.rms();
}

it('comes back from a link to the same numbers as in Node, trainers changed on the way', async () => {
  const link =
    'target=runge~width=9~activation=tanh~seed=7~trainer=0.adam,40.variableProjection~step=52';
  const { page, faults, close } = await open(`#approximate~${link}`);
  const { figure, rms, step } = await figureOf(page, 'approximate');
  await expect.poll(step, { timeout: 15_000 }).toBe(52);
  const { value, domain } = targets.runge;
  const run = createRun(sampleFunction(value, { domain }), {
    trainer: 'adam',
    activation: 'tanh',
    width: 9,
    start: 'spreadKnots',
    seed: 7,
    targetRms: 1e-6,
  });
  run.advance(40);
  run.change({ trainer: 'variableProjection', targetRms: 1e-6 });
  run.advance(12);
  expect(await rms()).toBe(errorText(run.rms()));
  await expect
    .poll(() => figure.locator('.readout').textContent(), { timeout: 15_000 })
    .toContain('ReLU network of the same width');
  expect(faults).toEqual([]);
  await close();
});

it('trains, pauses, makes one step and starts over, by pointer', async () => {
  const { page, faults, close } = await open();
  const { rms, step, button } = await figureOf(page, 'approximate');
  await button('Train').click();
  await expect.poll(step).toBeGreaterThan(30);
  // a reader who leaves while it runs finds it again
  await page.waitForURL(/#approximate~.*step=\d+/);
  await button('Pause').click();
  await button('Train').waitFor();
  await page.waitForTimeout(150);
  const paused = await step();
  await button('One step').click();
  await expect.poll(step).toBe(paused + 1);
  expect(await rms()).toBe(errorText(trained('sine', paused + 1, {})));
  await button('Start over').click();
  await expect.poll(step).toBe(0);
  await button('Reset').click();
  await expect.poll(step).toBe(800);
  expect(faults).toEqual([]);
  await close();
});

it('is driven by keys: width, start, one step', async () => {
  const { page, faults, close } = await open();
  const { figure, rms, step, button } = await figureOf(page, 'approximate');
  await button('Train').focus();
  await page.keyboard.press('Enter');
  await button('Pause').focus();
  await page.keyboard.press('Enter');
  await figure.locator('input[type=range]').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(step).toBe(0);
  await button('New random start').focus();
  await page.keyboard.press('Enter');
  await button('One step').focus();
  await page.keyboard.press('Enter');
  await expect.poll(step).toBe(1);
  expect(await rms()).toBe(errorText(trained('sine', 1, { width: 14, seed: 5 })));
  await page.waitForURL(/width=14~seed=5~step=1/);
  expect(faults).toEqual([]);
  await close();
});

it('in the lab: a typed target, a drawn one, and a unit looked at by key', async () => {
  const { page, faults, close } = await open('lab/');
  const { figure, step, button } = await figureOf(page, 'lab');
  await figure.getByRole('radio', { name: 'Type' }).check();
  await figure.locator('.formula-field input').fill('|x| + x^2');
  await expect.poll(() => figure.locator('.readout').textContent()).toContain('miss the curve');
  await expect.poll(step, { timeout: 15_000 }).toBeGreaterThan(30);
  // in its own colour, the one of its bends, through every sheet it lies on
  const paint = () =>
    figure.locator('.curve.fit').evaluate((curve) => {
      let opacity = 1;
      for (let at: Element | null = curve; at; at = at.parentElement) {
        opacity *= Number(getComputedStyle(at).opacity);
      }
      const rug = curve.closest('.chart')?.querySelector('.rug');
      return {
        opacity,
        own: rug && getComputedStyle(curve).stroke === getComputedStyle(rug).stroke,
      };
    });
  await expect.poll(paint).toEqual({ opacity: 1, own: true });
  await figure.getByRole('radio', { name: 'Draw' }).check();
  const surface = figure.locator('svg.surface');
  await surface.scrollIntoViewIfNeeded();
  const box = await surface.boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  const before = await figure.locator('.curve.target').getAttribute('d');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.8, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => figure.locator('.curve.target').getAttribute('d')).not.toBe(before);
  await expect.poll(step).toBeGreaterThan(3);
  await button('Pause').click();
  // the page may scroll, and what comes to lie under the pointer would be looked at
  await page.mouse.move(0, 0);
  await figure.getByRole('slider', { name: 'Neuron to look at' }).focus();
  await page.keyboard.press('End');
  await expect.poll(() => figure.locator('.unit-words').textContent()).toContain('Neuron 16 of 16');
  await page.waitForURL(/lab~target=d!.*~unit=16/);
  expect(faults).toEqual([]);
  await close();
});

it('in the lab: jumps to the optimum and says what is proved', async () => {
  const { page, faults, close } = await open('lab/');
  const { figure, button } = await figureOf(page, 'lab');
  await button('Jump to the optimum').click();
  const readout = figure.locator('.readout');
  await expect
    .poll(() => readout.textContent(), { timeout: 60_000 })
    .toContain('proved to be within');
  expect(faults).toEqual([]);
  await close();
});
