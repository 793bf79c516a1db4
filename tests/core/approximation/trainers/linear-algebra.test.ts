import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  factorCholesky,
  inverseDiagonal,
  packedLength,
  rowStart,
  solveCholesky,
} from '../../../../src/core/approximation/trainers/cholesky.ts';
import { innerProducts } from '../../../../src/core/approximation/trainers/products.ts';
import { whole } from '../../../../src/core/parts.ts';
import { seeded } from '../targets-for-tests.ts';

// Sums of at most 20 products of numbers of size one; condition numbers below 10³.
const ROUNDING = 1e-11;

/** BBᵀ + 1, positive definite. */
function definite(size: number, seed: number): Float64Array {
  const random = seeded(seed);
  const root = Float64Array.from({ length: size * size }, () => random() - 0.5);
  return Float64Array.from({ length: size * size }, (_, k) => {
    const i = Math.floor(k / size);
    const j = k % size;
    let sum = i === j ? 1 : 0;
    for (let m = 0; m < size; m++) sum += root[i * size + m] * root[j * size + m];
    return sum;
  });
}

/** The lower triangle of a square matrix, packed. */
function packed(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(packedLength(size));
  for (let i = 0; i < size; i++)
    lower.set(matrix.subarray(i * size, i * size + i + 1), rowStart(i));
  return lower;
}

const sizes = fc.integer({ min: 1, max: 20 });

it('solveCholesky() solves what factorCholesky() factored, inverseDiagonal() agrees', () => {
  fc.assert(
    fc.property(sizes, fc.integer(), (size, seed) => {
      const matrix = definite(size, seed);
      const lower = packed(matrix, size);
      expect(factorCholesky(lower, size)).toBe(true);
      const diagonal = new Float64Array(size);
      whole(inverseDiagonal(lower, size, diagonal));
      for (let k = 0; k < size; k++) {
        const column = new Float64Array(size);
        column[k] = 1;
        solveCholesky(lower, column, size);
        expect(Math.abs(column[k] - diagonal[k])).toBeLessThan(ROUNDING);
        for (let i = 0; i < size; i++) {
          let sum = 0;
          for (let j = 0; j < size; j++) sum += matrix[i * size + j] * column[j];
          expect(Math.abs(sum - (i === k ? 1 : 0))).toBeLessThan(ROUNDING);
        }
      }
    }),
  );
});

it('factorCholesky() refuses what is not positive definite, or not a number', () => {
  expect(factorCholesky(packed(Float64Array.of(1, 0, 2, 1), 2), 2)).toBe(false);
  expect(factorCholesky(Float64Array.of(-1, 0), 1)).toBe(false);
  expect(factorCholesky(Float64Array.of(Number.NaN, 0), 1)).toBe(false);
  expect(factorCholesky(packed(Float64Array.of(1, 0, 0, 0, 1, 0, 1, 1, 1), 3), 3)).toBe(false);
});

it('a packed matrix has its rows one after another, two of them equally long', () => {
  const lengths = Array.from({ length: 7 }, (_, i) => rowStart(i + 1) - rowStart(i));
  expect(rowStart(0)).toBe(0);
  expect(lengths).toEqual([2, 2, 4, 4, 6, 6, 8]);
  expect(packedLength(7)).toBe(32);
});

it('innerProducts() are the inner products, rows zero outside their ranges', () => {
  fc.assert(
    fc.property(sizes, sizes, fc.integer(), (rowsA, rowsB, seed) => {
      const random = seeded(seed);
      const count = 17;
      const make = (rows: number) => {
        const first = Int32Array.from({ length: rows }, () => Math.floor(random() * count));
        const end = first.map((from) => from + Math.floor(random() * (count - from + 1)));
        const values = Float64Array.from({ length: rows * count }, (_, k) => {
          const s = k % count;
          const row = Math.floor(k / count);
          return s >= first[row] && s < end[row] ? random() - 0.5 : 0;
        });
        return { values, count, rows, first, end };
      };
      const a = make(rowsA);
      const b = make(rowsB);
      const dot = (i: number, j: number, other: typeof b) => {
        let sum = 0;
        for (let s = 0; s < count; s++)
          sum += a.values[i * count + s] * other.values[j * count + s];
        return sum;
      };
      const all = new Float64Array(packedLength(rowsB + rowsA));
      innerProducts(a, b, all, rowsB, false);
      const own = new Float64Array(packedLength(rowsA));
      innerProducts(a, a, own, 0, true);
      for (let i = 0; i < rowsA; i++) {
        for (let j = 0; j < rowsB; j++)
          expect(Math.abs(all[rowStart(rowsB + i) + j] - dot(i, j, b))).toBeLessThan(ROUNDING);
        for (let j = 0; j <= i; j++)
          expect(Math.abs(own[rowStart(i) + j] - dot(i, j, a))).toBeLessThan(ROUNDING);
      }
      // Going on from what is there: the same products once more.
      innerProducts(a, a, own, 0, true, true);
      for (let i = 0; i < rowsA; i++)
        expect(Math.abs(own[rowStart(i)] - 2 * dot(i, 0, a))).toBeLessThan(ROUNDING);
    }),
  );
});
