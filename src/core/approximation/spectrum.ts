// A symmetric matrix and a vector seen along its eigenvectors, which is all that gradient descent on a
// quadratic needs. Reduction to three diagonals by reflections (Householder 1958), then QL with implicit
// shifts (Bowdler, Martin, Reinsch & Wilkinson 1968); each is done to the vector as well, so that no
// eigenvector is ever written down: O(n³) once, then O(n²).

export interface Spectrum {
  /** Ascending. */
  readonly eigenvalues: Float64Array;
  /** Components of the vector along the unit eigenvectors, in the same order; their signs mean nothing. */
  readonly components: Float64Array;
}

/** Turns for one eigenvalue at most; two or three are usual. */
const MOST_TURNS = 60;
/** A neighbour this small against its diagonal entries is nothing. */
const NOTHING = 2.3e-16;

/**
 * `matrix`: size×size, symmetric, row-major; left as it is, as is `vector`. Absolute error of eigenvalues
 * a few units in the last place of the largest. Throws if the shapes do not fit.
 */
export function spectrumOf(
  matrix: ArrayLike<number>,
  vector: ArrayLike<number>,
  size: number,
): Spectrum {
  if (matrix.length !== size * size || vector.length !== size)
    throw new RangeError(
      `matrix and vector: got ${matrix.length} and ${vector.length} numbers, expected ${size * size} and ${size}`,
    );
  const along = Float64Array.from(vector);
  const { diagonal, beside } = tridiagonalise(Float64Array.from(matrix), along, size);
  diagonalise(diagonal, beside, along);
  const order = Array.from(diagonal.keys()).sort((i, j) => diagonal[i] - diagonal[j]);
  return {
    eigenvalues: Float64Array.from(order, (i) => diagonal[i]),
    components: Float64Array.from(order, (i) => along[i]),
  };
}

/** Reflects `a` to three diagonals, in place, and `along` with it. */
function tridiagonalise(a: Float64Array, along: Float64Array, n: number) {
  const mirror = new Float64Array(n);
  const image = new Float64Array(n);
  const beside = new Float64Array(n);
  for (let k = 0; k < n - 1; k++) {
    let square = 0;
    for (let i = k + 1; i < n; i++) square += a[i * n + k] * a[i * n + k];
    const first = a[(k + 1) * n + k];
    beside[k] = first > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    // the last column is short enough as it is
    if (k === n - 2) beside[k] = first;
    const length = Math.sqrt(2 * (square - first * beside[k]));
    if (k === n - 2 || !(length > 0)) continue;
    for (let i = k + 1; i < n; i++)
      mirror[i] = (a[i * n + k] - (i === k + 1 ? beside[k] : 0)) / length;
    // A − 2vwᵀ − 2wvᵀ with w = Av − (vᵀAv)v
    let inner = 0;
    let turn = 0;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += a[i * n + j] * mirror[j];
      image[i] = sum;
      inner += sum * mirror[i];
      turn += along[i] * mirror[i];
    }
    for (let i = k + 1; i < n; i++) {
      image[i] -= inner * mirror[i];
      along[i] -= 2 * turn * mirror[i];
    }
    for (let i = k + 1; i < n; i++)
      for (let j = k + 1; j < n; j++)
        a[i * n + j] -= 2 * (mirror[i] * image[j] + image[i] * mirror[j]);
  }
  const diagonal = Float64Array.from({ length: n }, (_, i) => a[i * (n + 1)]);
  return { diagonal, beside };
}

/** First place from `from` on whose neighbour below is nothing. */
function blockEnd(diagonal: Float64Array, beside: Float64Array, from: number): number {
  let end = from;
  while (end < diagonal.length - 1) {
    const around = Math.abs(diagonal[end]) + Math.abs(diagonal[end + 1]);
    if (Math.abs(beside[end]) <= NOTHING * around) break;
    end++;
  }
  return end;
}

/** QL turns until only the diagonal is left, in place, and `along` with them. */
function diagonalise(diagonal: Float64Array, beside: Float64Array, along: Float64Array): void {
  for (let from = 0; from < diagonal.length; from++) {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const end = blockEnd(diagonal, beside, from);
      if (end === from) break;
      chase(diagonal, beside, along, from, end);
    }
  }
}

/** One QL step on the block from … end: the bulge of the shift is chased from its lower end to its upper. */
function chase(
  diagonal: Float64Array,
  beside: Float64Array,
  along: Float64Array,
  from: number,
  end: number,
): void {
  const half = (diagonal[from + 1] - diagonal[from]) / (2 * beside[from]);
  const root = Math.sqrt(half * half + 1);
  // the eigenvalue of the upper corner that is nearer to its first entry
  const shift = diagonal[from] - beside[from] / (half + (half < 0 ? -root : root));
  let bulge = diagonal[end] - shift;
  let [sine, cosine, carried] = [1, 1, 0];
  for (let i = end - 1; i >= from; i--) {
    const f = sine * beside[i];
    const b = cosine * beside[i];
    const length = Math.sqrt(f * f + bulge * bulge);
    beside[i + 1] = length;
    if (length === 0) {
      // the block falls apart here
      diagonal[i + 1] -= carried;
      beside[end] = 0;
      return;
    }
    sine = f / length;
    cosine = bulge / length;
    const below = diagonal[i + 1] - carried;
    const turned = (diagonal[i] - below) * sine + 2 * cosine * b;
    carried = sine * turned;
    diagonal[i + 1] = below + carried;
    bulge = cosine * turned - b;
    const [near, far] = [along[i], along[i + 1]];
    along[i] = cosine * near - sine * far;
    along[i + 1] = sine * near + cosine * far;
  }
  diagonal[from] -= carried;
  beside[from] = bulge;
  beside[end] = 0;
}
