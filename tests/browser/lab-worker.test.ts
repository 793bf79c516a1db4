// What the lab does when its worker does not: it never starts, it dies on the way, it is slow. The target and
// the settings are the reader's and stay; the picture stays the last sound one.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSite } from './page.ts';

const open = useSite();

/** Workers started by the page can be ended, as an uncaught error would end them, by `dieAll()`. */
const mortal = () => {
  const Original = window.Worker;
  const living: Worker[] = [];
  const Mortal = class extends Original {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      living.push(this);
    }
  };
  Object.assign(window, {
    Worker: Mortal,
    dieAll: () => {
      for (const worker of living.splice(0)) {
        worker.terminate();
        worker.dispatchEvent(new ErrorEvent('error', { message: 'ended by a test' }));
      }
    },
  });
};

async function lab(page: Page) {
  const figure = page.locator('#lab');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  return {
    figure,
    step: async () => Number(await figure.locator('.stats dd').nth(3).textContent()),
    error: () => figure.locator('.stats dd').nth(0).textContent(),
    state: () => figure.locator('.training-state').textContent(),
    formula: figure.locator('.formula-field input'),
    button: (name: string) => figure.getByRole('button', { name, exact: true }),
  };
}

async function typed(page: Page) {
  const parts = await lab(page);
  await parts.figure.getByRole('radio', { name: 'Type' }).check();
  await parts.formula.fill('sin(9x) + |x|');
  await expect.poll(parts.state, { timeout: 20_000 }).toContain('Training.');
  return parts;
}

it('starts a worker that died again, says so, and loses neither target nor place', async () => {
  const { page, faults, close } = await open('lab/');
  await page.addInitScript(mortal);
  await page.reload();
  const { step, error, state, formula, button, figure } = await typed(page);
  await expect.poll(step, { timeout: 20_000 }).toBeGreaterThan(5);
  await button('Pause').click();
  await expect.poll(state).toContain('Paused.');
  // a step that was on its way may still arrive
  const more = async () => {
    const seen = await step();
    await page.waitForTimeout(250);
    return (await step()) - seen;
  };
  await expect.poll(more).toBe(0);
  const [at, before] = [await step(), await error()];
  const curve = await figure.locator('.curve.fit').getAttribute('d');
  await button('Train').click();
  await expect.poll(step).toBeGreaterThan(at);
  // said until it trains again, which may be sooner than one asks from here
  const said = page.waitForFunction(() =>
    document.querySelector('#lab')?.textContent?.includes('started again'),
  );
  await page.evaluate(() => (window as unknown as { dieAll: () => void }).dieAll());
  await said;
  const resumed = await step();
  await expect.poll(step, { timeout: 20_000 }).toBeGreaterThan(resumed);
  expect(await formula.inputValue()).toBe('sin(9x) + |x|');
  // the same bits: from the start to the step before, over again
  await button('Pause').click();
  // as long as the address is the one before, going there is going nowhere
  await expect.poll(async () => page.url().endsWith(`~step=${await step()}`)).toBe(true);
  await page.goto(
    `${page.url().split('#')[0]}#lab~target=f!-1!1!sin(9x)%20%2B%20%7Cx%7C~step=${at}`,
  );
  await expect.poll(step, { timeout: 20_000 }).toBe(at);
  expect(await error()).toBe(before);
  expect(await figure.locator('.curve.fit').getAttribute('d')).toBe(curve);
  expect(faults).toEqual([]);
  await close();
});

it('says that training cannot start where no worker does, keeps the target, and tries again', async () => {
  const { page, close } = await open('lab/');
  const worker = /\/_astro\/laboratory[^/]*\.js$/;
  await page.route(worker, (route) => route.abort());
  const { figure, state, formula, button, step } = await lab(page);
  await figure.getByRole('radio', { name: 'Type' }).check();
  await formula.fill('x^3');
  await expect.poll(state, { timeout: 20_000 }).toContain('could not be started');
  expect(await formula.inputValue()).toBe('x^3');
  expect(await figure.locator('.curve.target').getAttribute('d')).toMatch(/^M/);
  await page.unroute(worker);
  await button('Train').click();
  await expect.poll(step, { timeout: 20_000 }).toBeGreaterThan(0);
  await close();
});

it('waits for a slow worker without a word too many, and takes every change meanwhile', async () => {
  const { page, faults, close } = await open('lab/');
  await page.route(/\/_astro\/laboratory[^/]*\.js$/, async (route) => {
    await new Promise((wake) => setTimeout(wake, 1500));
    await route.continue();
  });
  const { figure, state, step } = await lab(page);
  await figure.getByLabel('Width as a number').fill('7');
  await expect.poll(state).toContain('Getting ready.');
  await figure.getByLabel('Activation').selectOption('tanh');
  const readout = figure.locator('.readout');
  await expect.poll(() => readout.textContent(), { timeout: 20_000 }).toMatch(/^7 tanh neurons/);
  await expect.poll(step, { timeout: 20_000 }).toBeGreaterThan(3);
  expect(faults).toEqual([]);
  await close();
});
