// What goes wrong around the page, and what the page makes of it.
import { chromium, type Locator, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { trial } from '../../src/core/trial.ts';
import { usual } from '../../src/figures/train-2-2-1/settings.ts';
import { serve } from '../serve.ts';
import { findBrowser } from './find-browser.ts';
import { needs, useSite, type Visit } from './page.ts';

const open = useSite();

/** Opens the article; `prepare` meets the page before any of its scripts. */
const openPrepared = (prepare: (page: Page) => Promise<unknown>): Promise<Visit> =>
  open('', {}, prepare);

async function awake(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
  return figure;
}

const readoutOf = (figure: Locator) => async () =>
  (await figure.locator('.readout').textContent()) ?? '';
const stepOf = (figure: Locator) => async () =>
  Number(/Step (\d+)/.exec(await readoutOf(figure)())?.[1]);

/** Before the page's scripts: keeps every worker within reach of the test. */
const catchWorkers = (page: Page) =>
  page.addInitScript(() => {
    const workers: Worker[] = [];
    Object.assign(globalThis, { workers });
    globalThis.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
      }
    };
  });

describe('a worker', () => {
  it('that dies in mid-training is replaced, and the run ends in the same bits', async () => {
    const { page, faults, close } = await openPrepared(catchWorkers);
    const figure = await awake(page, 'train-2-2-1');
    await figure.getByRole('button', { name: 'Train from the start' }).click();
    await expect.poll(stepOf(figure)).toBeLessThan(250);
    await expect.poll(stepOf(figure)).toBeGreaterThan(20);
    await page.evaluate(() => {
      const [worker] = (globalThis as unknown as { workers: Worker[] }).workers;
      worker?.terminate();
      worker?.onerror?.(new ErrorEvent('error'));
    });
    await figure.getByText('was started again').waitFor();
    const before = await stepOf(figure)();
    await expect.poll(stepOf(figure)).toBeGreaterThan(before + 20);
    await figure.getByRole('button', { name: 'Pause' }).click();
    await page.waitForTimeout(200);
    const said = await readoutOf(figure)();
    const steps = Number(/Step (\d+)/.exec(said)?.[1]);
    const { loss } = trial({ activation: 'relu', seed: usual.seed, steps });
    expect(said).toContain(`loss ${loss.toFixed(3)}`);
    expect(faults).toEqual([]);
    await close();
  });

  it('that dies again and again is given up with a word, and what was shown stays', async () => {
    const { page, faults, close } = await openPrepared(catchWorkers);
    const figure = await awake(page, 'train-2-2-1');
    await figure.getByRole('button', { name: 'Train from the start' }).click();
    await expect.poll(stepOf(figure)).toBeLessThan(250);
    await page.evaluate(async () => {
      const { workers } = globalThis as unknown as { workers: Worker[] };
      for (let i = 0; i < 2; i++) {
        while (!workers[i]) await new Promise((resolve) => setTimeout(resolve, 10));
        workers[i]?.terminate();
        workers[i]?.onerror?.(new ErrorEvent('error'));
      }
    });
    await figure.getByRole('alert').waitFor();
    expect(await figure.getByRole('alert').textContent()).toContain('could not be kept running');
    expect(await stepOf(figure)()).toBeGreaterThanOrEqual(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('that is slow holds nothing up: the page answers meanwhile', async () => {
    const { page, faults, close } = await openPrepared((page) =>
      page.addInitScript(() => {
        globalThis.Worker = class extends Worker {
          override postMessage(message: unknown) {
            setTimeout(() => super.postMessage(message), 1500);
          }
        } as typeof Worker;
      }),
    );
    const figure = await awake(page, 'train-2-2-1');
    await figure.getByRole('button', { name: 'One step' }).click();
    // another control answers at once
    const pick = figure.getByRole('slider', { name: 'Look at a point' }).first();
    await pick.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => pick.getAttribute('aria-valuetext'), { timeout: 1000 }).toMatch(/\d/);
    await expect.poll(stepOf(figure), { timeout: 10_000 }).toBe(301);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a browser', () => {
  it('without canvas and WebGL shows and moves every figure', async () => {
    const { page, faults, close } = await openPrepared((page) =>
      page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
        Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
      }),
    );
    for (const id of await page.locator('figure').evaluateAll((all) => all.map(({ id }) => id))) {
      if (id !== 'hero') await awake(page, id);
      expect(await page.locator(`#${id} svg`).count(), id).toBeGreaterThan(0);
    }
    const figure = page.locator('#one-line');
    const before = await readoutOf(figure)();
    await figure.locator('.handle').first().focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowUp');
    await expect.poll(readoutOf(figure)).not.toBe(before);
    expect(faults).toEqual([]);
    await close();
  });

  it('that refuses storage changes colours for this page, and complains of nothing', async () => {
    const { page, faults, close } = await openPrepared((page) =>
      page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('refused', 'SecurityError');
        };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
          Object.defineProperty(globalThis, name, { get: refuse });
        }
      }),
    );
    await page.getByLabel('Colours').selectOption('dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.locator('.language[hreflang="zh-CN"]').click();
    await page.waitForURL(/\/zh\//);
    // the offline copy, which cannot be kept either, would have come by now
    await page.waitForTimeout(4500);
    expect(faults).toEqual([]);
    await close();
  });

  it.each(['refuses the clipboard', 'has no clipboard'])(
    'that %s leaves the link in the address bar, and says so',
    async (kind) => {
      const { page, faults, close } = await openPrepared((page) =>
        page.addInitScript((refuses) => {
          const clipboard = refuses && { writeText: () => Promise.reject(new DOMException('no')) };
          Object.defineProperty(navigator, 'clipboard', { value: clipboard || undefined });
        }, kind === 'refuses the clipboard'),
      );
      const figure = await awake(page, 'neuron');
      await figure.getByRole('button', { name: 'Copy link' }).click();
      await figure.getByText('Copying was refused').waitFor();
      expect(page.url()).toMatch(/#neuron/);
      expect(faults).toEqual([]);
      await close();
    },
  );

  it('that refuses full screen leaves the page as it is', async () => {
    const { page, faults, close } = await openPrepared((page) =>
      page.addInitScript(() => {
        Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));
      }),
    );
    const figure = await awake(page, 'neuron');
    await figure.getByRole('button', { name: 'Full screen' }).click();
    await page.waitForTimeout(100);
    expect(await figure.getByRole('button', { name: 'Full screen' }).count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a file that does not come', () => {
  /** The browser's own note of a failed request; nothing else may be complained of. */
  const notOfFiles = (faults: readonly string[]) =>
    faults.filter((fault) => !/Failed to load resource|download failed/.test(fault));

  it('fonts: the text is there in another', async () => {
    const { page, faults, close } = await openPrepared((page) =>
      page.route(/\.woff2$/, (route) => route.abort()),
    );
    expect(await page.evaluate(() => document.fonts.check('1rem Georgia'))).toBe(true);
    const box = await page.locator('h1').boundingBox();
    expect(box?.height).toBeGreaterThan(20);
    await awake(page, 'neuron');
    expect(notOfFiles(faults)).toEqual([]);
    await close();
  });

  it('the words of a figure: it stays as drawn, and wakes when the connection is back', async () => {
    let down = true;
    const { page, faults, close } = await openPrepared((page) =>
      page.route(/_astro\/props\//, (route) => (down ? route.abort() : route.continue())),
    );
    const figure = page.locator('#neuron');
    await figure.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    expect(await figure.locator('astro-island[ssr]').count()).toBe(1);
    expect(await figure.locator('button:visible').count()).toBe(0);
    expect(await figure.locator('svg').first().isVisible()).toBe(true);
    down = false;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await figure.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
    expect(notOfFiles(faults)).toEqual([]);
    await close();
  });

  it('the code of a figure, once: it is asked for again', async () => {
    let failures = 0;
    const { page, faults, close } = await openPrepared((page) =>
      page.route(/_astro\/figures\.[\w-]+\.js/, (route) =>
        failures++ === 0 ? route.abort() : route.continue(),
      ),
    );
    await awake(page, 'neuron');
    expect(failures).toBeGreaterThan(1);
    expect(notOfFiles(faults)).toEqual([]);
    await close();
  });

  it('the page’s own script: the text reads, and its links work', async () => {
    const { page, close } = await openPrepared((page) =>
      page.route(/_astro\/Layout[^/]*\.js/, (route) => route.abort()),
    );
    await page.locator('.way-on .after').click();
    await page.waitForURL(/proof\/$/);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await close();
  });
});

describe('in the middle of something', () => {
  it('a hidden tab trains no further, and goes on when it is seen again', async () => {
    const { page, faults, close } = await open();
    const figure = await awake(page, 'train-2-2-1');
    const show = (state: string) =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', {
          value: visibility,
          configurable: true,
        });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await figure.getByRole('button', { name: 'Train from the start' }).click();
    await expect.poll(stepOf(figure)).toBeLessThan(250);
    await show('hidden');
    await page.waitForTimeout(200);
    const rested = await stepOf(figure)();
    await page.waitForTimeout(400);
    expect(await stepOf(figure)()).toBe(rested);
    await show('visible');
    await expect.poll(stepOf(figure)).toBeGreaterThan(rested);
    expect(faults).toEqual([]);
    await close();
  });

  it('a drag goes on under the finger when the window turns', async () => {
    const { page, faults, close } = await open('', { viewport: { width: 800, height: 1000 } });
    const figure = await awake(page, 'neuron');
    // the tip of the normal goes wherever it is pulled; the line's foot keeps to the normal
    const handle = figure.locator('.handle.tip');
    const centre = async () => {
      const box = await handle.boundingBox();
      return [
        (box?.x ?? 0) + (box?.width ?? 0) / 2,
        (box?.y ?? 0) + (box?.height ?? 0) / 2,
      ] as const;
    };
    const [x, y] = await centre();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 10, { steps: 3 });
    await page.setViewportSize({ width: 1000, height: 800 });
    await figure.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    );
    const ground = await figure.locator('svg .plane-ground').first().boundingBox();
    const target = [
      (ground?.x ?? 0) + (ground?.width ?? 0) * 0.6,
      (ground?.y ?? 0) + (ground?.height ?? 0) * 0.4,
    ] as const;
    await page.mouse.move(...target, { steps: 5 });
    const [endX, endY] = await centre();
    expect(Math.hypot(endX - target[0], endY - target[1])).toBeLessThan(8);
    await page.mouse.up();
    await page.mouse.move(10, 10);
    // let go is let go
    expect((await centre())[0]).toBeCloseTo(endX, 0);
    expect(faults).toEqual([]);
    await close();
  });

  it('a training page is printed as it stands, and trains on', async () => {
    needs('pages printed to a file');
    const { page, faults, close } = await open();
    const figure = await awake(page, 'train-2-2-1');
    await figure.getByRole('button', { name: 'Train from the start' }).click();
    await expect.poll(stepOf(figure)).toBeLessThan(250);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(50_000);
    await figure.scrollIntoViewIfNeeded();
    const before = await stepOf(figure)();
    await expect.poll(stepOf(figure)).toBeGreaterThan(before);
    expect(faults).toEqual([]);
    await close();
  });

  it('colours chosen in one tab are those of the others', async () => {
    const { page, faults, close } = await open();
    const other = await page.context().newPage();
    await other.goto(new URL('proof/', page.url()).href);
    const themes = other.locator('[data-theme-switch]');
    for (const [chosen, theme] of [
      ['dark', 'dark'],
      ['system', null],
    ] as const) {
      await themes.selectOption(chosen);
      await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(theme);
      expect(await page.locator('[data-theme-switch]').inputValue()).toBe(chosen);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('a page in dark colours is printed in dark ink on white paper', async () => {
    const { page, faults, close } = await open('', { colorScheme: 'dark' });
    const themes = page.locator('[data-theme-switch]');
    const inks = async () => {
      const figure = page.locator('#neuron');
      return Promise.all(
        [page.locator('body'), figure.locator('svg text').first()].map((part) =>
          part.evaluate((element) => {
            const { color, fill } = getComputedStyle(element);
            const paint = element instanceof SVGElement ? fill : color;
            return Math.max(...(paint.match(/\d+/g) ?? []).slice(0, 3).map(Number)) < 128;
          }),
        ),
      );
    };
    for (const theme of ['system', 'dark']) {
      await themes.selectOption(theme);
      expect(await inks(), `${theme}, on the screen`).toEqual([false, false]);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await inks(), `${theme}, on paper`).toEqual([true, true]);
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('going back finds the figure as it was left', async () => {
    const { page, faults, close } = await open();
    const figure = await awake(page, 'train-2-2-1');
    await figure.getByRole('button', { name: 'One step' }).click();
    await expect.poll(stepOf(figure)).toBe(301);
    await page.waitForURL(/step=301/);
    await page.locator('.way-on .after').click();
    await page.waitForURL(/proof\/$/);
    await page.goBack();
    await page.waitForURL(/step=301/);
    await page.locator('#train-2-2-1').scrollIntoViewIfNeeded();
    await expect.poll(stepOf(page.locator('#train-2-2-1'))).toBe(301);
    await figure.getByRole('button', { name: 'One step' }).click();
    await expect.poll(stepOf(figure)).toBe(302);
    expect(faults).toEqual([]);
    await close();
  });

  it('a page kept whole by the back/forward cache comes back training', async ({ skip }) => {
    needs('a browser of its own');
    const site = await serve();
    // a browser of its own: Playwright's usual one keeps no pages
    const browser = await chromium.launch({
      executablePath: findBrowser() ?? '',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(site.address);
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted })),
    );
    const figure = await awake(page, 'train-2-2-1');
    await figure.getByRole('button', { name: 'Train from the start' }).click();
    // a page whose worker is still being fetched is kept by no browser
    await expect.poll(stepOf(figure)).toBeLessThan(250);
    await expect.poll(stepOf(figure)).toBeGreaterThan(3);
    await page.goto(`${site.address}about/`);
    await page.goBack({ waitUntil: 'commit' });
    const kept = await page.waitForFunction(() => {
      const [{ type } = { type: '' }] = performance.getEntriesByType(
        'navigation',
      ) as PerformanceNavigationTiming[];
      const { persisted } = globalThis as { persisted?: boolean };
      if (persisted !== undefined) return persisted ? 'kept' : 'gone';
      return type === 'back_forward' && 'loaded anew';
    });
    if ((await kept.jsonValue()) === 'loaded anew') {
      await browser.close();
      await site.close();
      skip('this browser keeps no pages');
    }
    expect(await kept.jsonValue()).toBe('kept');
    const before = await stepOf(figure)();
    await expect.poll(stepOf(figure)).toBeGreaterThan(before);
    expect(faults).toEqual([]);
    await browser.close();
    await site.close();
  });
});
