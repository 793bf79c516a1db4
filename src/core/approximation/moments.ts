// Sums over a run of samples from prefix sums, in O(1): what one piece of a continuous curve
// contributes to the error as a quadratic of its two end values. They cancel to about 1e-13 of the
// whole, good enough to compare curves; errors that are shown are summed anew (hats.ts).

export interface PrefixSums {
  readonly x: Float64Array;
  readonly xx: Float64Array;
  readonly y: Float64Array;
  readonly xy: Float64Array;
  readonly yy: Float64Array;
}

function prefix(length: number, term: (i: number) => number): Float64Array {
  const sums = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) sums[i + 1] = sums[i] + term(i);
  return sums;
}

export function prefixSums(x: Float64Array, y: Float64Array): PrefixSums {
  return {
    x: prefix(x.length, (i) => x[i]),
    xx: prefix(x.length, (i) => x[i] * x[i]),
    y: prefix(x.length, (i) => y[i]),
    xy: prefix(x.length, (i) => x[i] * y[i]),
    yy: prefix(x.length, (i) => y[i] * y[i]),
  };
}

/** Σ(1−λ)², Σλ(1−λ), Σλ², Σ(1−λ)y, Σλy, Σy² over a piece's samples; λ = 0 left, 1 right. */
export interface PieceMoments {
  nearNear: number;
  nearFar: number;
  farFar: number;
  near: number;
  far: number;
  total: number;
}

export function emptyMoments(): PieceMoments {
  return { nearNear: 0, nearFar: 0, farFar: 0, near: 0, far: 0, total: 0 };
}

/** Moments of samples first ≤ i < end for a piece from `left` to `right`, into `out`. */
export function pieceMoments(
  sums: PrefixSums,
  first: number,
  end: number,
  left: number,
  right: number,
  out: PieceMoments,
): void {
  const samples = end - first;
  const inverse = 1 / (right - left);
  const sumX = sums.x[end] - sums.x[first];
  const lambda = (sumX - samples * left) * inverse;
  const squares =
    (sums.xx[end] - sums.xx[first] - left * (2 * sumX - samples * left)) * inverse * inverse;
  const totalY = sums.y[end] - sums.y[first];
  const far = (sums.xy[end] - sums.xy[first] - left * totalY) * inverse;
  out.nearNear = samples - 2 * lambda + squares;
  out.nearFar = lambda - squares;
  out.farFar = squares;
  out.near = totalY - far;
  out.far = far;
  out.total = sums.yy[end] - sums.yy[first];
}
