// The site on a phone of 2015 and on slow 3G (`npm run bench:phone`, after a build; pages may be named).
// A processor six times slower: the longest task while the page loads, while it is read from top to
// bottom and every figure wakes, and how closely a drag is followed. 400 kbit/s and 400 ms: when the
// text is there. Prints Markdown tables; asserts nothing, for times depend on the machine.
import { cpus } from 'node:os';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browser/find-browser.ts';
import { pages } from '../build/built.ts';
import { serve } from '../serve.ts';

const slowdown = 6;
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const slow3g = {
  offline: false,
  latency: 400,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
};
/** Pointer moves of a drag; one is sent per frame. */
const moves = 60;

type Task = readonly [start: number, duration: number];

const observe = (page: Page) =>
  page.addInitScript(() => {
    const tasks: [number, number][] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
    }).observe({ type: 'longtask', buffered: true });
  });
const tasksOf = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { tasks: Task[] }).tasks);
const longest = (tasks: readonly Task[]) =>
  Math.round(Math.max(0, ...tasks.map(([, time]) => time)));

async function throttled(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await observe(page);
  return page;
}

/** Longest tasks in ms: before anything is touched, and while the page is scrolled to its end. */
async function reading(browser: Browser, address: string) {
  const page = await throttled(browser);
  await page.goto(address);
  await page.waitForTimeout(1500);
  const loading = await tasksOf(page);
  const end = await page.evaluate(() => performance.now());
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 4) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  await page.waitForFunction(() => document.querySelector('astro-island[ssr]') === null);
  await page.waitForTimeout(500);
  const tasks = await tasksOf(page);
  const waking = tasks.filter(([start]) => start > end);
  const dragged = await dragging(page);
  await page.context().close();
  return {
    loading: longest(loading),
    waking: longest(waking),
    over: waking.filter(([, t]) => t > 200).length,
    dragged,
  };
}

/** Frame times in ms while each figure's first handle is dragged in a small circle. */
async function dragging(page: Page) {
  const found: { id: string; median: number; worst: number; moved: boolean }[] = [];
  const ids = await page
    .locator('figure:has(.handle)')
    .evaluateAll((figures) => figures.map(({ id }) => id));
  for (const id of ids) {
    const handle = page.locator(`#${id} .handle:visible`).first();
    if (!(await handle.count())) continue;
    await handle.evaluate((element) =>
      element.scrollIntoView({ block: 'center', behavior: 'instant' }),
    );
    const box = await handle.boundingBox();
    if (!box) continue;
    const before = await page.locator(`#${id} .shell, #${id}`).first().innerHTML();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    const times: number[] = [];
    for (let i = 1; i <= moves; i++) {
      const turn = (i / moves) * 2 * Math.PI;
      const started = performance.now();
      await page.mouse.move(x - 25 * Math.sin(turn), y + 25 * (Math.cos(turn) - 1));
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      times.push(performance.now() - started);
      // where the handle is off its start both ways: some go along one line only, and begin at its right end
      if (i === moves / 4) {
        const now = await page.locator(`#${id} .shell, #${id}`).first().innerHTML();
        found.push({ id, median: 0, worst: 0, moved: now !== before });
      }
    }
    await page.mouse.up();
    times.sort((a, b) => a - b);
    const last = found.at(-1);
    if (last) {
      last.median = Math.round(times[moves / 2] ?? 0);
      last.worst = Math.round(times.at(-1) ?? 0);
    }
  }
  return found;
}

/** Milliseconds until the first text is painted, and until the largest part of the first screen is. */
async function arriving(browser: Browser, address: string) {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow3g);
  await page.addInitScript(() => {
    const paints = { largest: 0 };
    Object.assign(globalThis, { paints });
    new PerformanceObserver((list) => {
      paints.largest = list.getEntries().at(-1)?.startTime ?? 0;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
  await page.waitForTimeout(500);
  const times = await page.evaluate(() => ({
    first: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    largest: Math.round((globalThis as unknown as { paints: { largest: number } }).paints.largest),
  }));
  await context.close();
  return times;
}

const asked = process.argv.slice(2).map((path) => (path === '.' ? '' : path));
const all = pages.map((page) => page.replace(/index\.html$/, ''));
const paths = asked.length > 0 ? asked : all.filter((path) => !/data\/|404/.test(path));

const executablePath = findBrowser();
if (!executablePath) throw new Error('no browser to measure in; set CHROME_PATH');
const site = await serve();
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const { model } = cpus()[0] ?? { model: 'unknown' };
console.info(
  `${cpus().length} × ${model}, Chromium ${browser.version()}, processor slowed ${slowdown}×\n`,
);
console.info(
  '| page | text on slow 3G | largest paint | longest task, loading | scrolling | over 200 ms |',
);
console.info('|---|---|---|---|---|---|');
const drags: string[] = [];
for (const path of paths) {
  const { first, largest } = await arriving(browser, site.address + path);
  const { loading, waking, over, dragged } = await reading(browser, site.address + path);
  console.info(
    `| /${path} | ${first} ms | ${largest} ms | ${loading} ms | ${waking} ms | ${over} |`,
  );
  for (const { id, median, worst, moved } of dragged) {
    drags.push(`| /${path} | ${id} | ${median} ms | ${worst} ms | ${moved ? 'yes' : 'NO'} |`);
  }
}
console.info('\n| page | drag | median frame | worst | follows |\n|---|---|---|---|---|');
console.info(drags.join('\n'));
await browser.close();
await site.close();
