// Cholesky factorisation of a symmetric positive definite matrix of half-bandwidth 3, in place:
// O(n), for the knots and values of a piecewise-linear curve, of which every sample touches four.

/** Entries kept per row: A[i][i − d] at 4i + d, d = 0 … 3. */
export const BAND = 4;

/** A = LLᵀ; overwrites `band` by L with reciprocal diagonal. Returns false if not positive. */
export function factorBanded(band: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    const row = BAND * i;
    const lowest = Math.min(3, i);
    for (let d = lowest; d > 0; d--) {
      const j = i - d;
      let sum = band[row + d];
      for (let e = d + 1; e <= lowest; e++) sum -= band[row + e] * band[BAND * j + (e - d)];
      band[row + d] = sum * band[BAND * j];
    }
    let diagonal = band[row];
    for (let d = 1; d <= lowest; d++) diagonal -= band[row + d] * band[row + d];
    if (!(diagonal > 0)) return false;
    band[row] = 1 / Math.sqrt(diagonal);
  }
  return true;
}

/** Solve LLᵀz = right in place. */
export function solveBanded(band: Float64Array, right: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const row = BAND * i;
    let sum = right[i];
    const lowest = Math.min(3, i);
    for (let d = 1; d <= lowest; d++) sum -= band[row + d] * right[i - d];
    right[i] = sum * band[row];
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i];
    const highest = Math.min(3, size - 1 - i);
    for (let d = 1; d <= highest; d++) sum -= band[BAND * (i + d) + d] * right[i + d];
    right[i] = sum * band[BAND * i];
  }
}
