// Every page when the reader enlarges it, spaces its text out, uses a finger, or has the system choose
// the colours.
import { expect, it } from 'vitest';
import { lost, small } from './measures.ts';
import { operate } from './operate.ts';
import { can, paths, useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();

/** Twice and four times the size on a screen 1280 wide; text spacing of WCAG 1.4.12 on top. */
const enlarged = [
  { zoom: '200 %', width: 640, height: 512 },
  { zoom: '400 %', width: 320, height: 256 },
];
const spacedOut = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
  .katex *, .katex, math, math *, .brace { line-height: revert-layer !important; letter-spacing: normal !important; word-spacing: normal !important }`;

it.each(paths)(
  'page "%s", all of it used, loses nothing at 200 % and 400 %, nor with its text spaced out, nor has small targets',
  async (path) => {
    const touch = can('touch emulation');
    const { page, close } = await open(path, {
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
      ...(touch && { hasTouch: true }),
    });
    await wake(page);
    await operate(page);
    if (touch) expect(await small(page)).toEqual([]);
    for (const spacing of ['', spacedOut]) {
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets.push(sheet);
      }, spacing);
      for (const { zoom, ...viewport } of enlarged) {
        await page.setViewportSize(viewport);
        expect(await lost(page), `${zoom} ${spacing && 'spaced out'}`).toEqual([]);
      }
    }
    await close();
  },
);
