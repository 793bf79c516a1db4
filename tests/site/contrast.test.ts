// Colours of the site against the grounds they stand on, in both themes: text 4.5:1 or more, words that
// are not coloured by meaning 7:1 where they are read at length, marks 3:1 or more.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  fileURLToPath(new URL('../../src/site/styles/tokens.css', import.meta.url)),
  'utf8',
);

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The colour a token has in a theme, as #rrggbb. */
function colour(token: string, theme: Theme): string {
  const value = new RegExp(`^ *--${token}: ([^;]+);`, 'm').exec(css)?.[1] ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other) return colour(other, theme);
  const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value);
  const found = pair?.[theme === 'light' ? 1 : 2];
  if (!found) throw new Error(`no colour --${token}: got "${value}"`);
  return found;
}

/** Relative luminance of #rrggbb, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

it('measures contrast as the definition does', () => {
  // the ends of the scale, and the well-known lightest grey that passes on white
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

const grounds = ['paper', 'panel', 'raised'];
const tints = ['class-a-tint', 'class-b-tint'];
const words = ['class-a', 'class-b', 'unit-1', 'unit-2', 'plus', 'minus', 'good', 'bad', 'focus'];
const marks = ['fit', 'optimum', 'target', 'bound', 'line-strong', 'focus'];

describe.each(themes)('in %s colours', (theme) => {
  it.each(grounds)('text on --%s has 4.5:1 or more, running text 7:1', (ground) => {
    for (const token of ['ink', 'ink-2']) {
      const ratio = contrast(colour(token, theme), colour(ground, theme));
      expect(ratio, token).toBeGreaterThanOrEqual(7);
    }
    for (const token of ['ink-3', ...words]) {
      const ratio = contrast(colour(token, theme), colour(ground, theme));
      expect(ratio, token).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([...grounds, ...tints])('marks on --%s have 3:1 or more', (ground) => {
    const lines = tints.includes(ground)
      ? ['class-a', 'class-b', 'unit-1', 'unit-2', 'ink']
      : marks;
    for (const token of lines) {
      const ratio = contrast(colour(token, theme), colour(ground, theme));
      expect(ratio, token).toBeGreaterThanOrEqual(3);
    }
  });
});
