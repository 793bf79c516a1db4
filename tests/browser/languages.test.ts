// The language is offered, never forced; changing it keeps the page, the place and the figure's
// state; and no line of a Chinese page opens with a closing mark.
import { expect, it } from 'vitest';
import { useSite } from './page.ts';

const open = useSite();

it('offers the reader’s language, goes nowhere by itself, and takes no for an answer', async () => {
  const { page, faults, close } = await open('proof/', { locale: 'zh-TW' });
  const offer = page.locator('.offer[lang="zh-CN"]');
  await offer.waitFor();
  expect(page.url()).toMatch(/\/the-bend\/proof\/$/);
  expect(await offer.getByRole('link').getAttribute('href')).toBe('../zh/proof/');
  await offer.getByRole('button').click();
  expect(await offer.isVisible()).toBe(false);
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await offer.isVisible()).toBe(false);
  expect(faults).toEqual([]);
  await close();
});

it('offers nothing to readers of the page’s language, or when storage is refused and they said no', async () => {
  const english = await open('proof/', { locale: 'en-GB' });
  await english.page.waitForLoadState('networkidle');
  expect(await english.page.locator('.offer:not([hidden])').count()).toBe(0);
  await english.close();

  const { page, faults, close } = await open('proof/', { locale: 'zh-CN' });
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.reload();
  const offer = page.locator('.offer[lang="zh-CN"]');
  await offer.getByRole('button').click();
  expect(await offer.isVisible()).toBe(false);
  expect(faults).toEqual([]);
  await close();
});

it('the language switch keeps page, place and figure state', async () => {
  const { page, faults, close } = await open('#neuron~line=1,0,-0.5');
  await page.locator('#neuron astro-island:not([ssr])').waitFor({ state: 'attached' });
  const heading = page.locator('main h2').nth(3);
  await heading.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
  const before = (await heading.boundingBox())?.y ?? 0;
  await page.evaluate(() => {
    // after the answer, which would be lost with the page
    setTimeout(
      () => document.querySelector<HTMLAnchorElement>('.language[hreflang="zh-CN"]')?.click(),
      100,
    );
  });
  await page.waitForURL(/\/zh\/#neuron~line=1,0,-0\.5$/);
  const after = (await page.locator('main h2').nth(3).boundingBox())?.y ?? 0;
  // the space between two headings differs from language to language
  expect(Math.abs(after - before)).toBeLessThan(200);
  const weight = page.locator('#neuron .number input').first();
  await page.locator('#neuron').evaluate((figure) => figure.scrollIntoView());
  await expect.poll(() => weight.inputValue(), { timeout: 10_000 }).toBe('1');
  expect(faults).toEqual([]);
  await close();
});

it.each([360, 768])(
  'no line of a Chinese page opens with a closing mark at %i px',
  async (width) => {
    for (const path of ['zh/', 'zh/proof/', 'zh/universal-approximation/', 'zh/about/']) {
      const { page, close } = await open(path, { viewport: { width, height: 800 } });
      const found = await page.evaluate(() => {
        const closing = /[，。：；？！、）”》]/;
        const faults: string[] = [];
        const boxOf = (node: Node, i: number) => {
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          return range.getBoundingClientRect();
        };
        for (const block of document.querySelectorAll('main :is(p, li, td, h1, h2, h3)')) {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          let last: DOMRect | undefined;
          let text = '';
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.parentElement?.closest('.katex-mathml, .note-text, .visually-hidden, svg'))
              continue;
            const value = node.textContent ?? '';
            for (let i = 0; i < value.length; i++) {
              const box = boxOf(node, i);
              if (box.width === 0) continue;
              if (last && closing.test(value[i] ?? '') && box.top >= last.bottom - 2) {
                faults.push(`${text.slice(-12)}⏎${value.slice(i, i + 6)}`);
              }
              last = box;
              text += value[i];
            }
          }
        }
        return faults;
      });
      expect(found, path).toEqual([]);
      await close();
    }
  },
);
