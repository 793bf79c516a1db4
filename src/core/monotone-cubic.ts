// The smooth curve through points that rises and falls only where the points do: a piecewise cubic whose
// slopes are weighted harmonic means of the neighbouring secants. Never overshoots, so a hand-made
// curve stays inside the window it was made in. Method: Fritsch & Carlson (1980), slopes of
// Fritsch & Butland (1984), ends after Moler, "Numerical Computing with MATLAB" (2004), §3.6.

/** One-sided slope at an end, from the first two secants and their widths, kept from overshooting. */
function endSlope(width: number, next: number, secant: number, nextSecant: number): number {
  const slope = ((2 * width + next) * secant - width * nextSecant) / (width + next);
  if (slope * secant <= 0) return 0;
  if (secant * nextSecant <= 0 && Math.abs(slope) > 3 * Math.abs(secant)) return 3 * secant;
  return slope;
}

/** Slopes at the points; x strictly ascending, at least two points. */
function slopesAt(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const last = x.length - 1;
  const width = (i: number) => x[i + 1] - x[i];
  const secant = (i: number) => (y[i + 1] - y[i]) / width(i);
  const slopes = new Float64Array(x.length);
  if (last === 1) return slopes.fill(secant(0));
  for (let i = 1; i < last; i++) {
    const left = secant(i - 1);
    const right = secant(i);
    if (left * right <= 0) continue;
    const nearLeft = 2 * width(i) + width(i - 1);
    const nearRight = width(i) + 2 * width(i - 1);
    slopes[i] = (nearLeft + nearRight) / (nearLeft / left + nearRight / right);
  }
  slopes[0] = endSlope(width(0), width(1), secant(0), secant(1));
  slopes[last] = endSlope(width(last - 1), width(last - 2), secant(last - 1), secant(last - 2));
  return slopes;
}

/** Index i of the piece [xᵢ, xᵢ₊₁] that `at` falls in; the outermost ones beyond the ends. */
function pieceAt(x: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** The monotone cubic through (xᵢ, yᵢ), x strictly ascending; beyond the ends it keeps the end's value. */
export function monotoneCubic(x: ArrayLike<number>, y: ArrayLike<number>): (at: number) => number {
  if (x.length < 2) return () => y[0];
  const slopes = slopesAt(x, y);
  return (at) => {
    const i = pieceAt(x, at);
    const width = x[i + 1] - x[i];
    const t = Math.min(1, Math.max(0, (at - x[i]) / width));
    const s = 1 - t;
    return (
      s * s * ((1 + 2 * t) * y[i] + t * width * slopes[i]) +
      t * t * ((1 + 2 * s) * y[i + 1] - s * width * slopes[i + 1])
    );
  };
}

/** The polygon through (xᵢ, yᵢ), x strictly ascending; beyond the ends it keeps the end's value. */
export function polygonThrough(x: ArrayLike<number>, y: ArrayLike<number>): (at: number) => number {
  if (x.length < 2) return () => y[0];
  return (at) => {
    const i = pieceAt(x, at);
    const t = Math.min(1, Math.max(0, (at - x[i]) / (x[i + 1] - x[i])));
    return (1 - t) * y[i] + t * y[i + 1];
  };
}
