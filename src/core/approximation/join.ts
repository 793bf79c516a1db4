// From unjoined lines to a continuous curve: a knot where neighbouring lines cross, if they cross
// within a grid step of the break; where they differ with one sign on both sides it is a jump, and
// two knots, one at each sample, make the riser. For smooth targets the lines do cross there, so
// joining costs nothing and the lower bound of segments.ts is attained: a certificate.

/** Least-squares line through samples from ≤ i < to: its value at x = 0 and its slope. */
function lineThrough(x: Float64Array, y: Float64Array, from: number, to: number) {
  let meanX = 0;
  let meanY = 0;
  for (let i = from; i < to; i++) {
    meanX += x[i] / (to - from);
    meanY += y[i] / (to - from);
  }
  let sxx = 0;
  let sxy = 0;
  for (let i = from; i < to; i++) {
    sxx += (x[i] - meanX) * (x[i] - meanX);
    sxy += (x[i] - meanX) * (y[i] - meanY);
  }
  const slope = sxx > 0 ? sxy / sxx : 0;
  return { intercept: meanY - slope * meanX, slope };
}

/**
 * Inner knots for the lines that start at samples 0, breaks[0], breaks[1], …
 * A crossing counts up to one sample's distance beyond the two samples at the break. Jumps take
 * two knots as long as at most `maxKnots` result; else one, halfway up the riser.
 */
export function joinLines(
  x: Float64Array,
  y: Float64Array,
  breaks: readonly number[],
  maxKnots: number,
): number[] {
  const ends = [...breaks, x.length];
  const knots: number[] = [];
  let spare = maxKnots - breaks.length;
  let left = lineThrough(x, y, 0, ends[0]);
  for (let p = 0; p < breaks.length; p++) {
    const right = lineThrough(x, y, ends[p], ends[p + 1]);
    const last = x[ends[p] - 1];
    const first = x[ends[p]];
    const reach = first - last;
    const crossing = (left.intercept - right.intercept) / (right.slope - left.slope);
    if (crossing > last - reach && crossing < first + reach) knots.push(crossing);
    else if (spare > 0) {
      knots.push(last, first);
      spare--;
    } else knots.push((last + first) / 2);
    left = right;
  }
  return knots.sort((a, b) => a - b);
}
