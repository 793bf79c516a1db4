import { expect, it } from 'vitest';
import { activations } from '../../src/core/activations.ts';
import { trimmed } from '../../src/ui/words.ts';
import { useSite } from './page.ts';

const open = useSite();

async function awake(hash = '') {
  const visit = await open(hash);
  const figure = visit.page.locator('#activations');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  return { ...visit, figure, readout: figure.locator('.readout') };
}

it('chooses a function by arrow keys and by pointer', async () => {
  const { page, figure, readout, faults, close } = await awake();
  await figure.getByRole('radio', { name: 'ReLU', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  const tanh = activations.tanh.value(1.5);
  expect(await readout.textContent()).toContain(`tanh is ${trimmed(tanh, 3)} `);
  await figure.locator('.choice', { hasText: 'GELU' }).click();
  const gelu = activations.gelu.value(1.5);
  expect(await readout.textContent()).toContain(`GELU is ${trimmed(gelu, 3)} `);
  await page.waitForFunction(() => location.hash.includes('activation=gelu'));
  expect(faults).toEqual([]);
  await close();
});

it('moves the cursor along the curve by keys, pointer and number', async () => {
  const { page, figure, readout, faults, close } = await awake('#activations~activation=tanh');
  const { value, derivative } = activations.tanh;
  const expectAt = async (z: number) =>
    expect(await readout.textContent()).toBe(
      `At z = ${trimmed(z, 2)}, tanh is ${trimmed(value(z), 3)} and its slope is ${trimmed(derivative(z), 3)}.`,
    );
  const handle = figure.getByRole('slider');
  await handle.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expectAt(1);
  const field = figure.getByRole('textbox');
  const box = (await handle.locator('.handle-mark').boundingBox()) ?? expect.unreachable();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 120, box.y + 30, { steps: 5 });
  await page.mouse.up();
  const dragged = Number(await field.inputValue());
  expect(dragged).toBeLessThan(0);
  await expectAt(dragged);
  await field.fill('2.25');
  await expectAt(2.25);
  await field.fill('far');
  await expectAt(2.25);
  expect(await figure.getByRole('alert').textContent()).toContain('“far”');
  expect(faults).toEqual([]);
  await close();
});

it('sets a variable in the font of the formulas in the text', async () => {
  const { page, figure, close } = await awake();
  const widths = () =>
    figure.evaluate((element) => {
      const letter = element.querySelector('mi:not(.name)') as Element;
      const same = document.createElement('span');
      same.textContent = letter.textContent;
      same.style.cssText = 'position: absolute; font-family: KaTeX_Math; font-style: italic';
      same.style.fontSize = getComputedStyle(letter).fontSize;
      element.append(same);
      const width = ({ width }: DOMRect) => width;
      const both = [letter, same].map((each) => width(each.getBoundingClientRect()));
      same.remove();
      return both;
    });
  await page.evaluate(() => document.fonts.ready);
  const [drawn = 0, meant = 0] = await widths();
  expect(Math.abs(drawn - meant), `${drawn} and ${meant} px`).toBeLessThan(1.5);
  await close();
});
