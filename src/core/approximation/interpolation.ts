// How far the chain through H + 1 equidistant points of a curve is from the curve, and what the two
// textbook bounds promise: the modulus of continuity ω(h), and h²/8·max|f″| (de Boor 1978, chapter III).

import type { Domain } from './samples.ts';

type Curve = (x: number) => number;

export interface Interpolation {
  /** Ends of the H pieces and the curve's values there, H + 1 each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Where |f − chain| is largest, and both there. */
  readonly worst: {
    readonly error: number;
    readonly at: number;
    readonly curve: number;
    readonly chain: number;
  };
  /** Largest |f(u) − f(v)| for u, v looked at, at most a piece apart; never below `worst.error`. */
  readonly modulus: number;
}

/** Grid points looked at, at least, in all and in a piece; the ends of pieces are among them. */
const LOOKS = 1024;
const LOOKS_EACH = 48;
/** Relative difference of errors that are the same but for rounding. */
const EQUAL = 1e-12;
/** Thirds taken off the neighbourhood of the worst grid point. */
const THIRDS = 30;

/** A curve's values at the ends of equal parts of its domain, looked at once for many chains. */
export interface Looks {
  readonly curve: Curve;
  readonly domain: Domain;
  readonly values: Float64Array;
}

/** For chains of up to `pieces` pieces; the ends of so many, and of all that divide it, are among the looks. */
export function lookAt(curve: Curve, domain: Domain, pieces: number): Looks {
  if (!Number.isInteger(pieces) || pieces < 1)
    throw new RangeError(`pieces must be a positive integer: got ${pieces}`);
  const [left, right] = domain;
  // even, so that the middle of a piece is looked at
  const count = pieces * 2 * Math.ceil(Math.max(LOOKS_EACH, LOOKS / pieces) / 2);
  const values = Float64Array.from({ length: count + 1 }, (_, i) =>
    curve(left + ((right - left) * i) / count),
  );
  return { curve, domain, values };
}

/** `pieces` ≥ 1 equal pieces of the domain. O(grid). */
export function interpolateEvenly(curve: Curve, domain: Domain, pieces: number): Interpolation {
  return interpolateSeen(lookAt(curve, domain, pieces), pieces);
}

/** The same from looks taken before, to about their distance squared where ends of pieces lie between. */
export function interpolateSeen({ curve, domain, values }: Looks, pieces: number): Interpolation {
  const [left, right] = domain;
  const count = values.length;
  const place = (i: number) => left + ((right - left) * i) / (count - 1);
  const each = (count - 1) / pieces;
  const x = Float64Array.from(
    { length: pieces + 1 },
    (_, j) => left + ((right - left) * j) / pieces,
  );
  const y = x.map((at, j) => {
    const look = (j * (count - 1)) / pieces;
    return Number.isInteger(look) ? values[look] : curve(at);
  });
  const chainAt = (at: number) => {
    const piece = Math.min(
      pieces - 1,
      Math.max(0, Math.floor(((at - left) * pieces) / (right - left))),
    );
    const share = (at - x[piece]) / (x[piece + 1] - x[piece]);
    return { piece, chain: (1 - share) * y[piece] + share * y[piece + 1] };
  };
  let most = 0;
  let found = 0;
  for (let i = 0; i < count; i++) {
    const along = i / each;
    const piece = Math.min(pieces - 1, Math.floor(along));
    const chain = y[piece] + (along - piece) * (y[piece + 1] - y[piece]);
    const error = Math.abs(chain - values[i]);
    // of equal ones the first, whatever the rounding
    if (error <= most * (1 + EQUAL)) continue;
    most = error;
    found = i;
  }
  const gap = (at: number) => Math.abs(chainAt(at).chain - curve(at));
  let [from, to] = [place(Math.max(0, found - 1)), place(Math.min(count - 1, found + 1))];
  for (let i = 0; i < THIRDS; i++) {
    const [a, b] = [from + (to - from) / 3, to - (to - from) / 3];
    if (gap(a) < gap(b)) from = a;
    else to = b;
  }
  const refined = (from + to) / 2;
  const at = gap(refined) > most ? refined : place(found);
  const { piece, chain } = chainAt(at);
  const value = curve(at);
  return {
    x,
    y,
    worst: { error: Math.abs(chain - value), at, curve: value, chain },
    // the worst place counts as one of the grid's
    modulus: Math.max(
      largestSpread(values, each),
      Math.abs(value - y[piece]),
      Math.abs(value - y[piece + 1]),
    ),
  };
}

/**
 * Largest difference of two values at most `reach` places apart, by sliding extremes (Lemire 2006); where
 * the reach ends between two places, there on the line through their values, too.
 */
function largestSpread(values: Float64Array, reach: number): number {
  const highs = new Int32Array(values.length);
  const lows = new Int32Array(values.length);
  let [high, highEnd, low, lowEnd] = [0, 0, 0, 0];
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    while (highEnd > high && values[highs[highEnd - 1]] <= values[i]) highEnd--;
    while (lowEnd > low && values[lows[lowEnd - 1]] >= values[i]) lowEnd--;
    highs[highEnd++] = i;
    lows[lowEnd++] = i;
    if (highs[high] < i - reach) high++;
    if (lows[low] < i - reach) low++;
    most = Math.max(most, values[highs[high]] - values[lows[low]]);
  }
  const whole = Math.floor(reach);
  const part = reach - whole;
  if (part === 0) return most;
  for (let i = 0; i + whole + 1 < values.length; i++) {
    const j = values.length - 1 - i;
    const right = values[i + whole] + part * (values[i + whole + 1] - values[i + whole]);
    const left = values[j - whole] + part * (values[j - whole - 1] - values[j - whole]);
    most = Math.max(most, Math.abs(right - values[i]), Math.abs(left - values[j]));
  }
  return most;
}

/** h²/8 · max|f″| with h = (b − a)/H. */
export function curvatureBound(curvature: number, [left, right]: Domain, pieces: number): number {
  const piece = (right - left) / pieces;
  return (piece * piece * curvature) / 8;
}
