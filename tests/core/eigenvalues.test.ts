import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionOfFeatures, symmetricEigenvalues } from '../../src/core/eigenvalues.ts';

describe('symmetricEigenvalues', () => {
  test('finds those of the second-difference matrix, 2 − 2cos(kπ/(n + 1))', () => {
    const n = 30;
    const matrix = Float64Array.from({ length: n * n }, (_, i) => {
      const distance = Math.abs(Math.floor(i / n) - (i % n));
      return distance === 0 ? 2 : distance === 1 ? -1 : 0;
    });
    symmetricEigenvalues(matrix, n).forEach((value, k) => {
      // eigenvalues of order 1: a few units in the last place, times a few rotations
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)), 13);
    });
  });

  test('keeps trace and sum of squares, whatever the symmetric matrix', () => {
    const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 36,
      maxLength: 36,
    });
    fc.assert(
      fc.property(entries, (upper) => {
        const n = 6;
        const matrix = Float64Array.from({ length: 36 }, (_, i) => {
          const [row, column] = [Math.floor(i / n), i % n];
          return upper[Math.min(row, column) * n + Math.max(row, column)] ?? 0;
        });
        const values = symmetricEigenvalues(matrix, n);
        const sum = (f: (v: number) => number) => values.reduce((s, v) => s + f(v), 0);
        const trace = matrix.filter((_, i) => i % (n + 1) === 0).reduce((s, v) => s + v, 0);
        expect(sum((v) => v)).toBeCloseTo(trace, 12);
        expect(sum((v) => v * v)).toBeCloseTo(
          matrix.reduce((s, v) => s + v * v, 0),
          12,
        );
      }),
    );
  });

  test('names a shape that does not fit', () => {
    expect(() => symmetricEigenvalues([1, 2, 3], 2)).toThrow('matrix: got 3 numbers, expected 4');
  });
});

describe('conditionOfFeatures', () => {
  test('is 1 for orthonormal rows and the ratio of squares for orthogonal ones', () => {
    const rows = [Float64Array.of(1, 0, 0), Float64Array.of(0, 0, 1)];
    expect(conditionOfFeatures(rows)).toBe(1);
    expect(conditionOfFeatures([Float64Array.of(3, 0), Float64Array.of(0, 1)])).toBe(9);
  });
});
