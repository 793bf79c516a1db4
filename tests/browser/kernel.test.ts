import type { Page, Worker } from 'playwright-core';
import { expect, it } from 'vitest';
import { datasets } from '../../src/core/datasets.ts';
import { trial } from '../../src/core/trial.ts';
import { planeInput, usual } from '../../src/figures/train-2-2-1/settings.ts';
import { can, useSite } from './page.ts';

const open = useSite();
const steps = 200;
/** Wide enough for the kernel to be worth it. */
const wide = { ...planeInput(usual, datasets.article.points), hidden: 31 };

/** The parameters after some steps in a worker of the page's own, and what it says of the kernel. */
async function trained(page: Page) {
  const figure = page.locator('#train-2-2-1');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  const started = page.waitForEvent('worker');
  await figure.getByRole('button', { name: 'One step' }).click();
  const worker: Worker = await started;
  const bits = await page.evaluate(
    async ([address, input, until]) => {
      const own = new Worker(address, { type: 'module' });
      const ask = (message: object) =>
        new Promise<MessageEvent>((answer) => {
          own.onmessage = answer;
          own.postMessage(message);
        });
      let { data } = await ask({ kind: 'start', run: 1, job: 'plane', input, log: [], until });
      while (data.step < until)
        ({ data } = await ask({ kind: 'turn', run: 1, changes: [], until }));
      own.terminate();
      return Array.from(new BigUint64Array(data.value.parameters.buffer), String);
    },
    [worker.url(), wide, steps] as const,
  );
  // the timeline of a worker is to be had by that protocol alone
  const kernel =
    can('the DevTools protocol') &&
    (await worker.evaluate(() =>
      performance.getEntriesByName('kernel').map((mark) => (mark as PerformanceMark).detail),
    ));
  return { bits, kernel };
}

const wanted = () => {
  const { parameters } = trial({
    activation: usual.activation,
    seed: usual.seed,
    steps,
    hidden: 31,
  });
  return Array.from(new BigUint64Array(parameters.slice().buffer), String);
};

it('is used by the worker under the site’s policy, and gives the bits of TypeScript', async () => {
  const { page, faults, close } = await open();
  const { bits, kernel } = await trained(page);
  if (kernel) expect(kernel).toEqual(['in use']);
  expect(bits).toEqual(wanted());
  expect(faults).toEqual([]);
  await close();
});

it('is done without where it cannot be fetched: the same bits, and the timeline says so', async () => {
  const { page, close } = await open();
  await page.context().route(/\.wasm$/, (route) => route.abort());
  const { bits, kernel } = await trained(page);
  if (kernel) expect(kernel).toEqual([expect.stringMatching(/TypeError|NetworkError/)]);
  expect(bits).toEqual(wanted());
  await close();
});
