// Dense symmetric positive definite systems: A = LLᵀ (Cholesky), row-major, lower triangle.

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

/** L of the lower triangle, in place; false if the matrix is not positive definite to rounding. */
export function factorCholesky(matrix: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j < i; j++) {
      const other = j * size;
      const sum = matrix[row + j] - dotRange(matrix, row, matrix, other, j);
      matrix[row + j] = sum / matrix[other + j];
    }
    const pivot = matrix[row + i] - dotRange(matrix, row, matrix, row, i);
    if (!(pivot > 0 && pivot < Number.POSITIVE_INFINITY)) return false;
    matrix[row + i] = Math.sqrt(pivot);
  }
  return true;
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
