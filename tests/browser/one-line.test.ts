import type { BrowserContextOptions } from 'playwright-core';
import { expect, it } from 'vitest';
import { fields, OneLineModel, scoreOf } from '../../src/figures/one-line/model.ts';
import { readLink } from '../../src/ui/link.ts';
import { dataField, pointsOf } from '../../src/ui/plane-data.ts';
import { needs, useSite } from './page.ts';

const open = useSite();

async function awake(path = '', options: BrowserContextOptions = {}) {
  const visit = await open(path, options);
  const figure = visit.page.locator('#one-line');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  /** The middle of an element, in CSS pixels. */
  const middle = async (selector: string) => {
    const box = await figure.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not drawn`);
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  /** What the model says of the state in the address. */
  const state = async () => {
    await visit.page.waitForURL(/#one-line~/);
    const reading = readLink('one-line', fields, new URL(visit.page.url()).hash);
    if (reading.kind !== 'state') throw new Error(`no state in ${visit.page.url()}`);
    const model = new OneLineModel();
    if (reading.values.line) model.setLine(reading.values.line);
    if (reading.values.data) model.editor.data.value = reading.values.data;
    return model;
  };
  return { ...visit, figure, readout: figure.locator('.readout'), middle, state };
}

it('drags the line by pointer, and counts as the core does', async () => {
  const { page, readout, middle, state, faults, close } = await awake();
  const [x, y] = await middle('.handle.foot');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 120, y + 20, { steps: 5 });
  await page.mouse.up();
  // the link follows a moment after the last change
  const counted = async () => {
    const model = await state();
    const { correct } = scoreOf(model.line.value, model.editor.points.value);
    return (await readout.textContent())?.includes(`This line gets ${correct} of 48`);
  };
  await expect.poll(counted).toBe(true);
  expect(faults).toEqual([]);
  await close();
});

it('moves and turns the line by keys, remembers the best, and goes back to it', async () => {
  const { page, figure, readout, faults, close } = await awake();
  const best = async () =>
    Number(/reached is (\d+)/.exec((await readout.textContent()) ?? '')?.[1]);
  const before = await best();
  await figure.getByRole('slider', { name: 'Turn the line' }).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowUp');
  const reached = await best();
  expect(reached).toBeGreaterThan(before);
  await figure.getByRole('slider', { name: 'Move the line' }).focus();
  for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowLeft');
  expect(await best()).toBe(reached);
  await figure.getByRole('button', { name: 'Back to my best' }).click();
  expect(await readout.textContent()).toContain(`This line gets ${reached} of 48`);
  expect(faults).toEqual([]);
  await close();
});

it('shows the best line and the certificate only when asked', async () => {
  const { figure, readout, faults, close } = await awake();
  expect(await figure.locator('.best-line').isVisible()).toBe(false);
  expect(await figure.locator('.certificate').isVisible()).toBe(false);
  await figure.getByRole('button', { name: 'Show the best line' }).click();
  expect(await figure.locator('.best-line').isVisible()).toBe(true);
  expect(await readout.textContent()).toContain('No line gets more than 36');
  await figure.getByRole('button', { name: 'Show why not all' }).click();
  expect(await figure.locator('.certificate').isVisible()).toBe(true);
  expect(await readout.textContent()).toContain('the point (0.33, 0.14)');
  expect(faults).toEqual([]);
  await close();
});

it('adds, moves, relabels and deletes points by key, in one tab stop', async () => {
  const { page, figure, readout, state, faults, close } = await awake();
  await figure.getByRole('button', { name: 'Edit points' }).click();
  const cursor = figure.getByRole('slider', { name: 'Chosen point' });
  expect(await figure.locator('svg [tabindex="0"]').count()).toBe(1);
  await cursor.focus();
  await page.keyboard.press('Enter');
  expect(await readout.textContent()).toContain('of 49');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press(' ');
  const last = async () => (await state()).editor.points.value.at(-1);
  await expect.poll(last).toEqual({ x1: 0.52, x2: 0.16, label: 'B' });
  const moved = await state();
  expect(await readout.textContent()).toContain(
    `This line gets ${moved.score.value.correct} of 49`,
  );
  await page.keyboard.press('Delete');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await state()).editor.points.value).toHaveLength(47);
  expect(await cursor.getAttribute('aria-valuetext')).toContain('of 47');
  expect(faults).toEqual([]);
  await close();
});

it('adds a point by tapping an empty place and moves one by dragging it', async () => {
  const { page, figure, readout, middle, state, faults, close } = await awake();
  await figure.getByRole('button', { name: 'Edit points' }).click();
  const [x, y] = await middle('.edit-ground');
  await page.mouse.click(x - 150, y);
  expect(await readout.textContent()).toContain('of 49');
  const [px, py] = await middle('.edit-cursor');
  expect(Math.abs(px - (x - 150)) + Math.abs(py - y)).toBeLessThan(3);
  await page.mouse.move(px, py);
  await page.mouse.down();
  await page.mouse.move(px + 20, py - 30, { steps: 4 });
  await page.mouse.up();
  const [toX, toY] = await middle('.edit-cursor');
  expect(Math.abs(toX - px - 20) + Math.abs(toY - py + 30)).toBeLessThan(3);
  await expect.poll(async () => (await state()).editor.points.value).toHaveLength(49);
  await figure.getByRole('button', { name: 'Undo' }).click();
  await figure.getByRole('button', { name: 'Undo' }).click();
  expect(await readout.textContent()).toContain('of 48');
  expect(faults).toEqual([]);
  await close();
});

it('a finger moves handles and points without scrolling the page, and scrolls it elsewhere', async () => {
  needs('the DevTools protocol');
  const phone = { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true };
  const { page, figure, middle, faults, close } = await awake('', phone);
  const touch = await page.context().newCDPSession(page);
  /** Drags from the middle of an element and says by how much the page has scrolled. */
  const drag = async (selector: string) => {
    await figure.locator(selector).evaluate((element) => {
      scrollBy({ top: element.getBoundingClientRect().top - 400, behavior: 'instant' });
    });
    await page.waitForTimeout(300);
    const [x, y] = await middle(selector);
    const before = await page.evaluate(() => scrollY);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let i = 1; i <= 8; i++) {
      const touchPoints = [{ x: x + i * 4, y: y - i * 8 }];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(100);
    return (await page.evaluate(() => scrollY)) - before;
  };
  const equation = () => figure.locator('.equation').first().textContent();
  const still = await equation();
  expect(await drag('.handle.foot')).toBe(0);
  expect(await equation()).not.toBe(still);
  await figure.getByRole('button', { name: 'Edit points' }).tap();
  const place = () => figure.locator('.edit-cursor').getAttribute('aria-valuetext');
  const first = await place();
  expect(await drag('.edit-cursor')).toBe(0);
  expect(await place()).not.toBe(first);
  const count = await figure.locator('.marks').first().getAttribute('d');
  expect(await drag('.readout')).toBeGreaterThan(0);
  expect(await figure.locator('.marks').first().getAttribute('d')).toBe(count);
  expect(faults).toEqual([]);
  await close();
});

it('survives the loss of every point, and of one class', async () => {
  const { page, figure, readout, faults, close } = await awake(
    '#one-line~data=A0,0B50,50~best=1~why=1',
  );
  expect(await readout.textContent()).toContain('0.707 wide');
  await figure.getByRole('button', { name: 'Edit points' }).click();
  await figure.getByRole('slider', { name: 'Chosen point' }).focus();
  await page.keyboard.press('Delete');
  expect(await readout.textContent()).toContain('With one class only');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete');
  expect(await readout.textContent()).toContain('There are no points yet.');
  await page.keyboard.press('Enter');
  expect(await readout.textContent()).toContain('1 of 1');
  expect(faults).toEqual([]);
  await close();
});

it('restores a link exactly, and says so when one is bad', async () => {
  const data = 'A-100,0,100,0B0,100,0,-100';
  const good = await awake(`#one-line~line=1,1,0~why=1~data=${data}`);
  const own = dataField.parse(data);
  expect((await good.state()).editor.points.value).toEqual(own && pointsOf(own));
  expect(await good.readout.textContent()).toContain('the point (0.00, 0.00)');
  expect(await good.figure.getByRole('combobox').inputValue()).toBe('own');
  await good.close();
  const bad = await awake('#one-line~data=A1');
  await bad.figure.getByText('could not be read').waitFor();
  expect(await bad.readout.textContent()).toContain('of 48');
  expect(bad.faults).toEqual([]);
  await bad.close();
});

it('is whole without script: the best line, the certificate and both in words', async () => {
  const { page, close } = await open('', { javaScriptEnabled: false });
  const figure = page.locator('#one-line');
  expect(await figure.locator('.best-line').isVisible()).toBe(true);
  expect(await figure.locator('.certificate').isVisible()).toBe(true);
  expect(await figure.getByText('No line gets more than 36.').isVisible()).toBe(true);
  expect(await figure.getByRole('button').count()).toBe(0);
  await close();
});
