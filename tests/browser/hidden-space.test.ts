import { describe, expect, it } from 'vitest';
import { HiddenSpaceModel } from '../../src/figures/hidden-space/model.ts';
import { useSite, type Visit } from './page.ts';

const open = useSite();

async function waiting({ page }: Visit, id: string) {
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  return figure;
}

/** The figure, once the question above it is answered and the move has been played. */
async function awake(visit: Visit, id: string) {
  const figure = await waiting(visit, id);
  await visit.page.locator(`.predict:has(+ #${id}) label`).first().click();
  await expect
    .poll(() => figure.locator('.move input').inputValue(), { timeout: 10_000 })
    .toBe('100');
  return figure;
}

const gapOf = (change: (model: InstanceType<typeof HiddenSpaceModel>) => void) => {
  const model = new HiddenSpaceModel('relu');
  change(model);
  return model.current.value.gap.toFixed(3);
};

describe('the hidden plane', () => {
  it('measures what the core measures for the chosen activation and scale', async () => {
    const visit = await open();
    const figure = await awake(visit, 'hidden-bend');
    const readout = figure.locator('.readout');
    expect(await readout.textContent()).toContain('0.344');
    await figure.getByRole('combobox', { name: 'Activation' }).selectOption('tanh');
    expect(await readout.textContent()).toContain(gapOf((m) => m.setActivation('tanh')));
    await figure.getByRole('slider', { name: 'Weights times' }).fill('2');
    const expected = gapOf((m) => {
      m.setActivation('tanh');
      m.setPower(2);
    });
    expect(await readout.textContent()).toContain(expected);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('moves a line by keys and by pointer, and the gap follows', async () => {
    const visit = await open();
    const figure = await awake(visit, 'hidden-bend');
    const readout = figure.locator('.readout');
    const handle = figure.getByRole('slider', { name: 'Move the line of n₁' });
    const before = await readout.textContent();
    await handle.focus();
    await visit.page.keyboard.press('ArrowRight');
    await expect.poll(() => readout.textContent()).not.toBe(before);
    const byKey = await readout.textContent();
    const box = await handle.boundingBox();
    if (!box) throw new Error('the handle has no box');
    await visit.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await visit.page.mouse.down();
    await visit.page.mouse.move(box.x + box.width / 2 + 15, box.y + box.height / 2 - 10);
    await visit.page.mouse.up();
    await expect.poll(() => readout.textContent()).not.toBe(byKey);
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => readout.textContent()).toBe(before);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('takes a typed weight, and only one that makes sense', async () => {
    const visit = await open();
    const figure = await awake(visit, 'hidden-bend');
    await figure.locator('details.weights summary').click();
    const weight = figure.locator('.line-fields input').first();
    await weight.fill('2');
    const first = figure.locator('.equations .equation').first();
    await expect.poll(() => first.textContent()).toBe('n₁ = 2.00 x₁ + 1.20 x₂ − 1.20');
    await weight.fill('two');
    await figure.getByText('“two” is not a number.').waitFor();
    expect(await first.textContent()).toBe('n₁ = 2.00 x₁ + 1.20 x₂ − 1.20');
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('carries the probe along', async () => {
    const visit = await open();
    const figure = await awake(visit, 'hidden-bend');
    await figure.getByRole('slider', { name: 'The point carried along' }).focus();
    await visit.page.keyboard.press('Shift+ArrowRight');
    // (1.60, 0.35): n₁ = 2.56 + 0.42 − 1.2, n₂ < 0
    await expect
      .poll(() => figure.locator('.goes-to').textContent())
      .toBe('(1.60, 0.35) goes to (1.78, 0.00)');
    await visit.close();
  });

  it('links the planes: a point chosen in one is marked in the other', async () => {
    const visit = await open();
    const figure = await awake(visit, 'hidden-bend');
    const marked = (view: number) =>
      figure
        .locator('.view')
        .nth(view)
        .locator('.marks.highlighted')
        .evaluateAll((paths) =>
          paths.reduce(
            (sum, path) => sum + (path.getAttribute('d') ?? '').split(/[ML]/).length - 1,
            0,
          ),
        );
    expect(await marked(1)).toBe(0);
    // a pointer left where a plane comes to lie would choose what is under it
    await visit.page.mouse.move(2, 2);
    await figure.getByRole('slider', { name: 'Look at a point' }).first().focus();
    // under ReLU the whole of class A is in one place
    await expect.poll(() => marked(1)).toBe(24);
    await visit.page.keyboard.press('End');
    await expect.poll(() => marked(1)).toBe(1);
    expect(await marked(0)).toBe(1);
    await visit.close();
  });

  it('plays the move to the input plane and back, and is moved by hand', async () => {
    const visit = await open();
    const figure = await awake(visit, 'hidden-identity');
    const slider = figure.getByRole('slider', { name: 'From input to hidden plane' });
    await figure.getByRole('button', { name: 'Move it back' }).click();
    await expect.poll(() => slider.inputValue(), { timeout: 10_000 }).toBe('0');
    await slider.focus();
    await visit.page.keyboard.press('ArrowRight');
    expect(await figure.locator('.view-name').last().textContent()).toBe(
      '1 % of the way to the hidden plane',
    );
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('keeps its answer until the reader has guessed, then plays it; the link stays as it was', async () => {
    const visit = await open();
    const figure = await waiting(visit, 'hidden-bend');
    const move = figure.locator('.move input');
    const readout = figure.locator('.readout');
    await expect.poll(() => move.inputValue()).toBe('0');
    expect(await readout.textContent()).not.toContain('0.344');
    expect(await figure.locator('.boundary').count()).toBe(0);
    await visit.page.locator('.predict:has(+ #hidden-bend) label').nth(1).click();
    await expect.poll(() => move.inputValue(), { timeout: 10_000 }).toBe('100');
    expect(await readout.textContent()).toContain('0.344');
    expect(await figure.locator('.boundary').count()).toBeGreaterThan(0);
    expect(new URL(visit.page.url()).hash).not.toContain('morph');
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('asks nothing of a reader who goes to work on it', async () => {
    const visit = await open();
    const figure = await waiting(visit, 'hidden-bend');
    const move = figure.locator('.move input');
    await expect.poll(() => move.inputValue()).toBe('0');
    await move.focus();
    await visit.page.keyboard.press('End');
    expect(await figure.locator('.readout').textContent()).toContain('0.344');
    await visit.page.locator('.predict:has(+ #hidden-bend) label').nth(2).click();
    expect(await move.inputValue()).toBe('100');
    await visit.close();
  });

  it('restores a link, and says so when it cannot', async () => {
    const visit = await open('#hidden-bend~activation=tanh~power=2~data=xor~morph=0.5');
    const figure = await waiting(visit, 'hidden-bend');
    await expect
      .poll(() => figure.getByRole('combobox', { name: 'Activation' }).inputValue())
      .toBe('tanh');
    expect(await figure.getByRole('combobox', { name: 'Points' }).inputValue()).toBe('xor');
    await visit.close();
    const bad = await open('#hidden-bend~activation=nonsense');
    const other = await waiting(bad, 'hidden-bend');
    expect(await other.getByRole('alert').textContent()).toContain('activation=nonsense');
    await bad.close();
  });

  it('is whole without JavaScript', async () => {
    const visit = await open('', { javaScriptEnabled: false });
    const figure = visit.page.locator('#hidden-identity');
    expect(await figure.locator('.readout').textContent()).toContain('(0.335, 0.135)');
    expect(await figure.locator('.controls').isVisible()).toBe(false);
    await visit.close();
  });
});
