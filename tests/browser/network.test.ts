import { expect, it } from 'vitest';
import { NetworkModel } from '../../src/figures/network/model.ts';
import { trimmed } from '../../src/ui/words.ts';
import { useSite } from './page.ts';

const open = useSite();

async function awake(path = '') {
  const visit = await open(path);
  const figure = visit.page.locator('#network');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  return { ...visit, figure, readout: figure.locator('.readout') };
}

it('reads a neuron when it is clicked, with every weight, input and the bias', async () => {
  const { page, figure, readout, faults, close } = await awake();
  const model = new NetworkModel();
  model.choose(2, 0);
  const { bias = Number.NaN, sum, terms } = model.read.value;
  await figure.getByRole('radio').nth(7).click();
  await page.mouse.move(0, 0);
  const ledger = await figure.locator('.ledger tbody tr').allInnerTexts();
  expect(ledger.map((line) => line.split(/\s+/))).toEqual([
    ...terms.map(({ name, input, weight }) => [
      name,
      trimmed(input, 3),
      '×',
      trimmed(weight, 3),
      '=',
      trimmed(input * weight, 3),
    ]),
    ['bias', 'y₁', trimmed(bias, 3)],
  ]);
  expect(await readout.textContent()).toContain(`The sum of y₁ is ${trimmed(sum, 3)},`);
  expect(faults).toEqual([]);
  await close();
});

it('goes from neuron to neuron by arrow keys and keeps the link in step', async () => {
  const { page, figure, readout, faults, close } = await awake();
  const radios = figure.getByRole('radio');
  await radios.nth(4).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await readout.textContent()).toContain('The sum of y₂ is');
  expect(await radios.nth(8).getAttribute('aria-checked')).toBe('true');
  expect(await figure.locator('[role=radio]:focus').count()).toBe(1);
  await page.waitForFunction(() => location.hash.includes('chosen=2,1'));
  expect(faults).toEqual([]);
  await close();
});

it('takes an input from its slider and recomputes as the core does', async () => {
  const { page, figure, readout, faults, close } = await awake();
  const model = new NetworkModel();
  await figure.getByRole('slider', { name: 'x₁' }).focus();
  await page.keyboard.press('ArrowLeft');
  model.setValue(0, 0.9);
  expect(await readout.textContent()).toContain(`is ${trimmed(model.read.value.sum, 3)},`);
  await figure.getByRole('button', { name: 'New random weights' }).click();
  model.redraw();
  expect(await readout.textContent()).toContain(`is ${trimmed(model.read.value.sum, 3)},`);
  expect(faults).toEqual([]);
  await close();
});
