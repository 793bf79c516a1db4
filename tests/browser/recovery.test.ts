// What one test does to its browser is no other test's concern.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { engine, useSite } from './page.ts';

const open = useSite();
const works = async () => {
  const { page, close } = await open('proof/');
  expect(await page.title()).toContain('The Bend');
  await close();
};

it('a test whose browser goes is told so, and the next page is opened in another', async () => {
  const { page, close } = await open('proof/');
  await page.context().browser()?.close();
  await expect(page.title()).rejects.toThrow(/closed/);
  await expect(close()).rejects.toThrow(`${engine} died in this test`);
  await works();
});

it('a page that is busy for ever is closed, and the next one opens', async () => {
  const { page, close } = await open('proof/');
  const busy = page.evaluate(() => {
    for (;;);
  });
  busy.catch(() => {});
  await close();
  await expect(busy).rejects.toThrow(/closed/);
  await works();
});

/** The processes that came from one, and theirs, as far as their program has this name. */
function descendants(process: number, name: string): readonly number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  const below = (parent: number): string[][] =>
    table
      .filter((row) => Number(row[1]) === parent)
      .flatMap((row) => [row, ...below(Number(row[0]))]);
  return below(process)
    .filter((row) => row[2]?.startsWith(name))
    .map((row) => Number(row[0]));
}

// of the other browsers Playwright itself is told
if (engine === 'webkit')
  it('a test whose page crashes is told so at once, and the next page is opened in another browser', async () => {
    const { page, close } = await open('proof/');
    const waiting = page.evaluate(() => new Promise(() => {}));
    waiting.catch(() => {});
    for (const it of descendants(process.pid, 'WebKitWebProces')) process.kill(it, 'SIGKILL');
    await expect(waiting).rejects.toThrow('the process of the page has died');
    await expect.poll(() => page.context().browser()?.isConnected()).toBe(false);
    await expect(close()).rejects.toThrow('webkit died in this test');
    await works();
  });
