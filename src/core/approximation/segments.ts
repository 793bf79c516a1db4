// Best approximation by unjoined straight lines, for every number of lines at once, by dynamic
// programming over break points (Bellman 1961; Bellman & Roth 1969). A network of H ReLU units
// has at most H kinks, so on the samples it is at most H + 1 lines: no such network, trained by
// whatever means, has a smaller squared error. Not joined, not continuous: see join.ts.

/** Marks, in the table of last breaks, that one line fewer does as well. */
const FEWER = -1;

export interface UnjoinedLines {
  /** squaredError[p − 1]: least squared error of at most p lines. */
  readonly squaredError: Float64Array;
  /** First sample of each line but the first, ascending, of the best at most p lines. */
  breaks(pieces: number): number[];
}

/**
 * Column of errors of the best line through samples i…last, for all i ≤ last, into `out`.
 * Grown one sample at a time to the left: adding (x, y) raises the error by r²/(1 + h), r the
 * residual against the line so far, h the sample's leverage (recursive least squares, Plackett
 * 1950). Only non-negative terms are summed, so nothing cancels, which prefix sums of squares
 * would: the bound stays a bound.
 */
function lineErrors(x: Float64Array, y: Float64Array, last: number, out: Float64Array): void {
  let meanX = x[last];
  let meanY = y[last];
  let sxx = 0;
  let sxy = 0;
  let error = 0;
  out[last] = 0;
  for (let i = last - 1, count = 1; i >= 0; i--, count++) {
    const dx = x[i] - meanX;
    const dy = y[i] - meanY;
    if (count > 1) {
      const residual = dy - (sxy / sxx) * dx;
      error += (residual * residual) / (1 + 1 / count + (dx * dx) / sxx);
    }
    out[i] = error;
    const weight = count / (count + 1);
    sxx += weight * dx * dx;
    sxy += weight * dx * dy;
    meanX += dx / (count + 1);
    meanY += dy / (count + 1);
  }
}

/**
 * Best at most 1 … maxPieces unjoined lines, O(maxPieces·N²/2) at worst.
 * The scan over the last break stops as soon as the last line alone costs more than the best
 * total so far, since that cost only grows to the left.
 */
export function unjoinedLines(x: Float64Array, y: Float64Array, maxPieces: number): UnjoinedLines {
  const count = x.length;
  if (count === 0) throw new RangeError('no samples: got 0 expected at least 1');
  const stride = count + 1;
  // best[p·stride + j]: least error of the first j samples by at most p + 1 lines.
  const best = new Float64Array(maxPieces * stride);
  const start = new Int32Array(maxPieces * stride);
  const column = new Float64Array(count);
  for (let last = 0; last < count; last++) {
    lineErrors(x, y, last, column);
    const end = last + 1;
    best[end] = column[0];
    for (let piece = 1; piece < maxPieces; piece++) {
      const row = (piece - 1) * stride;
      let least = best[row + last];
      let from = last;
      for (let i = last - 1; i > 0; i--) {
        const alone = column[i];
        if (alone >= least) break;
        const total = best[row + i] + alone;
        if (total < least) {
          least = total;
          from = i;
        }
      }
      if (best[row + end] <= least) {
        least = best[row + end];
        from = FEWER;
      }
      best[piece * stride + end] = least;
      start[piece * stride + end] = from;
    }
  }
  const squaredError = Float64Array.from({ length: maxPieces }, (_, p) => best[p * stride + count]);
  const breaks = (pieces: number): number[] => {
    const found: number[] = [];
    let end = count;
    for (let piece = pieces - 1; piece > 0 && end > 0; piece--) {
      const from = start[piece * stride + end];
      if (from === FEWER) continue;
      if (from > 0) found.push(from);
      end = from;
    }
    return found.reverse();
  };
  return { squaredError, breaks };
}

/**
 * Rounding allowance of a root-mean-square error computed from unjoinedLines: every residual is
 * formed from running means and slopes with relative error below about N units in the last place
 * of the largest value, and the norm of a sum differs from the norm by at most the norm of the
 * difference. Thirty-two-fold, to be beyond doubt: 4e-12 at N = 512 for values of size one.
 */
export function roundingMargin(y: Float64Array): number {
  let largest = 0;
  for (const value of y) largest = Math.max(largest, Math.abs(value));
  return 32 * y.length * Number.EPSILON * largest;
}

/** Rigorous lower bound of the RMS of any ReLU network of width 0 … maxWidth on the samples. */
export function lowerBounds(lines: UnjoinedLines, y: Float64Array): Float64Array {
  const margin = roundingMargin(y);
  return lines.squaredError.map((error) => Math.max(0, Math.sqrt(error / y.length) - margin));
}
