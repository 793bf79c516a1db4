// Cholesky factorisation of a symmetric positive definite matrix of half-bandwidth 3, in place:
// O(n), for the knots and values of a piecewise-linear curve, of which every sample touches four.

/** Entries kept per row: A[i][i − d] at 4i + d, d = 0 … 3. */
export const BAND = 4;

/** A = LLᵀ; overwrites `band` by L with reciprocal diagonal. Returns false if not positive. */
export function factorBanded(band: Float64Array, size: number): boolean {
  for (let i = 0, row = 0; i < size; i++, row += BAND) {
    const third = i > 2 ? band[row + 3] * band[row - 3 * BAND] : 0;
    const second =
      i > 1 ? (band[row + 2] - third * band[row - 2 * BAND + 1]) * band[row - 2 * BAND] : 0;
    let first = 0;
    if (i > 0) {
      const rest = band[row + 1] - second * band[row - BAND + 1];
      first = (rest - third * band[row - BAND + 2]) * band[row - BAND];
    }
    const diagonal = band[row] - first * first - second * second - third * third;
    if (!(diagonal > 0)) return false;
    band[row] = 1 / Math.sqrt(diagonal);
    band[row + 1] = first;
    band[row + 2] = second;
    band[row + 3] = third;
  }
  return true;
}

/** Solve LLᵀz = right in place. */
export function solveBanded(band: Float64Array, right: Float64Array, size: number): void {
  // the three before, the nearest first
  let [first, second, third] = [0, 0, 0];
  for (let i = 0, row = 0; i < size; i++, row += BAND) {
    const sum = right[i] - band[row + 1] * first - band[row + 2] * second - band[row + 3] * third;
    third = second;
    second = first;
    first = sum * band[row];
    right[i] = first;
  }
  // the three after; each row takes its own share from those above it
  for (let i = size - 1, row = BAND * i; i >= 0; i--, row -= BAND) {
    const value = right[i] * band[row];
    right[i] = value;
    if (i > 0) right[i - 1] -= band[row + 1] * value;
    if (i > 1) right[i - 2] -= band[row + 2] * value;
    if (i > 2) right[i - 3] -= band[row + 3] * value;
  }
}
