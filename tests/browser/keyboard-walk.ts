// A walk through a page by Tab alone. At each stop: can the reader see where they are, does the order
// follow the page, and does what has the focus answer to its keys?
import type { Page } from 'playwright-core';

export interface Stop {
  readonly figure: string;
  /** What it is, in words for a report. */
  readonly what: string;
  readonly kind: string;
  readonly svg: boolean;
  readonly box: { readonly x: number; readonly y: number; readonly r: number; readonly b: number };
  readonly unseen: string;
}

interface Walk {
  readonly stops: readonly Stop[];
  readonly found: readonly string[];
}

/** More than any page has. */
const enough = 700;

export async function walk(page: Page): Promise<Walk> {
  const stops: Stop[] = [];
  const found: string[] = [];
  let last: Stop | undefined;
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await look(page);
    if (!stop) break;
    stops.push(stop);
    if (stop.unseen) found.push(`${stop.what}: ${stop.unseen}`);
    if (last && goesBack(last, stop)) found.push(`${stop.what} comes after ${last.what}`);
    if (stops.length > enough) {
      found.push(`no end to it: ${stops.slice(-4).map(({ what }) => what)}`);
      break;
    }
    const fault = await use(page, stop);
    if (fault) found.push(`${stop.what}: ${fault}`);
    // what it did may have moved it
    last = { ...stop, box: (await whereNow(page)) ?? stop.box };
  }
  return { stops, found };
}

/** What has the focus, and how it shows; undefined when the focus has left the page. */
function look(page: Page): Promise<Stop | undefined> {
  return page.evaluate(async () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return;
    // a browser without a frame of its own to go to begins anew
    const { walked = element } = window as { walked?: Element };
    if (walked === element && 'walked' in window) return;
    Object.assign(window, { walked });
    const hidden = () => {
      const { x, y, right, bottom } = element.getBoundingClientRect();
      // what stands above may have grown since the browser brought it into view
      const grown = innerHeight / 4;
      return bottom <= -grown || y >= innerHeight + grown || right <= 0 || x >= innerWidth;
    };
    // what stands above may still be unfolding
    for (let i = 0; i < 10 && hidden(); i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const near = () => {
      const around = [element, element.parentElement, element.nextElementSibling];
      return [...around, ...element.querySelectorAll('*')]
        .slice(0, 12)
        .filter((part) => part !== null)
        .map((part) => {
          const style = getComputedStyle(part);
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth } =
            style;
          const outline = outlineStyle === 'none' ? '' : outlineWidth + outlineColor;
          return [outline, boxShadow, stroke, strokeWidth].join();
        })
        .join(';');
    };
    const focused = near();
    const { x, y, right: r, bottom: b } = element.getBoundingClientRect();
    const name =
      element.getAttribute('aria-label') ??
      (element as HTMLInputElement).labels?.[0]?.textContent ??
      element.textContent;
    const faults: string[] = [];
    if (hidden()) faults.push('is out of sight');
    const over = document.elementFromPoint((x + r) / 2, (y + b) / 2);
    const cover = over?.closest('.contents, .offer, .header');
    if (cover && !cover.contains(element)) faults.push(`is covered by ${cover.className}`);
    if ((element as HTMLElement).tabIndex > 0) faults.push('has a place of its own in the order');
    (element as HTMLElement).blur();
    if (near() === focused) faults.push('does not show that it has the focus');
    (element as HTMLElement).focus({ preventScroll: true });
    const figure = element.closest('figure')?.id ?? '';
    const kind =
      element.getAttribute('role') ?? (element as HTMLInputElement).type ?? element.localName;
    return {
      figure,
      kind: element.localName === 'summary' ? 'summary' : kind,
      what: `${figure} ${kind || element.localName} "${name?.trim().slice(0, 40)}"`,
      svg: element instanceof SVGElement,
      box: { x, y: y + scrollY, r, b: b + scrollY },
      unseen: faults.join(', '),
    };
  });
}

/** Where on the page the element in focus is. */
const whereNow = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { x, y, right: r, bottom: b } = element.getBoundingClientRect();
    return { x, y: y + scrollY, r, b: b + scrollY };
  });

/** Whether a stop lies above the one before it, and not in a column further on. Handles lie where they lie. */
function goesBack(last: Stop, next: Stop): boolean {
  if (last.figure !== next.figure || next.figure === '' || last.svg || next.svg) return false;
  return next.box.b <= last.box.y + 2 && next.box.x < last.box.r;
}

/** What is said or shown of the element in focus. */
const state = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const group = element?.closest('[role="radiogroup"], fieldset, figure');
    return [
      element?.getAttribute('aria-valuetext'),
      element?.getAttribute('aria-pressed'),
      element?.value,
      element?.type === 'checkbox' && element.checked,
      [...(group?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])].findIndex(
        ({ checked }) => checked,
      ),
      element?.getAttribute('aria-checked') && element.getAttribute('aria-label'),
      element?.parentElement?.hasAttribute('open'),
    ].join('|');
  });

/** How far the slider in focus can go. */
const range = (page: Page) =>
  page.evaluate(() => {
    const end = (name: string) =>
      Number(document.activeElement?.getAttribute(`aria-value${name}`) ?? Number.NaN);
    return end('max') - end('min');
  });

const arrows = ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'];

/** Tries the keys of a control in a figure; what is wrong, or undefined. */
async function use(page: Page, { figure, kind }: Stop): Promise<string | undefined> {
  if (!figure) return undefined;
  const changes = async (keys: readonly string[]) => {
    const before = await state(page);
    for (const key of keys) {
      await page.keyboard.press(key);
      if ((await state(page)) !== before) return true;
    }
    return false;
  };
  switch (kind) {
    case 'slider':
    case 'range':
      // some move up and down only
      if (!(await changes(['ArrowRight', 'ArrowLeft'])))
        return (await changes(['ArrowUp', 'ArrowDown']))
          ? undefined
          : 'does not move by arrow keys';
      if ((await range(page)) === 0) return undefined;
      return (await changes(['End', 'Home'])) ? undefined : 'does not heed Home and End';
    case 'radio':
      return (await changes(arrows)) ? undefined : 'cannot be chosen by arrow keys';
    case 'select-one':
      return (await changes(['ArrowDown', 'ArrowUp']))
        ? undefined
        : 'cannot be chosen by arrow keys';
    case 'checkbox':
      return (await changes(['Space'])) ? undefined : 'does not heed the space bar';
    case 'text':
    case 'textarea':
      return (await changes(['7', '3'])) ? undefined : 'takes no text';
    case 'summary':
      if (!(await changes(['Enter']))) return 'does not open by Enter';
      // nobody is gone before the table has been drawn
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      return undefined;
    case 'button':
      return press(page);
    default:
      return undefined;
  }
}

/** Presses a button, twice if it then says something else, so that nothing is left running. */
async function press(page: Page): Promise<string | undefined> {
  const name = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const before = await name();
  // filling the screen has a test of its own
  if (
    await page.evaluate(() =>
      document.activeElement?.matches('.action-buttons button:last-of-type'),
    )
  )
    return undefined;
  await page.keyboard.press('Enter');
  const lost = await page.evaluate(
    () => !document.activeElement || document.activeElement === document.body,
  );
  if (lost) return 'loses the focus when pressed';
  if ((await name()) !== before) await page.keyboard.press('Enter');
  return undefined;
}
