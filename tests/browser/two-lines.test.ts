import { expect, it } from 'vitest';
import { fields, TwoLinesModel } from '../../src/figures/two-lines/model.ts';
import { readLink } from '../../src/ui/link.ts';
import { useSite } from './page.ts';

const open = useSite();

async function awake(path = '') {
  const visit = await open(path);
  const figure = visit.page.locator('#two-lines');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  /** What the model counts in the state of the address. */
  const astray = async () => {
    await visit.page.waitForURL(/#two-lines~/);
    const reading = readLink('two-lines', fields, new URL(visit.page.url()).hash);
    if (reading.kind !== 'state') throw new Error(`no state in ${visit.page.url()}`);
    const model = new TwoLinesModel();
    if (reading.values.line1) model.setLine1(reading.values.line1);
    if (reading.values.line2) model.setLine2(reading.values.line2);
    return model.astray.value;
  };
  const readout = figure.locator('.readout');
  /** Waits until the page counts as the model does: the link follows a moment after the last change. */
  const agree = async () => {
    let count = 0;
    const counted = async () => {
      count = await astray();
      return (await readout.textContent())?.includes(`majority: ${count} of 48.`);
    };
    await expect.poll(counted).toBe(true);
    return count;
  };
  return { ...visit, figure, readout, agree };
}

it('turns a line by keys and counts as the model does', async () => {
  const { page, figure, readout, agree, faults, close } = await awake();
  expect(await readout.textContent()).toContain('part the classes');
  await figure.getByRole('slider', { name: 'Turn the line of n₂' }).focus();
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await agree()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
  await close();
});

it('drags a line by pointer; equation, fields and link follow', async () => {
  const { page, figure, agree, faults, close } = await awake();
  const box = await figure.locator('.handle.foot.unit-1').boundingBox();
  if (!box) throw new Error('the handle of n₁ is not drawn');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 70, y + 40, { steps: 5 });
  await page.mouse.up();
  await agree();
  const bias = await figure.getByLabel('n₁: b').inputValue();
  expect(Number(bias)).toBeGreaterThan(-1.2);
  const shown = Number(bias).toFixed(2).replace('-', '');
  expect(await figure.locator('.line-equation').first().textContent()).toContain(shown);
  expect(faults).toEqual([]);
  await close();
});

it('takes typed weights, and explains what it cannot take', async () => {
  const { figure, readout, faults, close } = await awake();
  const before = await readout.textContent();
  const field = figure.getByLabel('n₂: w₁');
  await field.fill('many');
  await figure.getByText('“many” is not a number.').waitFor();
  await field.fill('99');
  await figure.getByText('from −20 to 20').waitFor();
  expect(await readout.textContent()).toBe(before);
  await field.fill('1,8');
  expect(await figure.locator('.line-equation').nth(1).textContent()).toContain('1.80 x₁');
  expect(await readout.textContent()).not.toBe(before);
  expect(faults).toEqual([]);
  await close();
});

it('says what is wrong with a number under the equation, which keeps its place', async () => {
  const { figure, close } = await awake();
  const places = () =>
    figure.locator('.line-fields input').evaluateAll((fields) =>
      fields.map((field) => {
        const { x, y } = field.getBoundingClientRect();
        const { top } = (field.closest('.controls') as Element).getBoundingClientRect();
        return [Math.round(x), Math.round(y - top)];
      }),
    );
  const before = await places();
  await figure.locator('.line-fields input').first().fill('abc');
  await figure.locator('.fault').waitFor();
  const after = await places();
  const moved = after.flatMap(([x = 0, y = 0], i) => {
    const [wasX = 0, wasY = 0] = before[i] ?? [];
    return Math.abs(x - wasX) > 1 || Math.abs(y - wasY) > 1 ? [[i, x, y]] : [];
  });
  expect(moved).toEqual([]);
  await close();
});

it('offers the other data, and Reset brings the start back', async () => {
  const { figure, readout, faults, close } = await awake();
  await figure.getByRole('combobox').selectOption('rings');
  expect(await readout.textContent()).toMatch(/majority: \d+ of 48/);
  await figure.getByRole('button', { name: 'Reset' }).click();
  expect(await readout.textContent()).toContain('part the classes');
  expect(faults).toEqual([]);
  await close();
});
