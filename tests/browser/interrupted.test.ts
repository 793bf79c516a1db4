// What breaks off in the lab: strokes that the browser takes away, sheets that go while they are drawn on, and
// files that miss their field.
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { needs, useSite } from './page.ts';

const open = useSite();

async function lab(page: Page) {
  const figure = page.locator('#lab');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor();
  return {
    figure,
    curve: () => figure.locator('.curve.target').getAttribute('d'),
    step: async () => Number(await figure.locator('.stats dd').nth(3).textContent()),
    /** As by key, whatever the pointer is doing. */
    choose: (name: string) =>
      figure
        .getByRole('radio', { name, exact: true })
        .evaluate((radio: HTMLElement) => radio.click()),
  };
}

/** Places on the sheet, in shares of it. */
async function sheetOf(figure: Locator) {
  const surface = figure.locator('svg.surface');
  await surface.scrollIntoViewIfNeeded();
  // it has the chart's size a moment after it is there
  await expect
    .poll(() =>
      surface.evaluate((sheet: SVGSVGElement) =>
        Math.abs(sheet.viewBox.baseVal.width - sheet.getBoundingClientRect().width),
      ),
    )
    .toBeLessThan(1);
  const box = await surface.boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  return (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
}

it('a stroke that the browser cancels stays as far as it came, is trained on, and can be followed by another', async () => {
  const { page, faults, close } = await open('lab/');
  const { figure, curve, step, choose } = await lab(page);
  await choose('Draw');
  const at = await sheetOf(figure);
  const before = await curve();
  const sheet = figure.locator('.target-sheet');
  // browsers number their mice differently
  await sheet.evaluate((part) =>
    part.addEventListener('pointerdown', (event) => {
      part.setAttribute('data-pointer', String((event as PointerEvent).pointerId));
    }),
  );
  await page.mouse.move(...at(0.2, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.8), { steps: 4 });
  await expect.poll(curve).not.toBe(before);
  const drawn = await curve();
  await sheet.evaluate((part) => {
    const pointerId = Number(part.getAttribute('data-pointer'));
    part.dispatchEvent(new PointerEvent('pointercancel', { pointerId, bubbles: true }));
  });
  // a stroke under way would hold it up
  await expect.poll(step, { timeout: 15_000 }).toBeGreaterThan(5);
  await page.mouse.move(...at(0.8, 0.1), { steps: 4 });
  expect(await curve()).toBe(drawn);
  await page.mouse.up();
  expect(await curve()).toBe(drawn);
  await page.waitForURL(/lab~target=d!/);

  await page.mouse.move(...at(0.6, 0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.9, 0.6), { steps: 4 });
  await page.mouse.up();
  await expect.poll(curve).not.toBe(drawn);
  expect(faults).toEqual([]);
  await close();
});

it('a finger whose stroke is cancelled leaves the sheet to the next one', async () => {
  needs('the DevTools protocol');
  const { page, faults, close } = await open('lab/', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const { figure, curve, step, choose } = await lab(page);
  await choose('Draw');
  const at = await sheetOf(figure);
  const protocol = await page.context().newCDPSession(page);
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchCancel' | 'touchEnd',
    place?: readonly [number, number],
  ) =>
    protocol.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: place ? [{ x: place[0], y: place[1] }] : [],
    });
  const before = await curve();
  await touch('touchStart', at(0.2, 0.2));
  await touch('touchMove', at(0.35, 0.5));
  await touch('touchMove', at(0.5, 0.8));
  await expect.poll(curve).not.toBe(before);
  const drawn = await curve();
  await touch('touchCancel');
  await expect.poll(step, { timeout: 15_000 }).toBeGreaterThan(5);
  expect(await curve()).toBe(drawn);
  await touch('touchStart', at(0.7, 0.2));
  await touch('touchMove', at(0.9, 0.4));
  await touch('touchEnd');
  await expect.poll(curve).not.toBe(drawn);
  expect(faults).toEqual([]);
  await close();
});

it.each(['Draw', 'Points'])(
  'a sheet that goes while "%s" is at work leaves nothing behind',
  async (kind) => {
    const { page, faults, close } = await open('lab/');
    const { figure, curve, step, choose } = await lab(page);
    await choose(kind);
    const at = await sheetOf(figure);
    // the first point is at the left end; a stroke may begin anywhere
    const [, top] = at(0, 0);
    const point = figure.locator('.target-cursor');
    const start = kind === 'Draw' ? at(0.2, 0.3) : await middleOf(point);
    const before = await curve();
    await page.mouse.move(...start);
    await page.mouse.down();
    await page.mouse.move(start[0] + 4, (top + start[1]) / 2, { steps: 4 });
    await expect.poll(curve).not.toBe(before);
    await choose('Pick');
    await expect.poll(() => figure.locator('svg.surface').count()).toBe(0);
    const picked = await curve();
    await page.mouse.move(...at(0.9, 0.9), { steps: 4 });
    await page.mouse.up();
    expect(await curve()).toBe(picked);
    // what is picked is trained: nobody waits for a pen that is gone
    await expect.poll(step, { timeout: 15_000 }).toBeGreaterThan(5);

    await choose(kind);
    await sheetOf(figure);
    const [left, height] = kind === 'Draw' ? at(0.5, 0.5) : await middleOf(point);
    const again = await curve();
    // moved, not pressed
    await page.mouse.move(left, height);
    await page.mouse.move(...at(0.6, 0.9), { steps: 4 });
    expect(await curve()).toBe(again);
    await page.mouse.move(left, height);
    await page.mouse.down();
    await page.mouse.move(left + 9, height + 30, { steps: 4 });
    await page.mouse.up();
    await expect.poll(curve).not.toBe(again);
    expect(faults).toEqual([]);
    await close();
  },
);

async function middleOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error('there is no point');
  return [box.x + box.width / 2, box.y + box.height / 2] as const;
}

/** Drags a file over what is at `selector` and drops it there; says whether the page kept the browser from opening it. */
const dropped = (page: Page, selector: string, name: string, content: string) =>
  page.evaluate(
    ([where, fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName, { type: 'text/csv' }));
      const [over, drop] = ['dragover', 'drop'].map((type) => {
        const event = new DragEvent(type, {
          dataTransfer: transfer,
          bubbles: true,
          cancelable: true,
        });
        document.querySelector(where)?.dispatchEvent(event);
        return event.defaultPrevented;
      });
      return { over, drop };
    },
    [selector, name, content] as const,
  );

it('a file that misses the field is read as if it had met it, and never opened', async () => {
  const { page, faults, close } = await open('lab/');
  const { figure, curve, choose } = await lab(page);
  await choose('Data');
  const address = page.url().split('#')[0];
  const rows = (slope: number) =>
    Array.from({ length: 30 }, (_, i) => `${i},${slope * i + (i % 3)}`).join('\n');
  const field = figure.getByRole('textbox', { name: 'Two columns, x and y' });
  // an empty file is nothing to read, and nothing to open
  await expect.poll(() => dropped(page, 'h1', 'empty.csv', '')).toEqual({ over: true, drop: true });
  for (const [i, where] of ['h1', '#lab .chart', 'footer', '#lab .data-field textarea'].entries()) {
    const before = await curve();
    const table = `x,y\n${rows(i - 1.5)}`;
    expect([where, await dropped(page, where, `${i}.csv`, table)]).toEqual([
      where,
      { over: true, drop: true },
    ]);
    await expect.poll(() => field.inputValue()).toBe(table);
    await expect.poll(curve).not.toBe(before);
  }
  // what is no table is refused, and the target stays
  const before = await curve();
  await dropped(page, 'h1', 'picture.png', '\u0000PNG\u0000');
  await expect.poll(() => figure.locator('.data-field .fault').count()).toBe(1);
  expect(await curve()).toBe(before);
  // where no field is shown the page has no say
  await choose('Pick');
  expect(await dropped(page, 'h1', 'x.csv', 'x,y\n1,2')).toEqual({ over: false, drop: false });
  expect(page.url().split('#')[0]).toBe(address);
  expect(faults).toEqual([]);
  await close();
});

it('a real file dropped beside the field does not take the place of the page', async () => {
  needs('the DevTools protocol');
  const { page, faults, close } = await open('lab/');
  const { figure, choose } = await lab(page);
  await choose('Data');
  const address = page.url().split('#')[0];
  const protocol = await page.context().newCDPSession(page);
  const file = fileURLToPath(new URL('../fixtures/small-figures.json.md', import.meta.url));
  const { x, y } = (await figure.locator('.chart').boundingBox()) ?? { x: 0, y: 0 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await protocol.send('Input.dispatchDragEvent', {
      type,
      x: x + 10,
      y: y + 5,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  }
  // it is no table, and that is all that happens
  await expect.poll(() => figure.locator('.data-field .fault').count()).toBe(1);
  expect(page.url().split('#')[0]).toBe(address);
  expect(await figure.getByRole('radio', { name: 'Data' }).isChecked()).toBe(true);
  expect(faults).toEqual([]);
  await close();
});
