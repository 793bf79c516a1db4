// Eigenvalues of a symmetric matrix by plane rotations (Jacobi 1846), for condition numbers of
// normal matrices with up to a few hundred rows. Not for large matrices: O(n³) a sweep.

/** Sweeps until nothing is left off the diagonal; ten are plenty in double precision. */
const MOST_SWEEPS = 50;

/** Zeroes entry (p, q) by a rotation of rows and columns p and q. */
function rotate(a: Float64Array, n: number, p: number, q: number): void {
  const offDiagonal = a[p * n + q];
  if (offDiagonal === 0) return;
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * offDiagonal);
  // the smaller root of t² + 2θt − 1 = 0; beyond 2^500 its square would overflow
  const root = Math.abs(theta) < 1e150 ? Math.sqrt(theta * theta + 1) : Math.abs(theta);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + root);
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p];
    const kq = a[k * n + q];
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const pk = a[p * n + k];
    const qk = a[q * n + k];
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
  }
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

/** Sum of squares off the diagonal and of all entries. */
function squares(a: Float64Array, n: number): { off: number; all: number } {
  let off = 0;
  let all = 0;
  for (let i = 0; i < n * n; i++) {
    const square = a[i] * a[i];
    all += square;
    if (i % (n + 1) !== 0) off += square;
  }
  return { off, all };
}

/**
 * Eigenvalues in ascending order. `matrix`: size×size, symmetric, row-major; left as it is. Absolute
 * error of a few units in the last place of the largest. Throws if the shape does not fit.
 */
export function symmetricEigenvalues(matrix: ArrayLike<number>, size: number): Float64Array {
  if (matrix.length !== size * size) {
    throw new RangeError(`matrix: got ${matrix.length} numbers, expected ${size * size}`);
  }
  const a = Float64Array.from(matrix);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    const { off, all } = squares(a, size);
    if (off <= all * 1e-36) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, size, p, q);
  }
  return Float64Array.from({ length: size }, (_, i) => a[i * (size + 1)]).sort();
}

/** Largest eigenvalue over smallest of the normal matrix ΦΦᵀ; `features`: the rows of Φ. */
export function conditionOfFeatures(features: readonly Float64Array[]): number {
  const n = features.length;
  const normal = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let s = 0; s < features[i].length; s++) sum += features[i][s] * features[j][s];
      normal[i * n + j] = sum;
      normal[j * n + i] = sum;
    }
  }
  const eigenvalues = symmetricEigenvalues(normal, n);
  return eigenvalues[n - 1] / eigenvalues[0];
}
