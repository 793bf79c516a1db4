import { expect, it } from 'vitest';
import { datasets } from '../../src/core/datasets.ts';
import { side } from '../../src/ui/line.ts';
import { useSite } from './page.ts';

const open = useSite();

it('moves the line by arrow keys and counts as the core does', async () => {
  const { page, faults, close } = await open();
  const figure = page.locator('#neuron');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  const readout = figure.locator('.readout');
  const before = await readout.textContent();
  await figure.getByRole('slider', { name: 'Move the line' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  const weights = await Promise.all(
    [0, 1, 2].map(async (i) => Number(await figure.locator('.number input').nth(i).inputValue())),
  );
  const [w1 = 0, w2 = 0, b = 0] = weights;
  const correct = datasets.article.points.filter(
    ({ x1, x2, label }) => side([w1, w2, b], x1, x2) > 0 === (label === 'B'),
  ).length;
  const after = await readout.textContent();
  expect(after).not.toBe(before);
  expect(after).toContain(`${correct} of 48`);
  expect(faults).toEqual([]);
  await close();
});
