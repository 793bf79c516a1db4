// How the lab answers while it trains, in a real browser: node tests/bench/lab.ts [width …], after a build.
// For every width and trainer: intervals between frames (bar: 60 a second), and the time from an action to
// the page showing it (bar: 100 ms) for pause, another width and another target. Nothing is asserted.

import { cpus } from 'node:os';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browser/find-browser.ts';
import { serve } from '../serve.ts';

const WIDTHS = process.argv.slice(2).map(Number).filter(Boolean);
const TRAINERS = ['gradientDescent', 'adam', 'lastLayer', 'variableProjection'] as const;
/** The second-order trainer is for widths up to this. */
const WIDEST_SECOND_ORDER = 128;
/** Milliseconds of training that frames are counted in. */
const WATCHED = 2000;
/** Presses of each action; the median and the worst are printed. */
const PRESSES = 5;
const BAR = { frame: 1000 / 60, answer: 100 };

const quantile = (values: readonly number[], q: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))];
const print = (...cells: readonly string[]) =>
  console.log(cells.map((cell, k) => (k === 0 ? cell.padEnd(26) : cell.padStart(15))).join(''));

/** Milliseconds between frames while `WATCHED` passes. */
const frames = (page: Page) =>
  page.evaluate(
    (watched) =>
      new Promise<number[]>((done) => {
        const intervals: number[] = [];
        let last: number | undefined;
        const begin = performance.now();
        requestAnimationFrame(function tick(now) {
          if (last !== undefined) intervals.push(now - last);
          last = now;
          if (now - begin < watched) requestAnimationFrame(tick);
          else done(intervals);
        });
      }),
    WATCHED,
  );

/**
 * Milliseconds from an action on the element found by `selector` to the first frame in which `answered`
 * (an expression of `figure`) is true; measured in the page, so that no driver is in the way.
 */
const answer = (page: Page, action: string, answered: string) =>
  page.evaluate(
    ([act, test]) =>
      new Promise<number>((done) => {
        const figure = document.querySelector('#lab');
        const run = new Function('figure', act);
        const check = new Function('figure', `return ${test}`);
        requestAnimationFrame(() => {
          const begin = performance.now();
          run(figure);
          requestAnimationFrame(function look() {
            if (check(figure) || performance.now() - begin > 5000) done(performance.now() - begin);
            else requestAnimationFrame(look);
          });
        });
      }),
    [action, answered] as const,
  );

const button = '[...figure.querySelectorAll("button.primary")][0]';
const steps = 'Number(figure.querySelectorAll(".stats dd")[3].textContent)';
const pick = (label: string, value: string) =>
  `const menu = [...figure.querySelectorAll("label.menu")].find((l) => l.textContent.startsWith("${label}")).querySelector("select");
   menu.value = "${value}"; menu.dispatchEvent(new Event("change", { bubbles: true }));`;
const type = (value: number) =>
  `const field = figure.querySelector(".width .number input");
   field.value = "${value}"; field.dispatchEvent(new InputEvent("input", { bubbles: true }));`;

async function measure(page: Page, width: number, trainer: string): Promise<void> {
  const hash = `lab~width=${width}~trainer=0.${trainer}.r~step=0`;
  await page.goto(`${page.url().split('#')[0]}#lab`);
  await page.reload();
  await page.locator('#lab astro-island:not([ssr])').waitFor();
  await page.goto(`${page.url().split('#')[0]}#${hash}`);
  await page.getByRole('radio', { name: 'full', exact: true }).check();
  const wait = (expression: string) =>
    page.waitForFunction(
      (test) => new Function('figure', `return ${test}`)(document.querySelector('#lab')),
      expression,
      { timeout: 30_000 },
    );
  await page.evaluate(
    `(() => { const figure = document.querySelector('#lab'); ${button}.click(); })()`,
  );
  await wait(`${steps} > 2`);
  const intervals = await frames(page);
  const trained = await page.evaluate(
    `(() => { const figure = document.querySelector('#lab'); return ${steps}; })()`,
  );
  const answers: Record<string, number[]> = { pause: [], width: [], target: [] };
  for (let k = 0; k < PRESSES; k++) {
    if (
      !(await page.evaluate(
        `document.querySelector('#lab button.primary').textContent === 'Pause'`,
      ))
    ) {
      await page.evaluate(`document.querySelector('#lab button.primary').click()`);
      await wait(`${steps} > 2`);
    }
    answers['target']?.push(
      await answer(
        page,
        pick('Function', k % 2 ? 'chirp' : 'sine'),
        `${steps} < ${Number(trained)} && !figure.querySelector('.training-state').textContent.startsWith('Getting')`,
      ),
    );
    await wait(`${steps} > 2`);
    const other = width + (k % 2 ? 0 : width > 500 ? -1 : 1);
    answers['width']?.push(
      await answer(
        page,
        type(other),
        `figure.querySelector('.readout').textContent.startsWith('${other} ')`,
      ),
    );
    await wait(`${steps} > 2`);
    // paused is answered once the number of steps stands still from one frame to the next two
    answers['pause']?.push(
      await answer(
        page,
        `${button}.click(); figure.still = [];`,
        `(() => { figure.still.push(${steps}); const s = figure.still.slice(-3); return s.length === 3 && s[0] === s[2]; })()`,
      ),
    );
  }
  const shown = (values: readonly number[] = []) =>
    `${quantile(values, 0.5).toFixed(0)} / ${Math.max(...values).toFixed(0)}`;
  print(
    `${width} ${trainer}`,
    `${quantile(intervals, 0.5).toFixed(1)} / ${quantile(intervals, 0.95).toFixed(1)}`,
    `${((100 * intervals.filter((ms) => ms > 1.5 * BAR.frame).length) / intervals.length).toFixed(1)} %`,
    shown(answers['pause']),
    shown(answers['width']),
    shown(answers['target']),
    String(trained),
  );
}

const executablePath = findBrowser();
if (!executablePath) throw new Error('no browser found');
const site = await serve();
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
await page.goto(`${site.address}lab/`);
console.log(`Chromium ${browser.version()}, ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(`Bars: ${BAR.frame.toFixed(1)} ms a frame; ${BAR.answer} ms to answer. Times in ms.`);
print('width, trainer', 'frame p50/p95', 'late frames', 'pause', 'width', 'target', 'steps in 2 s');
for (const width of WIDTHS.length > 0 ? WIDTHS : [32, 128, 512])
  for (const trainer of TRAINERS)
    if (trainer !== 'variableProjection' || width <= WIDEST_SECOND_ORDER)
      await measure(page, width, trainer);
await browser.close();
await site.close();
