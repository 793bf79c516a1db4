// Dense symmetric positive definite systems: A = LLᵀ (Cholesky). Of a matrix the lower triangle is kept,
// packed: row after row, each as long as an even number of entries takes, so that rows 2k and 2k + 1 have
// 2k + 2 and two rows by two columns are always there.

import type { Kernel } from '../../kernel.ts';
import type { Parts } from '../../parts.ts';

/** Columns of an inverse in a part: of 513, they take 11 ms at most. */
const COLUMNS = 32;

/** Σ a[i]·b[j] over `count` neighbours; four partial sums, a fixed order. */
export function dotRange(
  a: Float64Array,
  aFrom: number,
  b: Float64Array,
  bFrom: number,
  count: number,
): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    sum0 += a[aFrom + i] * b[bFrom + i];
    sum1 += a[aFrom + i + 1] * b[bFrom + i + 1];
    sum2 += a[aFrom + i + 2] * b[bFrom + i + 2];
    sum3 += a[aFrom + i + 3] * b[bFrom + i + 3];
  }
  for (; i < count; i++) sum0 += a[aFrom + i] * b[bFrom + i];
  return sum0 + sum1 + (sum2 + sum3);
}

/** Where row i of a packed matrix begins. */
export const rowStart = (i: number): number => {
  const pairs = i >> 1;
  return 2 * pairs * (pairs + 1) + (i & 1) * (2 * pairs + 2);
};

/** Numbers that a packed matrix takes. */
export const packedLength = (size: number): number => rowStart(size);

/** Entry of L from what is left of A's, or 0 if that is not positive and finite. */
function rootOf(pivot: number): number {
  return pivot > 0 && pivot < Number.POSITIVE_INFINITY ? Math.sqrt(pivot) : 0;
}

/**
 * L of the lower triangle, in place; false if the matrix is not positive definite to rounding.
 * Two rows and two columns at a time, so that each number read is used twice. A kernel must reach the matrix.
 */
export function factorCholesky(
  matrix: Float64Array,
  size: number,
  kernel: Kernel | null = null,
): boolean {
  // a kernel's truth is 1
  if (kernel !== null) return Boolean(kernel.factorCholesky(matrix.byteOffset, size));
  const even = size - (size % 2);
  for (let i = 0; i < even; i += 2) {
    const row = rowStart(i);
    const row2 = row + i + 2;
    for (let j = 0; j <= i; j += 2) {
      let p = row;
      let p2 = row2;
      let q = rowStart(j);
      let q2 = q + j + 2;
      let s11 = 0;
      let s12 = 0;
      let s21 = 0;
      let s22 = 0;
      for (const last = q + j; q < last; ) {
        const u = matrix[p++];
        const u2 = matrix[p2++];
        const v = matrix[q++];
        const v2 = matrix[q2++];
        s11 += u * v;
        s12 += u * v2;
        s21 += u2 * v;
        s22 += u2 * v2;
      }
      if (j < i) {
        const near = matrix[q];
        const cross = matrix[q2];
        const far = matrix[q2 + 1];
        matrix[p] = (matrix[p] - s11) / near;
        matrix[p + 1] = (matrix[p + 1] - s12 - matrix[p] * cross) / far;
        matrix[p2] = (matrix[p2] - s21) / near;
        matrix[p2 + 1] = (matrix[p2 + 1] - s22 - matrix[p2] * cross) / far;
        continue;
      }
      matrix[p] = rootOf(matrix[p] - s11);
      if (matrix[p] === 0) return false;
      matrix[p2] = (matrix[p2] - s21) / matrix[p];
      matrix[p2 + 1] = rootOf(matrix[p2 + 1] - s22 - matrix[p2] * matrix[p2]);
      if (matrix[p2 + 1] === 0) return false;
    }
  }
  if (even === size) return true;
  const row = rowStart(even);
  for (let j = 0; j < even; j++) {
    const other = rowStart(j);
    matrix[row + j] =
      (matrix[row + j] - dotRange(matrix, row, matrix, other, j)) / matrix[other + j];
  }
  matrix[row + even] = rootOf(matrix[row + even] - dotRange(matrix, row, matrix, row, even));
  return matrix[row + even] > 0;
}

/** Solve LLᵀz = right in place. */
export function solveCholesky(lower: Float64Array, right: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const row = rowStart(i);
    right[i] = (right[i] - dotRange(lower, row, right, 0, i)) / lower[row + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    const row = rowStart(i);
    const value = right[i] / lower[row + i];
    right[i] = value;
    for (let j = 0; j < i; j++) right[j] -= lower[row + j] * value;
  }
}

/** Diagonal of (LLᵀ)⁻¹ into `out`: column i of L⁻¹ solved and squared, O(size³/6); left every few columns. */
export function* inverseDiagonal(
  lower: Float64Array,
  size: number,
  out: Float64Array,
): Parts<void> {
  const column = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    column[i] = 1 / lower[rowStart(i) + i];
    let sum = column[i] * column[i];
    for (let j = i + 1; j < size; j++) {
      const row = rowStart(j);
      const value = -dotRange(lower, row + i, column, i, j - i) / lower[row + j];
      column[j] = value;
      sum += value * value;
    }
    out[i] = sum;
    if (i % COLUMNS === COLUMNS - 1) yield;
  }
}
