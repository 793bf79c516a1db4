import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotoneCubic, polygonThrough } from '../../src/core/monotone-cubic.ts';
import cases from '../fixtures/monotone-cubic.json' with { type: 'json' };

/** Both are a few dozen roundings away from the exact value, of size 6 at most. */
const ROUNDING = 1e-13;

/** Points at ascending places, no two nearer than a tenth. */
const points = fc
  .array(
    fc.record({
      gap: fc.double({ min: 0.1, max: 3, noNaN: true }),
      y: fc.integer({ min: -9, max: 9 }),
    }),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  .map((list) => {
    let x = 0;
    return { x: list.map(({ gap }) => (x += gap)), y: list.map(({ y }) => y) };
  });

describe('monotoneCubic()', () => {
  it.each(cases)('agrees with SciPy through $y', ({ x, y, at, value }) => {
    const curve = monotoneCubic(x, y);
    for (const [i, place] of at.entries())
      expect(Math.abs(curve(place) - value[i])).toBeLessThan(ROUNDING);
  });

  it('never leaves the interval between neighbouring points', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0, max: 1, noNaN: true }), ({ x, y }, share) => {
        const curve = monotoneCubic(x, y);
        for (let i = 0; i + 1 < x.length; i++) {
          const value = curve(x[i] + share * (x[i + 1] - x[i]));
          expect(value).toBeGreaterThanOrEqual(Math.min(y[i], y[i + 1]) - ROUNDING);
          expect(value).toBeLessThanOrEqual(Math.max(y[i], y[i + 1]) + ROUNDING);
        }
      }),
    );
  });

  it('passes through its points and keeps the end values beyond them', () => {
    fc.assert(
      fc.property(points, ({ x, y }) => {
        for (const curve of [monotoneCubic(x, y), polygonThrough(x, y)]) {
          for (const [i, place] of x.entries()) expect(curve(place)).toBeCloseTo(y[i], 12);
          expect(curve(x[0] - 5)).toBe(y[0]);
          expect(curve((x.at(-1) ?? 0) + 5)).toBe(y.at(-1));
        }
      }),
    );
  });
});

it('polygonThrough() is straight between two points', () => {
  expect([0, 0.5, 1, 1.5].map(polygonThrough([0, 1, 2], [1, 3, 2]))).toEqual([1, 2, 3, 2.5]);
});
