// A link copied in the middle of training brings back the same bits in another page: the reader's own target,
// every setting, trainers changed on the way, and the step. Parameters are read from the worker's answers.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSite } from './page.ts';

const open = useSite();

/** Keeps the parameters that the worker sent last. */
const listening = () => {
  const Original = window.Worker;
  const Listening = class extends Original {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }) => {
        const { parameters } = data.value ?? {};
        if (parameters)
          Object.assign(window, { sent: { at: data.step, numbers: [...parameters] } });
      });
    }
  };
  Object.assign(window, { Worker: Listening });
};

interface Sent {
  readonly at: number;
  readonly numbers: readonly number[];
}
const sentTo = (page: Page) =>
  page.evaluate(() => (window as unknown as { sent?: Sent }).sent) as Promise<Sent | undefined>;

async function lab(page: Page) {
  const figure = page.locator('#lab');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  return {
    figure,
    step: async () => Number(await figure.locator('.stats dd').nth(3).textContent()),
    numbers: async () => (await figure.locator('.stats dd').allTextContents()).slice(0, 4),
    button: (name: string) => figure.getByRole('button', { name, exact: true }),
  };
}

async function comesBack(make: (page: Page) => Promise<void>, target: RegExp) {
  const { page, faults, close } = await open();
  await page.addInitScript(listening);
  await page.goto(`${page.url()}lab/`);
  const { figure, step, numbers, button } = await lab(page);
  await make(page);
  await expect.poll(step, { timeout: 20_000 }).toBeGreaterThan(20);
  await button('Pause').click();
  await button('Train').waitFor();
  await expect.poll(async () => (await sentTo(page))?.at).toBe(await step());
  await button('Copy link').click();
  const address = page.url();
  expect(address).toMatch(target);
  const before = { sent: await sentTo(page), numbers: await numbers() };
  const readout = await figure.locator('.readout').textContent();
  await page.goto('about:blank');
  await page.goto(address);
  const other = await lab(page);
  await expect.poll(other.step, { timeout: 30_000 }).toBe(before.sent?.at);
  await expect.poll(async () => (await sentTo(page))?.at).toBe(before.sent?.at);
  expect((await sentTo(page))?.numbers).toEqual(before.sent?.numbers);
  await expect.poll(other.numbers).toEqual(before.numbers);
  await expect
    .poll(() => other.figure.locator('.readout').textContent(), { timeout: 20_000 })
    .toBe(readout);
  expect(faults).toEqual([]);
  await close();
}

it('is not lost where the step of a run is written to the address in the same moment', async () => {
  const { page, faults, close } = await open('lab/#lab~target=runge~width=9~step=3');
  const { figure, step } = await lab(page);
  await expect.poll(step, { timeout: 20_000 }).toBe(3);
  await page.evaluate(() => {
    location.hash = '#lab~target=bump~width=7~step=5';
    // before the browser has told anybody
    history.replaceState(history.state, '', '#lab~target=runge~width=9~step=4');
  });
  await expect.poll(step, { timeout: 20_000 }).toBe(5);
  expect(await figure.getByLabel('Width as a number').inputValue()).toBe('7');
  await page.waitForURL(/#lab~target=bump~width=7~step=5$/);
  expect(faults).toEqual([]);
  await close();
});

it('brings back a drawn curve, trained on by two trainers, bit for bit', async () => {
  await comesBack(async (page) => {
    const { figure, step } = await lab(page);
    await figure.getByRole('radio', { name: 'Draw' }).check();
    const surface = figure.locator('svg.surface');
    await surface.scrollIntoViewIfNeeded();
    const box = await surface.boundingBox();
    if (!box) throw new Error('there is nothing to draw on');
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.7, { steps: 6 });
    await page.mouse.up();
    await figure.getByLabel('Width as a number').fill('9');
    await figure.getByLabel('Activation').selectOption('tanh');
    await figure.getByLabel('Trainer').selectOption('adam');
    await expect.poll(step, { timeout: 20_000 }).toBeGreaterThan(10);
    await figure.getByLabel('Trainer').selectOption('lastLayer');
  }, /target=d!.*~width=9~activation=tanh.*~trainer=0\..*lastLayer/);
});

it('brings back pasted data, fitted with neurons that are recycled, bit for bit', async () => {
  await comesBack(async (page) => {
    const { figure } = await lab(page);
    await figure.getByRole('radio', { name: 'Data' }).check();
    const rows = Array.from({ length: 40 }, (_, i) => `${i / 4};${((i * 7) % 11) - i / 3}`);
    await figure
      .getByRole('textbox', { name: 'Two columns, x and y' })
      .fill(`time (s);height (m)\n${rows.join('\n').replaceAll('.', ',')}`);
    await expect.poll(() => figure.locator('.axis-x').textContent()).toBe('time (s)');
    expect(await figure.locator('.axis-y').textContent()).toBe('height (m)');
    // data say nothing between their points, which are drawn as such
    expect(await figure.locator('.stats dd').nth(1).textContent()).toBe('–');
    expect((await figure.locator('.data-points').getAttribute('d'))?.split('M')).toHaveLength(41);
    await figure.getByLabel('Random start').fill('77');
  }, /target=t!.*~seed=77/);
});

it('a link comes back from programs that write its signs in code when they hand it on', async () => {
  const fragment = 'lab~target=f!-1!1!sin(3%20x)~width=7~step=0';
  for (const handedOn of [fragment.replaceAll('~', '%7E'), encodeURIComponent(fragment)]) {
    const { page, faults, close } = await open(`lab/#${handedOn}`);
    const { figure } = await lab(page);
    await expect.poll(() => figure.locator('.formula-field input').inputValue()).toBe('sin(3 x)');
    expect(await figure.getByRole('textbox', { name: 'Width as a number' }).inputValue()).toBe('7');
    expect(faults).toEqual([]);
    await close();
  }
});
