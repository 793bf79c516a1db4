// The error function and the normal distribution's Φ, which GELU is made of.
// Up to 3 by a Taylor polynomial of degree 8 about the nearest multiple of 1/64, read from a table;
// beyond by Laplace's continued fraction for erfc. The table is built once, by the same polynomials
// in double-double arithmetic, each centre from the one before.

import { add, type DoubleDouble, exactly, multiply, productOf, sumOf } from './double-double.ts';
import { scaledExp } from './exponential.ts';

const TWO_OVER_ROOT_PI: DoubleDouble = { high: 1.1283791670955126, low: 1.533545961316588e-17 };
const ROOT_PI: DoubleDouble = { high: 1.772453850905516, low: -7.666586499825799e-17 };
const ROOT_HALF: DoubleDouble = { high: Math.SQRT1_2, low: -4.833646656726457e-17 };
const DENSITY = 64;
const ROUNDER = 6755399441055744;
/** From here on the continued fraction is used. */
const TABLE_END = 3;
/** Per centre: erf in two doubles, then the coefficients of the first to eighth power. */
const STRIDE = 10;

/** e^(−k²/4096) = e^(−c²) at the centre c = k/64. */
const gaussian = (k: number): DoubleDouble => {
  // Taylor series at x/2⁶, then six squarings.
  const x = exactly(-(k * k) / (DENSITY * DENSITY * 1024));
  let value = exactly(1);
  for (let n = 24; n >= 1; n--) {
    value = add(exactly(1), multiply(multiply(x, value), inverseOf(n)));
  }
  for (let i = 0; i < 10; i++) value = multiply(value, value);
  return value;
};

const inverseOf = (n: number): DoubleDouble => {
  const high = 1 / n;
  const product = productOf(high, n);
  return { high, low: (1 - product.high - product.low) / n };
};

const table: Float64Array = /* @__PURE__ */ (() => {
  const last = TABLE_END * DENSITY;
  const entries = new Float64Array((last + 1) * STRIDE);
  let value = exactly(0);
  const h = exactly(1 / DENSITY);
  for (let k = 0; k <= last; k++) {
    const c = k / DENSITY;
    // g = erf′ has g′ = −2(c + d)g, hence (n + 1)gₙ₊₁ = −2c·gₙ − 2gₙ₋₁.
    const g: DoubleDouble[] = [multiply(TWO_OVER_ROOT_PI, gaussian(k))];
    for (let n = 0; n < 20; n++) {
      const before = n === 0 ? exactly(0) : g[n - 1];
      const sum = add(multiply(exactly(-2 * c), g[n]), multiply(exactly(-2), before));
      g.push(multiply(sum, inverseOf(n + 1)));
    }
    entries[k * STRIDE] = value.high;
    entries[k * STRIDE + 1] = value.low;
    for (let n = 0; n < 8; n++) entries[k * STRIDE + 2 + n] = g[n].high / (n + 1);
    let step = exactly(0);
    for (let n = 20; n >= 0; n--) step = multiply(h, add(multiply(g[n], inverseOf(n + 1)), step));
    value = add(value, step);
  }
  return entries;
})();

/** erf(x) − erf(c) − erf's rounding error at c, and the place of c in the table; 0 ≤ x ≤ 3. */
const tableStep = (at: number, d: number): number => {
  const dd = d * d;
  const low = table[at + 2] + d * table[at + 3];
  const middle = table[at + 4] + d * table[at + 5];
  const high = table[at + 6] + d * table[at + 7] + dd * (table[at + 8] + d * table[at + 9]);
  return table[at + 1] + d * (low + dd * (middle + dd * high));
};

/** erfc(x + tail) · 2^shift for x ≥ 3 and a tail far smaller than x. */
const upperTail = (x: number, tail: number, shift: number): number => {
  // erfc x = e^(−x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), from the inside out.
  let below = x;
  for (let n = Math.ceil(20 + 360 / (x * x)); n >= 2; n--) below = x + n / 2 / below;
  const bottom = sumOf(x, 0.5 / below + tail);
  const square = productOf(x, x);
  const density = scaledExp(-square.high, -square.low - 2 * x * tail, shift);
  const product = multiply(bottom, ROOT_PI);
  const value = density / product.high;
  return value - (value * product.low) / product.high;
};

/** erf x = 2/√π ∫₀ˣ e^(−t²) dt. Error < 1 ulp; odd. */
export const erf = (x: number): number => {
  const size = Math.abs(x);
  if (size < 1e-9) return x * TWO_OVER_ROOT_PI.high + x * TWO_OVER_ROOT_PI.low;
  if (size >= 6) return x < 0 ? -1 : 1;
  if (size >= TABLE_END) {
    const value = 1 - upperTail(size, 0, 0);
    return x < 0 ? -value : value;
  }
  const steps = size * DENSITY + ROUNDER - ROUNDER;
  const at = (steps | 0) * STRIDE;
  const value = table[at] + tableStep(at, size - steps / DENSITY);
  return x < 0 ? -value : value;
};

/** erfc(x + tail)/2 for a tail far smaller than x. */
const halfComplement = (x: number, tail: number): number => {
  if (x >= TABLE_END) return x > 40 ? 0 : upperTail(x, tail, -1);
  if (x <= -6) return 1;
  const size = Math.abs(x);
  if (size >= TABLE_END) return 1 - upperTail(size, -tail, -1);
  const steps = size * DENSITY + ROUNDER - ROUNDER;
  const at = (steps | 0) * STRIDE;
  const step = tableStep(at, size - steps / DENSITY + (x < 0 ? -tail : tail));
  const sign = x < 0 ? 1 : -1;
  const head = sumOf(1, sign * table[at]);
  return (head.high + (head.low + sign * step)) / 2;
};

/** 1 − erf x, without cancellation for large x. Error < 3 ulp. */
export const erfc = (x: number): number => 2 * halfComplement(x, 0);

/** Φ(x), the probability that a standard normal variable is below x. Error < 3 ulp. */
export const normalDistribution = (x: number): number => {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) > 40) return x < 0 ? 0 : 1;
  const scaled = multiply(exactly(-x), ROOT_HALF);
  return halfComplement(scaled.high, scaled.low);
};

/** φ(x) = e^(−x²/2)/√(2π), the density that belongs to Φ. Error < 2 ulp. */
export const normalDensity = (x: number): number => {
  if (!(Math.abs(x) < 40)) return Number.isNaN(x) ? x : 0;
  const square = productOf(x, x);
  return scaledExp(-square.high / 2, -square.low / 2, 0) * 0.3989422804014327;
};
