import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { datasets } from '../../src/core/datasets.ts';
import { trial } from '../../src/core/trial.ts';
import { planeInput, usual } from '../../src/figures/train-2-2-1/settings.ts';
import { fixed } from '../../src/ui/words.ts';
import { useSite } from './page.ts';

const open = useSite();
const link = '#train-2-2-1~';

async function figureOf(page: Page) {
  const figure = page.locator('#train-2-2-1');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  return { figure, readout: () => figure.locator('.readout').textContent() };
}

/** The outputs of all points in the figure's table. */
async function tabulated(page: Page) {
  const rows = page.locator('#train-2-2-1 .actions table tbody tr');
  await page.locator('#train-2-2-1 summary').click();
  return rows.evaluateAll((list) => list.map((row) => row.children[5]?.textContent ?? ''));
}

it('comes back to the numbers of a link', async () => {
  const { page, faults, close } = await open(`${link}activation=tanh~seed=7~step=137`);
  const { figure, readout } = await figureOf(page);
  await expect.poll(readout).toContain('Step 137:');
  const { parameters, loss } = trial({ activation: 'tanh', seed: 7, steps: 137 });
  expect(await readout()).toContain(`loss ${loss.toFixed(3)}`);
  const weights = await figure.locator('.weights p').allTextContents();
  const shown = weights.join(' ');
  for (const value of parameters) expect(shown).toContain(fixed(Math.abs(value), 2));
  expect(await tabulated(page)).toHaveLength(48);
  expect(faults).toEqual([]);
  await close();
});

it('trains in the browser’s worker to the very bits of Node, whatever the activation', async () => {
  const { page, close } = await open();
  const { figure } = await figureOf(page);
  const started = page.waitForEvent('worker');
  await figure.getByRole('button', { name: 'One step' }).click();
  const url = (await started).url();
  const steps = 250;
  for (const activation of ['tanh', 'gelu', 'sine', 'softplus', 'relu'] as const) {
    const input = planeInput({ ...usual, activation }, datasets.article.points);
    const bits = await page.evaluate(
      async ([address, given, until]) => {
        const worker = new Worker(address, { type: 'module' });
        const ask = (message: object) =>
          new Promise<MessageEvent>((answer) => {
            worker.onmessage = answer;
            worker.postMessage(message);
          });
        const start = { kind: 'start', run: 1, job: 'plane', input: given, log: [], until };
        let { data } = await ask(start);
        while (data.step < until) {
          ({ data } = await ask({ kind: 'turn', run: 1, changes: [], until }));
        }
        worker.terminate();
        return Array.from(new BigUint64Array(data.value.parameters.buffer), String);
      },
      [url, input, steps] as const,
    );
    const { parameters } = trial({ activation, seed: usual.seed, steps });
    const wanted = Array.from(new BigUint64Array(parameters.slice().buffer), String);
    expect(bits, activation).toEqual(wanted);
  }
  await close();
});

it('trains, pauses, makes one step and starts over, by pointer', async () => {
  const { page, faults, close } = await open();
  const { figure, readout } = await figureOf(page);
  const step = async () => Number(/Step (\d+)/.exec((await readout()) ?? '')?.[1]);
  await figure.getByRole('button', { name: 'Train from the start' }).click();
  await expect.poll(step).toBeLessThan(200);
  await expect.poll(step).toBeGreaterThan(20);
  await figure.getByRole('button', { name: 'Pause' }).click();
  await figure.getByRole('button', { name: 'Train', exact: true }).waitFor();
  await page.waitForTimeout(100);
  const paused = await step();
  await figure.getByRole('button', { name: 'One step' }).click();
  await expect.poll(step).toBe(paused + 1);
  const { loss } = trial({ activation: 'relu', seed: 48, steps: paused + 1 });
  expect(await readout()).toContain(`loss ${loss.toFixed(3)}`);
  await figure.getByRole('button', { name: 'Start over' }).click();
  await expect.poll(step).toBe(0);
  await page.waitForURL(/step=0/);
  await figure.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(step).toBe(300);
  expect(faults).toEqual([]);
  await close();
});

it('is driven by keys: activation, rate, start', async () => {
  const { page, faults, close } = await open();
  const { figure, readout } = await figureOf(page);
  await figure.getByRole('combobox', { name: 'activation' }).focus();
  await page.keyboard.type('sine');
  await expect.poll(readout).toContain('Step 0:');
  await figure.getByRole('slider', { name: 'Learning rate' }).focus();
  await page.keyboard.press('ArrowRight');
  await figure.getByRole('button', { name: 'New random start' }).focus();
  await page.keyboard.press('Enter');
  await figure.getByRole('button', { name: 'One step' }).focus();
  await page.keyboard.press('Enter');
  const { loss } = trial({ activation: 'sine', seed: usual.seed + 1, learningRate: 0.1, steps: 1 });
  await expect.poll(readout).toContain(`Step 1: loss ${loss.toFixed(3)}`);
  await page.waitForURL(new RegExp(`activation=sine~rate=0\\.1~seed=${usual.seed + 1}~step=1`));
  expect(faults).toEqual([]);
  await close();
});

it('rests off screen', async () => {
  const { page, close } = await open();
  const { figure, readout } = await figureOf(page);
  await figure.getByRole('button', { name: 'Train from the start' }).click();
  await expect.poll(readout).not.toContain('Step 300');
  await page.evaluate(() => scrollTo(0, 0));
  /** Whether the sentence stays as it is for a while. */
  const rests = async () => {
    const before = await readout();
    await page.waitForTimeout(400);
    return (await readout()) === before;
  };
  // the engine says when it likes that the figure has left the window; from then on it rests
  await expect.poll(rests).toBe(true);
  expect(await rests()).toBe(true);
  await close();
});

it('counts many starts in the worker, its drawing out of sight, and shows one of them', async () => {
  // a window with room for the table alone
  const { page, faults, close } = await open('', { viewport: { width: 360, height: 560 } });
  const { figure, readout } = await figureOf(page);
  const tries = figure.locator('.tries');
  await tries.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
  const under = await figure
    .locator('.train')
    .evaluate((box) => box.getBoundingClientRect().bottom);
  expect(under).toBeLessThan(-50);
  await tries.getByRole('radio', { name: '20' }).check();
  await tries.getByRole('button', { name: 'Try all activations' }).click();
  const row = tries.getByRole('row', { name: /^ReLU/ });
  await expect.poll(() => tries.locator('progress').count(), { timeout: 45_000 }).toBe(0);
  const counts = await row
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => Number.parseInt(cell.textContent ?? '', 10)));
  const runs = Array.from({ length: 20 }, (_, i) => trial({ activation: 'relu', seed: i + 1 }));
  expect(counts[0]).toBe(runs.filter(({ cause }) => cause === 'success').length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
  await row.locator('td').nth(1).getByRole('button').click();
  const stuck = runs.findIndex(({ cause }) => cause === 'stuck') + 1;
  await expect.poll(readout).toContain('Step 1000:');
  await page.waitForURL(new RegExp(`seed=${stuck}~step=1000~starts=20`));
  expect(faults).toEqual([]);
  await close();
});

it('says so when no worker can be had, and keeps what it shows', async () => {
  const { page, close } = await open();
  const { figure, readout } = await figureOf(page);
  await page.route(/worker\.[\w-]+\.js/, (route) => route.abort());
  const before = await readout();
  await figure.getByRole('button', { name: 'One step' }).click();
  await figure.getByRole('alert').waitFor();
  expect(await figure.getByRole('alert').textContent()).toContain('could not be kept running');
  expect(await readout()).toBe(before);
  await close();
});
