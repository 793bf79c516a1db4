// What a page may do wrong in its layout, measured: words out of reach, targets too small to hit.
import type { Page } from 'playwright-core';

/** What leaves the page sideways, and text cut off by its own box. */
export function lost(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) =>
      `${element.closest('figure')?.id ?? ''} ${element.localName}.${element.getAttribute('class')} "${element.textContent?.trim().slice(0, 30)}"`;
    /** Boxes that scroll by themselves may hold more than they show. */
    const scrolls = (element: Element | null): boolean =>
      !!element &&
      element !== document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    // WebKit rounds what overflows by a fraction up to a pixel, and so it does not scroll; the space after a
    // line's last letter may be another
    const wide = document.documentElement.scrollWidth > innerWidth + 2;
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('svg, .katex, .visually-hidden, .skip, option')) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const { right, left, width } = element.getBoundingClientRect();
      if (wide && width > 0 && right > innerWidth + 1 && !scrolls(element)) {
        found.push(`${name(element)} reaches ${Math.round(right - innerWidth)} px out`);
      }
      if (width > 0 && right < 0 && left < 0) found.push(`${name(element)} is off the page`);
      const { overflowX, overflowY } = getComputedStyle(element);
      const cutX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2;
      // a drawing may be clipped, words may not
      if ((cutX || cutY) && element.textContent?.trim()) found.push(`${name(element)} is cut off`);
    }
    if (wide && found.length === 0) {
      const out = [...document.body.querySelectorAll('*:not(svg *)')]
        .map((element) => ({ element, right: element.getBoundingClientRect().right }))
        .filter(({ element, right }) => right > innerWidth && !scrolls(element))
        .sort((a, b) => b.right - a.right)
        .slice(0, 5)
        .map(({ element, right }) => `${name(element)} ${(right - innerWidth).toFixed(1)} px`);
      const by = document.documentElement.scrollWidth - innerWidth;
      found.push(
        `the page scrolls sideways by ${by} px: ${out.join('; ') || 'nothing is seen to'}`,
      );
    }
    return found.slice(0, 12);
  });
}

/**
 * Targets under 24 × 24 px (WCAG 2.5.8): links in a sentence may be as small as their text, and what is
 * smaller may have room around it instead: a circle of 24 px about its middle that no other target meets.
 */
export function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [role="slider"], [role="radio"], [tabindex="0"][role]',
      ),
    ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const targets = all
      .map((element) => {
        // what is clicked in its stead counts with it; of a handle, the ring around it
        const label = element.closest('label') ?? element;
        const box = (
          element.querySelector('.handle-target') ??
          (element instanceof SVGElement ? element : label)
        ).getBoundingClientRect();
        return { element, box };
      })
      .filter(
        ({ element, box }) => box.width > 1 && getComputedStyle(element).pointerEvents !== 'none',
      );
    const found: string[] = [];
    for (const { element, box } of targets) {
      const what = `${element.closest('figure')?.id ?? ''} ${element.localName} "${(element.getAttribute('aria-label') ?? element.textContent)?.trim().slice(0, 40)}" ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`;
      const handle = element.matches('[role="slider"]');
      // a hundredth of a pixel may be lost in the scale of the drawing
      if (handle && element.querySelector('.handle-target') && box.width < 43.99) found.push(what);
      if (box.width >= 23.9 && box.height >= 23.9) continue;
      const inline =
        getComputedStyle(element).display === 'inline' && !!element.closest('p, li, td, dd');
      if (inline) continue;
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const crowded = targets.some(
        (other) =>
          other.element !== element &&
          !other.element.contains(element) &&
          Math.hypot(
            Math.max(other.box.left - x, 0, x - other.box.right),
            Math.max(other.box.top - y, 0, y - other.box.bottom),
          ) < 12,
      );
      if (crowded) found.push(what);
    }
    return found;
  });
}
