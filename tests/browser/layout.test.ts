// Every page when the reader enlarges it, spaces its text out, uses a finger, or has the system choose
// the colours.
import { describe, expect, it } from 'vitest';
import { pages } from '../build/built.ts';
import { lost, small } from './measures.ts';
import { operate } from './operate.ts';
import { useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();
const paths = pages.map((page) => page.replace(/index\.html$/, ''));

/** Twice and four times the size on a screen 1280 wide; text spacing of WCAG 1.4.12 on top. */
const enlarged = [
  { zoom: '200 %', width: 640, height: 512 },
  { zoom: '400 %', width: 320, height: 256 },
];
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
  .katex *, .katex, math, math *, .brace { line-height: revert-layer !important; letter-spacing: normal !important; word-spacing: normal !important }`;

describe.each(paths)('page "%s"', (path) => {
  it('loses nothing at 200 % and 400 %, nor with its text spaced out', async () => {
    const { page, close } = await open(path, { reducedMotion: 'reduce' });
    await wake(page);
    await operate(page);
    for (const { zoom, ...viewport } of enlarged) {
      await page.setViewportSize(viewport);
      expect(await lost(page), zoom).toEqual([]);
    }
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets.push(sheet);
    }, spacing);
    for (const { zoom, ...viewport } of enlarged) {
      await page.setViewportSize(viewport);
      expect(await lost(page), `${zoom}, spaced out`).toEqual([]);
    }
    await close();
  });

  it('has no target smaller than 24 px, and no handle smaller than 44 px for a finger', async () => {
    const { page, close } = await open(path, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    await wake(page);
    await operate(page);
    expect(await small(page)).toEqual([]);
    await close();
  });
});
