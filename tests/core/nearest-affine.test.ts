import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestAffine } from '../../src/core/nearest-affine.ts';

const coordinate = fc.integer({ min: -200, max: 200 }).map((n) => n / 100);
const points = (dimension: number) =>
  fc.array(fc.array(coordinate, { minLength: dimension, maxLength: dimension }), {
    minLength: 1,
    maxLength: 12,
  });
/** Rounding of sums of a dozen products of numbers up to about 10. */
const ROUNDING = 1e-10;

describe('nearestAffine', () => {
  it('finds an affine function again on points in general position, and misses nothing', () => {
    const f = ([x, y]: readonly number[]) => [1.6 * x + 1.2 * y - 1.2, -1.8 * x - 0.9 * y - 1.2];
    const grid = [-1, 0, 2].flatMap((x) => [-2, 1].map((y) => [x, y]));
    const fit = nearestAffine(f, grid);
    expect(fit.rank).toBe(2);
    [1.6, 1.2].forEach((weight, j) => {
      expect(fit.weights[0][j]).toBeCloseTo(weight, 12);
    });
    expect(fit.bias[1]).toBeCloseTo(-1.2, 12);
    expect(fit.max).toBeLessThan(ROUNDING);
  });

  it('is x/2 + 0.3 for relu at five equal steps of [−1, 1]', () => {
    // By hand: mean 0.3, slope 1.25 ÷ 2.5; misses 0.2, −0.05, −0.3, −0.05, 0.2, squares 0.175.
    const fit = nearestAffine(([x]) => [Math.max(x, 0)], [[-1], [-0.5], [0], [0.5], [1]]);
    expect(fit.weights[0][0]).toBeCloseTo(0.5, 14);
    expect(fit.bias[0]).toBeCloseTo(0.3, 14);
    expect(fit.max).toBeCloseTo(0.3, 14);
    expect(fit.worst).toBe(2);
    expect(fit.rms).toBeCloseTo(Math.sqrt(0.175 / 5), 14);
  });

  it('leaves a residual orthogonal to the constant and to every input, degenerate or not', () => {
    const f = ([x, y, z]: readonly number[]) => [Math.abs(x) - y * z, Math.max(y, z)];
    const flattened = fc
      .tuple(points(3), fc.boolean())
      .map(([sample, flat]) => (flat ? sample.map(([x, y]) => [x, y, 2 * x - y]) : sample));
    fc.assert(
      fc.property(flattened, (sample) => {
        const { weights, bias, rms, max } = nearestAffine(f, sample);
        const misses = sample.map((x) =>
          f(x).map((value, i) =>
            x.reduce((rest, xj, j) => rest - weights[i][j] * xj, value - bias[i]),
          ),
        );
        for (const i of [0, 1]) {
          for (const column of [
            () => 1,
            (x: number[]) => x[0],
            (x: number[]) => x[1],
            (x: number[]) => x[2],
          ]) {
            const product = sample.reduce((sum, x, s) => sum + column(x) * misses[s][i], 0);
            expect(Math.abs(product)).toBeLessThan(1e-8);
          }
        }
        const squared = misses.map(([p, q]) => p * p + q * q);
        const mean = squared.reduce((sum, value) => sum + value, 0) / sample.length;
        expect(rms).toBeCloseTo(Math.sqrt(mean), 6);
        expect(max).toBeCloseTo(Math.sqrt(Math.max(...squared)), 6);
      }),
      { numRuns: 300 },
    );
  });

  it('says how many inputs vary independently', () => {
    const sum = ([x, y]: readonly number[]) => [x + y];
    expect(nearestAffine(sum, [[1, 2]]).rank).toBe(0);
    expect(
      nearestAffine(sum, [
        [1, 2],
        [2, 4],
        [3, 6],
      ]).rank,
    ).toBe(1);
    expect(
      nearestAffine(sum, [
        [1, 2],
        [2, 4],
        [3, 5],
      ]).rank,
    ).toBe(2);
  });

  it('refuses no points, ragged points and values that are not finite', () => {
    expect(() => nearestAffine((x) => x, [])).toThrow('nearest affine map: got 0 points');
    expect(() => nearestAffine((x) => x, [[1], [1, 2]])).toThrow(
      'point 1: got 2 numbers, expected 1',
    );
    expect(() => nearestAffine(() => [Number.NaN], [[1]])).toThrow(
      'value at point 0: not finite: NaN',
    );
  });
});
