import { expect, it } from 'vitest';
import { useSite } from './page.ts';

const open = useSite();
const path = 'universal-approximation/';

it('looks at the next width by an arrow key, and at any by a click', async () => {
  const { page, faults, close } = await open(path);
  const figure = page.locator('#error-against-width');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  await figure.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await figure.locator('.readout', { hasText: 'width 17' }).waitFor();
  await page.keyboard.press('End');
  await figure.locator('.readout', { hasText: 'Width 512' }).waitFor();
  await figure.locator('.pick-ground').click({ position: { x: 5, y: 5 } });
  await figure.locator('.readout', { hasText: 'width 1,' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('brings back all widths of a link copied in mid-run, stands there, and goes on when asked', async () => {
  const { page, faults, close } = await open(path);
  const figureOf = async () => {
    const figure = page.locator('#error-against-width');
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('astro-island:not([ssr])').waitFor();
    const button = (name: string) => figure.getByRole('button', { name, exact: true });
    // what is read and drawn of every width
    const seen = async () => [
      await figure.locator('.run-state').allTextContents(),
      await figure.locator('.readout').textContent(),
      await figure.locator('.log-lines .fit').getAttribute('d'),
    ];
    return {
      figure,
      button,
      seen,
      state: () => figure.locator('.run-state').first().textContent(),
    };
  };
  const { figure, button, seen, state } = await figureOf();
  await figure.getByLabel('Trainer').selectOption('variableProjection');
  await expect.poll(state, { timeout: 20_000 }).toMatch(/: [1-9]\d? %/);
  await button('Pause').click();
  await expect.poll(state).toMatch(/^Paused at \d+ %\.$/);
  await button('Copy link').click();
  const before = await seen();
  const address = page.url();
  expect(address).toMatch(/#error-against-width~trainer=variableProjection~step=\d+$/);
  await page.goto('about:blank');
  await page.goto(address);
  const again = await figureOf();
  await expect.poll(again.seen, { timeout: 30_000 }).toEqual(before);
  await again.button('Train').click();
  await expect.poll(again.state, { timeout: 60_000 }).toContain('All widths trained');
  expect(faults).toEqual([]);
  await close();
});

it('trains seven widths by one step', async () => {
  const { page, faults, close } = await open(path);
  const figure = page.locator('#widths-side-by-side');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  await figure.getByRole('button', { name: 'One step' }).press('Enter');
  await figure.locator('.readout', { hasText: 'After 19 steps' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

it('moves a knot by keys and by pointer', async () => {
  const { page, faults, close } = await open(path);
  const figure = page.locator('#by-hand');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  const knot = figure.getByRole('slider', { name: 'Knot 3 of 7' });
  await knot.focus();
  await page.keyboard.press('Shift+ArrowUp');
  await figure.locator('[aria-valuetext="x −0.40, y 0.90"]').waitFor();
  const box = await knot.boundingBox();
  if (!box) throw new Error('the knot is not drawn');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 60, { steps: 4 });
  await page.mouse.up();
  expect(await knot.getAttribute('aria-valuetext')).not.toBe('x −0.40, y 0.90');
  expect(faults).toEqual([]);
  await close();
});

it('builds from hats by keys alone, and takes it back', async () => {
  const { page, faults, close } = await open(path);
  const figure = page.locator('#by-hand');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  await figure.getByRole('radio', { name: 'kinks' }).focus();
  await page.keyboard.press('ArrowRight');
  await figure.locator('.readout', { hasText: 'Your 8 ReLU neurons' }).waitFor();
  await figure.getByRole('slider', { name: 'Hat 2 of 3', exact: true }).focus();
  await page.keyboard.press('Shift+ArrowUp');
  await figure.locator('[aria-valuetext="x −0.50, y 0.90"]').waitFor();
  await figure.getByLabel('to x').fill('-0.3');
  await figure.getByRole('slider', { name: 'Hat 2 of 3, right end' }).focus();
  await figure.locator('[aria-valuetext="x −0.30, y 0.00"]').waitFor();
  await page.keyboard.press('Delete');
  await figure.getByRole('slider', { name: 'Hat 2 of 2', exact: true }).waitFor();
  for (let i = 0; i < 3; i++)
    await figure.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await figure.getByRole('slider', { name: 'Hat 2 of 3', exact: true }).waitFor();
  await figure.locator('[aria-valuetext="x −0.50, y 0.80"]').waitFor();
  expect(await figure.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true);
  expect(faults).toEqual([]);
  await close();
});

it('puts a bump where an empty place is tapped', async () => {
  const { page, faults, close } = await open(`${path}#by-hand~kind=bumps`);
  const figure = page.locator('#by-hand');
  await figure.locator('astro-island:not([ssr])').waitFor();
  await figure.locator('.edit-ground').click({ position: { x: 25, y: 200 } });
  await figure.getByRole('slider', { name: 'Bump 1 of 4', exact: true }).waitFor();
  expect(faults).toEqual([]);
  await close();
});
