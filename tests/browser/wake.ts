// Wakes the figures of a page, as a reader does who scrolls through it.
import type { Page } from 'playwright-core';

/** Brings one figure after another into view and waits until all are alive and the page is at rest. */
export async function wake(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
    for (const figure of document.querySelectorAll('figure')) {
      figure.scrollIntoView({ behavior: 'instant' });
      await pause();
      while (figure.querySelector('astro-island[ssr]')) await pause();
    }
    scrollTo({ top: 0, behavior: 'instant' });
  });
}
