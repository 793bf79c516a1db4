import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  lowerBounds,
  roundingMargin,
  unjoinedLines,
} from '../../../src/core/approximation/segments.ts';
import { randomTarget, seeded } from './targets-for-tests.ts';

/** Squared error of the least-squares line through a run, by the textbook formula on centred data. */
function lineError(x: number[], y: number[]): number {
  const n = x.length;
  const mx = x.reduce((a, b) => a + b) / n;
  const my = y.reduce((a, b) => a + b) / n;
  const sxx = x.reduce((s, v) => s + (v - mx) ** 2, 0);
  const sxy = x.reduce((s, v, i) => s + (v - mx) * (y[i] - my), 0);
  const slope = sxx > 0 ? sxy / sxx : 0;
  return x.reduce((s, v, i) => s + (y[i] - my - slope * (v - mx)) ** 2, 0);
}

/** Best error of at most `pieces` lines, by trying every set of breaks. */
function exhaustive(x: number[], y: number[], pieces: number): number {
  let best = lineError(x, y);
  if (pieces > 1)
    for (let first = 1; first < x.length; first++)
      best = Math.min(
        best,
        lineError(x.slice(0, first), y.slice(0, first)) +
          exhaustive(x.slice(first), y.slice(first), pieces - 1),
      );
  return best;
}

// Errors of both computations are sums of about ten terms of size one.
const ROUNDING = 1e-12;

it('unjoinedLines() finds the best lines of all, for every number of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 1000 }),
      (y, seed) => {
        const random = seeded(seed);
        let place = -1;
        const x = y.map(() => {
          place += 0.05 + random() / 10;
          return place;
        });
        const lines = unjoinedLines(Float64Array.from(x), Float64Array.from(y), 4);
        for (let pieces = 1; pieces <= 4; pieces++) {
          expect(Math.abs(lines.squaredError[pieces - 1] - exhaustive(x, y, pieces))).toBeLessThan(
            ROUNDING,
          );
          const ends = [0, ...lines.breaks(pieces), x.length];
          expect(ends.length).toBeLessThanOrEqual(pieces + 1);
          let sum = 0;
          for (let p = 1; p < ends.length; p++)
            sum += lineError(x.slice(ends[p - 1], ends[p]), y.slice(ends[p - 1], ends[p]));
          expect(Math.abs(sum - lines.squaredError[pieces - 1])).toBeLessThan(ROUNDING);
        }
      },
    ),
    { numRuns: 200 },
  );
});

it('the bound never rises with the width and is never negative', () => {
  const target = randomTarget('walk', 3);
  const x = Float64Array.from({ length: 512 }, (_, i) => -1 + (2 * i + 1) / 512);
  const y = x.map(target);
  const bounds = lowerBounds(unjoinedLines(x, y, 65), y);
  for (let width = 1; width <= 64; width++) {
    expect(bounds[width]).toBeLessThanOrEqual(bounds[width - 1]);
    expect(bounds[width]).toBeGreaterThanOrEqual(0);
  }
});

it('an offset a million times the signal does not lift the bound above the truth', () => {
  const x = Float64Array.from({ length: 512 }, (_, i) => -1 + (2 * i + 1) / 512);
  const kinked = x.map((v) => Math.abs(v - 0.1234));
  const shifted = kinked.map((v) => v + 1e6);
  // One knot draws it exactly: 0 is the truth for width 2 and more.
  expect(lowerBounds(unjoinedLines(x, shifted, 3), shifted)[2]).toBe(0);
  expect(roundingMargin(shifted)).toBeGreaterThan(roundingMargin(kinked));
});

it('no samples are refused', () => {
  expect(() => unjoinedLines(new Float64Array(), new Float64Array(), 1)).toThrow(
    'no samples: got 0 expected at least 1',
  );
});
