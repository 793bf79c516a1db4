import { describe, expect, it } from 'vitest';
import * as elementary from '../../../src/core/elementary.ts';
import { createRandom } from '../../../src/core/random.ts';

const view = new DataView(new ArrayBuffer(8));

/** The n-th double above x (below, for negative n); x is finite and not within n of 0. */
const neighbour = (x: number, n: number): number => {
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(x > 0 ? n : -n));
  return view.getFloat64(0);
};

/** Where a function goes over from one formula, or one centre of its table, to the next. */
const grid = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
const both = (seams: readonly number[]): number[] => seams.flatMap((seam) => [-seam, seam]);

const expSeams = both(grid(Math.LN2 / 256, 20, Math.LN2 / 128));
const logSeams = grid(0.703125 + 1 / 256, 1.41, 1 / 128).flatMap((m) => [m, 2 * m, m / 2, 64 * m]);

const { exp, expm1, sinh, tanh, sigmoid, softplus, log, log1p, log2, log10 } = elementary;
const { atan, asin, erf, normalDistribution, cbrt } = elementary;

const increasing: readonly (readonly [(x: number) => number, readonly number[]])[] = [
  [exp, expSeams],
  [expm1, [...expSeams, -0.0625, 0.0625]],
  [sinh, [...expSeams, -1, 1]],
  [tanh, [...both(grid(1 / 128, 19.1, 1 / 64)), -19.0625, 19.0625]],
  [sigmoid, [...both(grid(1 / 128, 20, 1 / 64)), -20, 20]],
  [softplus, [...both(grid(1 / 128, 20, 1 / 64)), -20, 20, 37]],
  [log, [...logSeams, 1]],
  [log1p, [...logSeams.map((m) => m - 1).filter((x) => x !== 0), 1]],
  [log2, logSeams],
  [log10, logSeams],
  [atan, [...both(grid(1 / 16, 1, 1 / 8)), ...both(grid(1 / 16, 1, 1 / 8).map((x) => 1 / x)), 1]],
  [asin, both(grid(1 / 16, 1, 1 / 8).map((t) => Math.sin(Math.atan(t))))],
  [erf, [...both(grid(1 / 128, 4.25, 1 / 64)), -4.25, 4.25].map((x) => x / Math.SQRT2)],
  [normalDistribution, [...both(grid(1 / 128, 4.25, 1 / 64)), -4.25, 4.25]],
  [cbrt, [1, 2, 4, 8, 64]],
];

describe('elementary functions', () => {
  it.each(increasing)('%o never falls from one double to the next', (compute, seams) => {
    const random = createRandom(3);
    const places = [...seams];
    for (let i = 0; i < 500; i++)
      places.push(seams[random.integer(seams.length)]! * random.normal());
    const falls: number[] = [];
    for (const place of places) {
      let before = compute(neighbour(place, -8));
      for (let n = -7; n <= 8; n++) {
        const x = neighbour(place, n);
        const value = compute(x);
        // Beyond the domain of asin and of log the values are NaN, which is not less.
        if (value < before) falls.push(x);
        before = value;
      }
    }
    expect(falls).toEqual([]);
  });
});
