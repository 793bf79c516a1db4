import { expect, it } from 'vitest';
import { partialSawtooth } from '../../src/core/partial-sawtooth.ts';
import { useSite } from './page.ts';

const open = useSite();

it('shows what one layer of the chosen units misses, as the core computes it', async () => {
  const { page, faults, close } = await open('#depth~folds=5');
  const figure = page.locator('#depth');
  await figure.locator('astro-island:not([ssr])').waitFor();
  const readout = figure.locator('.readout');
  await expect.poll(() => readout.textContent()).toContain('10 neurons');
  const sliders = figure.locator('input[type=range]');
  await sliders.nth(1).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await readout.textContent()).toContain(
    `One layer of width 4 is off by ${partialSawtooth(5, 4).rms.toFixed(3)}`,
  );
  await page.keyboard.press('End');
  expect(await readout.textContent()).toContain('One layer needs 32 neurons');
  expect(faults).toEqual([]);
  await close();
});

it('moves x by pointer and by key through every fold, and keeps it in the link', async () => {
  const { page, faults, close } = await open();
  const figure = page.locator('#depth');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  const handle = figure.getByRole('slider', { name: 'Move x' });
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error('the handle is not drawn');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  const dragged = Number(await handle.getAttribute('aria-valuenow'));
  expect(dragged).toBeGreaterThan(0.3);
  await page.keyboard.press('Home');
  expect(await handle.getAttribute('aria-valuenow')).toBe('0');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  const text = await handle.getAttribute('aria-valuetext');
  const place = () => Number(/^#depth~x=(0\.\d+)$/.exec(new URL(page.url()).hash)?.[1]);
  // the address follows when the keys rest: five hundredths and a half
  await expect.poll(place).toBe(0.055);
  const now = place();
  const folded = [1, 2, 3, 4, 5, 6].reduce((u) => (u <= 0.5 ? 2 * u : 2 - 2 * u), now);
  expect(text).toContain(`after fold 6 it is ${folded.toFixed(2)}`);
  expect(faults).toEqual([]);
  await close();
});
