// Dense symmetric positive definite systems: A = LLᵀ (Cholesky), row-major, lower triangle.

import type { Kernel } from '../../kernel.ts';

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
    const row = i * size;
    const row2 = row + size;
    for (let j = 0; j <= i; j += 2) {
      let p = row;
      let p2 = row2;
      let q = j * size;
      let q2 = q + size;
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
  const row = even * size;
  for (let j = 0; j < even; j++)
    matrix[row + j] =
      (matrix[row + j] - dotRange(matrix, row, matrix, j * size, j)) / matrix[j * size + j];
  matrix[row + even] = rootOf(matrix[row + even] - dotRange(matrix, row, matrix, row, even));
  return matrix[row + even] > 0;
}

/** Solve LLᵀz = right in place. */
export function solveCholesky(lower: Float64Array, right: Float64Array, size: number): void {
  for (let i = 0; i < size; i++)
    right[i] = (right[i] - dotRange(lower, i * size, right, 0, i)) / lower[i * size + i];
  for (let i = size - 1; i >= 0; i--) {
    const value = right[i] / lower[i * size + i];
    right[i] = value;
    for (let j = 0; j < i; j++) right[j] -= lower[i * size + j] * value;
  }
}

/** Diagonal of (LLᵀ)⁻¹ into `out`: column i of L⁻¹ solved and squared, O(size³/6). */
export function inverseDiagonal(lower: Float64Array, size: number, out: Float64Array): void {
  const column = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    column[i] = 1 / lower[i * size + i];
    let sum = column[i] * column[i];
    for (let j = i + 1; j < size; j++) {
      const value = -dotRange(lower, j * size + i, column, i, j - i) / lower[j * size + j];
      column[j] = value;
      sum += value * value;
    }
    out[i] = sum;
  }
}
