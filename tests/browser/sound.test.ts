// Curves by ear: silent until asked, stopped by the same button, quiet by itself at the end.
import { expect, it } from 'vitest';
import { useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();

it('plays when asked, stops when asked, and fetches nothing for it before', async () => {
  const { page, faults, close } = await open('lab/', { reducedMotion: 'reduce' });
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (/\/sound[.-]/.test(request.url())) fetched.push(request.url());
  });
  await page.evaluate(() => {
    const contexts: AudioContext[] = [];
    const Real = AudioContext;
    const Counted = class extends Real {
      constructor() {
        super();
        contexts.push(this);
      }
    };
    Object.assign(window, { contexts, AudioContext: Counted });
  });
  const states = () =>
    page.evaluate(() =>
      (window as unknown as { contexts: AudioContext[] }).contexts.map(({ state }) => state),
    );
  await wake(page);
  expect(await states()).toEqual([]);
  expect(fetched).toEqual([]);
  const button = page.locator('#lab .action-buttons button').first();
  const label = await button.textContent();
  await button.press('Enter');
  await expect.poll(() => button.textContent()).not.toBe(label);
  await expect.poll(async () => (await states()).length).toBe(1);
  expect(fetched).toHaveLength(1);
  await button.press('Enter');
  await expect.poll(() => button.textContent()).toBe(label);
  expect(await states()).toEqual(['closed']);
  expect(faults).toEqual([]);
  await close();
});
