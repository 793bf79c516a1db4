// For a reader who asked for less motion: before and after, and nothing in between.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();

/**
 * What is seen in each of the next `frames`, or up to half a second after the first change, repetitions
 * left out, and how many animations of style sheets run meanwhile.
 */
function watch(page: Page, selector: string, frames: number) {
  return page.evaluateHandle(
    ([what, count]) => {
      const seen: string[] = [];
      let animations = 0;
      const done = (async () => {
        for (let i = 0, end = count; i < end; i++) {
          await new Promise(requestAnimationFrame);
          const now = [...document.querySelectorAll(what)]
            .map((part) => (part instanceof HTMLInputElement ? part.value : part.outerHTML))
            .join();
          if (now !== seen.at(-1)) {
            seen.push(now);
            if (seen.length === 2) end = Math.min(end, i + 30);
          }
          animations = Math.max(animations, document.getAnimations().length);
        }
        return { seen, animations };
      })();
      return { done };
    },
    [selector, frames] as const,
  );
}
const result = (watched: Awaited<ReturnType<typeof watch>>) => watched.evaluate(({ done }) => done);

it.each(['', 'lab/'])('nothing on page "%s" moves by itself', async (path) => {
  const { page, faults, close } = await open(path, { reducedMotion: 'reduce' });
  await wake(page);
  const { seen, animations } = await result(
    await watch(page, '#hero svg path, .drawing svg .handle, .chart .fit, .drag-line path', 40),
  );
  expect(seen[0]).not.toBe('');
  expect(seen).toHaveLength(1);
  expect(animations).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

it('a plane jumps from input to hidden, a best line stands where it ends, a training trains', async () => {
  const { page, faults, close } = await open('', { reducedMotion: 'reduce' });
  await wake(page);

  const hidden = page.locator('#hidden-bend');
  const jump = await watch(page, '#hidden-bend .move input', 300);
  await hidden.locator('.move button').click();
  expect((await result(jump)).seen).toEqual(['0', '100']);

  const best = await watch(page, '#one-line .best-line', 300);
  await page.locator('#one-line').getByRole('button', { name: 'Show the best line' }).click();
  const { seen, animations } = await result(best);
  // not there, and there
  expect(seen).toHaveLength(2);
  expect(animations).toBe(0);

  const training = page.locator('#train-2-2-1');
  await training.getByRole('button', { name: 'Train from the start' }).click();
  const step = async () =>
    Number(/Step (\d+)/.exec((await training.locator('.readout').textContent()) ?? '')?.[1]);
  await expect.poll(step, { timeout: 30_000 }).toBeGreaterThan(300);
  await training.getByRole('button', { name: 'Pause' }).click();
  await training.getByRole('button', { name: 'Train', exact: true }).waitFor();
  expect(faults).toEqual([]);
  await close();
});
