// What holds on every page, before and after its figures wake.
import { describe, expect, it } from 'vitest';
import { pages } from '../build/built.ts';
import { needs, useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();
const paths = pages.map((page) => page.replace(/index\.html$/, ''));

describe.each(paths)('page "%s"', (path) => {
  it('shifts no layout while its figures wake', async () => {
    needs('layout shifts as performance entries');
    const { page, close } = await open(path);
    await page.evaluate(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: { node?: Node; currentRect: DOMRect; previousRect: DOMRect }[];
        })[]) {
          if (entry.hadRecentInput) continue;
          const moved = entry.sources.map(({ node }) =>
            node instanceof Element ? node.outerHTML.slice(0, 90) : node?.nodeName,
          );
          shifts.push(`${entry.value.toFixed(4)} ${moved.join(' | ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await wake(page);
    await page.waitForTimeout(300);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
    // the web font may move a line by a hair when it replaces its fallback
    expect(shifts.filter((shift) => Number.parseFloat(shift) > 0.005)).toEqual([]);
    await close();
  });

  it.each([360, 768, 1280])('does not scroll sideways at %i px', async (width) => {
    const { page, close } = await open(path, { viewport: { width, height: 800 } });
    await wake(page);
    const wide = await page.evaluate(() =>
      document.documentElement.scrollWidth > innerWidth
        ? [...document.querySelectorAll('main *')]
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
            .map((element) => element.outerHTML.slice(0, 100))
            .slice(0, 5)
        : [],
    );
    expect(wide).toEqual([]);
    await close();
  });

  it('is whole without JavaScript: figures drawn, no dead control in sight', async () => {
    const { page, faults, close } = await open(path, { javaScriptEnabled: false });
    const figures = page.locator('.figure');
    for (let i = 0; i < (await figures.count()); i++) {
      const figure = figures.nth(i);
      const name = await figure.getAttribute('id');
      expect(await figure.locator('svg, table').count(), `drawing of ${name}`).toBeGreaterThan(0);
      const dead = await figure
        .locator('button:visible, input:visible, select:visible, textarea:visible')
        .count();
      expect(dead, `dead controls of ${name}`).toBe(0);
    }
    expect(faults.filter((fault) => !fault.startsWith('404'))).toEqual([]);
    await close();
  });
});

it('opens the page a shared figure link points to, at the figure, in its state', async () => {
  const { page, faults, close } = await open('#neuron~line=1,0,-0.5');
  const figure = page.locator('#neuron');
  await figure.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
  await page.waitForFunction(
    () =>
      (document.querySelector('#neuron .number input') as HTMLInputElement | null)?.value === '1',
  );
  const box = await figure.boundingBox();
  expect(box?.y).toBeLessThan(900);
  expect(faults).toEqual([]);
  await close();
});

it('says so when a figure link is broken, and keeps the figure as it was', async () => {
  const { page, faults, close } = await open('#neuron~line=1,0,oops');
  const fault = page.locator('#neuron .fault');
  await fault.waitFor();
  expect(await fault.textContent()).toContain('line=1,0,oops');
  expect(await page.locator('#neuron .number input').first().inputValue()).toBe('0.9');
  expect(faults).toEqual([]);
  await close();
});
