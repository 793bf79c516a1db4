import { expect, it } from 'vitest';
import { CollapseModel } from '../../src/figures/collapse/model.ts';
import { usualStart } from '../../src/figures/collapse/state.ts';
import { trimmed } from '../../src/ui/words.ts';
import { useSite } from './page.ts';

const open = useSite();

async function awake(hash = '') {
  const visit = await open(hash);
  const figure = visit.page.locator('#collapse');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  return { ...visit, figure, readout: figure.locator('.readout') };
}

it('takes a typed fraction and collapses the stack exactly', async () => {
  const { figure, readout, faults, close } = await awake();
  const model = new CollapseModel(usualStart);
  model.setEntry(0, 0, 0, '1/3');
  await figure.getByLabel('weight 1, 1 of layer 1').fill('1/3');
  await figure.getByRole('radio', { name: 'fractions' }).check();
  const cells = await figure.locator('.together > .affine td').allInnerTexts();
  const { weights, bias } = model.collapsed.value.map;
  expect(cells).toEqual([...weights.flat(), ...bias].map(String));
  expect(await readout.textContent()).toContain(`exactly ${model.atOnce.value[0]}.`);
  expect(faults).toEqual([]);
  await close();
});

it('answers nonsense with a message and keeps the last number', async () => {
  const { figure, readout, faults, close } = await awake();
  const before = await readout.textContent();
  const field = figure.getByLabel('weight 1, 1 of layer 1');
  await field.fill('nonsense');
  expect(await figure.getByRole('alert').first().textContent()).toContain('“nonsense”');
  expect(await readout.textContent()).toBe(before);
  await field.fill('-2');
  expect(await figure.getByRole('alert').first().textContent()).toBe('');
  expect(faults).toEqual([]);
  await close();
});

it('moves the sample point by keys and by pointer', async () => {
  const { page, figure, readout, faults, close } = await awake();
  const model = new CollapseModel(usualStart);
  const handle = figure.getByRole('slider', { name: 'Move the sample point' });
  await handle.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  model.setPoint(0, 0.5);
  expect(await readout.textContent()).toContain(`exactly ${model.atOnce.value[0].toDecimal()}.`);
  const box = (await handle.locator('.handle-mark').boundingBox()) ?? expect.unreachable();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 60, box.y, { steps: 4 });
  await page.mouse.up();
  const x1 = Number(await figure.getByLabel('at x₁ =').inputValue());
  expect(x1).toBeLessThan(0.4);
  model.setPoint(0, x1);
  expect(await readout.textContent()).toContain(`exactly ${model.atOnce.value[0].toDecimal()}.`);
  expect(faults).toEqual([]);
  await close();
});

it('shows the nearest affine map and its misses once a layer is bent, also from a link', async () => {
  const { page, figure, readout, faults, close } = await awake();
  const model = new CollapseModel(usualStart);
  model.setActivation(0, 'tanh');
  const { rms, max } = model.nearest.value ?? expect.unreachable();
  await figure.locator('.layer-card select').first().selectOption('tanh');
  expect(await readout.textContent()).toContain(`misses by ${trimmed(rms, 3)} `);
  expect(await readout.textContent()).toContain(`by ${trimmed(max, 3)} at worst`);
  await page.waitForFunction(() => location.hash.includes('activations=tanh'));
  const again = await awake(new URL(page.url()).hash);
  expect(await again.readout.textContent()).toBe(await readout.textContent());
  expect(faults).toEqual([]);
  await again.close();
  await close();
});
