// Good continuous piecewise-linear curves for every number of pieces at once, knots on samples, by
// dynamic programming: the state (pieces so far, knot's place) carries the least error as a quadratic
// of the value at the knot, of which only the best predecessor's is kept. Without that cut it would be
// the exact algorithm of Fearnhead, Maidstone & Letchford (2019). A start for polish.ts, no proof.

export interface GridKnots {
  /** Inner knots of the curve of at most `pieces` pieces, ascending. */
  knots(pieces: number): number[];
}

/** Running sums from the first sample, one entry more than samples. */
function prefix(length: number, term: (i: number) => number): Float64Array {
  const sums = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) sums[i + 1] = sums[i] + term(i);
  return sums;
}

/** Samples in a part. */
const PART = 64;

/** Curves of 1 … maxPieces pieces; O(maxPieces·N²/2) at worst, a tenth of it as a rule. Yields progress. */
export function* gridKnots(
  x: Float64Array,
  y: Float64Array,
  maxPieces: number,
): Generator<{ readonly stage: 'bound'; readonly share: number }, GridKnots> {
  const count = x.length;
  const sumX = prefix(count, (i) => x[i]);
  const sumXX = prefix(count, (i) => x[i] * x[i]);
  const sumY = prefix(count, (i) => y[i]);
  const sumXY = prefix(count, (i) => x[i] * y[i]);
  const sumYY = prefix(count, (i) => y[i] * y[i]);
  // Least error at (place, pieces) as a function of the value v: square·v² − 2·cross·v + rest.
  const stride = maxPieces + 1;
  const square = new Float64Array(count * stride);
  const cross = new Float64Array(count * stride);
  const rest = new Float64Array(count * stride);
  const least = new Float64Array(count * stride).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(count * stride);
  square[0] = 1;
  cross[0] = y[0];
  rest[0] = y[0] * y[0];
  least[0] = 0;
  /** Best predecessors of the knot at sample t. */
  const reach = (t: number): void => {
    const to = t * stride;
    let most = maxPieces;
    for (let s = t - 1; s >= 0; s--) {
      // Sums over samples s + 1 … t of λ, λ², y, λy with λ = 0 at s and 1 at t.
      const samples = t - s;
      const inverse = 1 / (x[t] - x[s]);
      const lambda = (sumX[t + 1] - sumX[s + 1] - samples * x[s]) * inverse;
      const squares =
        (sumXX[t + 1] -
          sumXX[s + 1] -
          2 * x[s] * (sumX[t + 1] - sumX[s + 1]) +
          samples * x[s] * x[s]) *
        inverse *
        inverse;
      const totalY = sumY[t + 1] - sumY[s + 1];
      const far = (sumXY[t + 1] - sumXY[s + 1] - x[s] * totalY) * inverse;
      const near = totalY - far;
      const nearNear = samples - 2 * lambda + squares;
      const nearFar = lambda - squares;
      const total = sumYY[t + 1] - sumYY[s + 1];
      const determinant = nearNear * squares - nearFar * nearFar;
      const alone =
        samples < 3
          ? 0
          : total -
            (squares * near * near - 2 * nearFar * near * far + nearNear * far * far) / determinant;
      while (most > 0 && least[to + most] <= alone) most--;
      if (most === 0) break;
      const before = s * stride;
      for (let k = s === 0 ? 1 : 2; k <= most; k++) {
        const source = before + k - 1;
        if (least[source] >= least[to + k]) continue;
        const a = 1 / (square[source] + nearNear);
        const e = cross[source] + near;
        const shift = nearFar * a;
        const newSquare = squares - shift * nearFar;
        const newCross = far - shift * e;
        const newRest = rest[source] + total - e * e * a;
        const error = newRest - (newCross * newCross) / newSquare;
        if (error < least[to + k]) {
          square[to + k] = newSquare;
          cross[to + k] = newCross;
          rest[to + k] = newRest;
          least[to + k] = error;
          from[to + k] = s;
        }
      }
    }
  };
  for (let t = 1; t < count; t++) {
    reach(t);
    if (t % PART === 0) yield { stage: 'bound', share: t / count };
  }
  const knots = (pieces: number): number[] => {
    const found: number[] = [];
    let place = count - 1;
    let k = Math.min(pieces, count - 1);
    while (k > 1 && !(least[place * stride + k] < Number.POSITIVE_INFINITY)) k--;
    for (; k > 1; k--) {
      place = from[place * stride + k];
      found.push(x[place]);
    }
    return found.reverse();
  };
  return { knots };
}
