// How long the browser's scripts work per frame while a figure is dragged (`npm run bench:dragging`,
// after a build). Prints a Markdown table; asserts nothing, for times depend on the machine.
import { cpus } from 'node:os';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browser/find-browser.ts';
import { serve } from '../serve.ts';

/** Pointer moves per figure; one is sent per frame. */
const moves = 120;

/** A draggable thing in every figure that has one. */
const handles: readonly (readonly [figure: string, selector: string])[] = [
  ['neuron', '.handle.foot'],
  ['one-line', '.handle.foot'],
  ['two-lines', '.handle.foot'],
  ['hidden-identity', '.handle.foot'],
  ['hidden-bend', '.handle.foot'],
  ['collapse', '.handle'],
  ['activations', '.handle'],
  ['depth', '.handle'],
];

const executablePath = findBrowser();
if (!executablePath) throw new Error('no browser to measure in; set CHROME_PATH');
const site = await serve();
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(site.address);

/** Milliseconds of script per frame while the handle goes round in a small circle. */
async function drag(page: Page, figure: string, selector: string): Promise<readonly number[]> {
  const handle = page.locator(`#${figure} ${selector}`).first();
  await handle.scrollIntoViewIfNeeded();
  await page.locator(`#${figure} astro-island:not([ssr])`).waitFor({ state: 'attached' });
  const box = await handle.boundingBox();
  if (!box) throw new Error(`${figure} has no ${selector}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scripted = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0);
  };
  await page.mouse.move(x, y);
  await page.mouse.down();
  const times: number[] = [];
  for (let i = 1; i <= moves; i++) {
    const turn = (i / moves) * 4 * Math.PI;
    const before = await scripted();
    await page.mouse.move(x + 40 * Math.sin(turn), y + 40 * (Math.cos(turn) - 1));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    times.push((await scripted()) - before);
  }
  await page.mouse.up();
  return times.sort((a, b) => a - b);
}

process.stdout.write(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${browser.version()}\n\n`,
);
process.stdout.write(
  '| figure | median ms of script per frame | 90th percentile |\n|---|---|---|\n',
);
for (const [figure, selector] of handles) {
  const times = await drag(page, figure, selector);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  process.stdout.write(`| ${figure} | ${at(0.5)} | ${at(0.9)} |\n`);
}
await browser.close();
await site.close();
