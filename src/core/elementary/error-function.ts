// The normal distribution's Φ and φ, which GELU is made of, and the error function, which is Φ in
// other units: erf x = 2Φ(√2·x) − 1.
// Up to 4.25 by a Taylor polynomial of degree 8 about the nearest multiple of 1/64, read from a
// table; beyond by Laplace's continued fraction for the tail. The table is built once, by the same
// polynomials in double-double arithmetic, each centre from the one before.

import {
  add,
  type DoubleDouble,
  divide,
  exactly,
  multiply,
  productOf,
  sumOf,
} from './double-double.ts';
import { scaledExp } from './exponential.ts';

const ROOT_TWO: DoubleDouble = { high: Math.SQRT2, low: -9.667293313452913e-17 };
const ROOT_TWO_PI: DoubleDouble = { high: 2.5066282746310007, low: -1.8328579980459167e-16 };
const DENSITY_AT_0: DoubleDouble = { high: 0.3989422804014327, low: -2.49232720227773e-17 };
const TWO_OVER_ROOT_PI: DoubleDouble = { high: 1.1283791670955126, low: 1.533545961316588e-17 };

/** Centres per unit. */
const DENSITY = 64;
const TABLE_END = 4.25;
/** Adding and subtracting 1.5·2⁵² rounds to an integer, ties to even: the same for x and −x. */
const ROUNDER = 6755399441055744;
/** Per centre: Φ − ½ in two doubles, then the coefficients of the first to eighth power. */
const STRIDE = 10;

/** e^(−h²/2) for h = 1/64, by Taylor's series. */
const firstRatio = (): DoubleDouble => {
  const x = exactly(-1 / (2 * DENSITY * DENSITY));
  let power = exactly(1);
  for (let n = 9; n >= 1; n--) power = add(exactly(1), divide(multiply(x, power), exactly(n)));
  return power;
};

const table: Float64Array = /* @__PURE__ */ (() => {
  const last = TABLE_END * DENSITY;
  const entries = new Float64Array((last + 1) * STRIDE);
  const h = 1 / DENSITY;
  const first = firstRatio();
  const growth = multiply(first, first);
  let ratio = first; // φ(c + h)/φ(c) = e^(−ch − h²/2)
  let density = DENSITY_AT_0;
  let value = exactly(0);
  for (let k = 0; k <= last; k++) {
    const c = k / DENSITY;
    // φ′ = −(c + d)φ, hence (n + 1)gₙ₊₁ = −c·gₙ − gₙ₋₁ for φ = Σ gₙdⁿ; then Φ has gₙ/(n + 1).
    const g = [density.high, -c * density.high];
    for (let n = 1; n < 13; n++) g.push((-c * g[n] - g[n - 1]) / (n + 1));
    const coefficients = g.slice(0, 8).map((term, n) => term / (n + 1));
    entries.set([value.high, value.low, ...coefficients], k * STRIDE);
    // From the third term on a double is enough: hⁿ makes up for its last bits.
    let rest = 0;
    for (let n = 13; n >= 2; n--) rest = h * (g[n] / (n + 1) + rest);
    const head = multiply(density, sumOf(h, -(c * h * h) / 2));
    value = add(value, add(head, exactly(h * h * rest)));
    density = multiply(density, ratio);
    ratio = multiply(ratio, growth);
  }
  return entries;
})();

/** Φ(c + d) − Φ(c), and the rounding error of the table's Φ(c), for the centre at `at`. */
const tableStep = (at: number, d: number): number => {
  const dd = d * d;
  const low = table[at + 2] + d * table[at + 3];
  const middle = table[at + 4] + d * table[at + 5];
  const high = table[at + 6] + d * table[at + 7] + dd * (table[at + 8] + d * table[at + 9]);
  return table[at + 1] + d * (low + dd * (middle + dd * high));
};

/** Φ(z + tail) for |z| ≤ 4.25 and a tail far smaller than 1/64. */
const central = (z: number, tail: number): number => {
  const size = Math.abs(z);
  const steps = size * DENSITY + ROUNDER - ROUNDER;
  const at = (steps | 0) * STRIDE;
  const head = table[at];
  if (z > 0) {
    const value = 0.5 + head;
    return value + (head - (value - 0.5) + tableStep(at, size - steps / DENSITY + tail));
  }
  const value = 0.5 - head;
  return value + (0.5 - value - head - tableStep(at, size - steps / DENSITY - tail));
};

/** (1 − Φ(z + tail)) · 2^shift for z ≥ 4.25 and a tail far smaller than z. */
const upperTail = (z: number, tail: number, shift: number): number => {
  if (z > 40) return 0;
  // 1 − Φ(z) = φ(z)/(z + 1/(z + 2/(z + 3/(z + …)))), from the inside out.
  let below = z;
  for (let n = Math.ceil(20 + 720 / (z * z)); n >= 2; n--) below = z + n / below;
  const bottom = multiply(sumOf(z, 1 / below + tail), ROOT_TWO_PI);
  const square = productOf(z, z);
  const power = scaledExp(-square.high / 2, -square.low / 2 - z * tail, shift);
  const value = power / bottom.high;
  return value - (value * bottom.low) / bottom.high;
};

/** Φ(z), the probability that a standard normal variable is below z. Error < 2 ulp. */
export const normalDistribution = (z: number): number => {
  if (Math.abs(z) <= TABLE_END) return central(z, 0);
  if (z > 9) return 1; // the tail is less than rounding
  // The + promises a plain number: without it engines box the result of every call.
  return z > 0 ? 1 - upperTail(z, 0, 0) : +upperTail(-z, 0, 0);
};

/** φ(z) = e^(−z²/2)/√(2π), the density that belongs to Φ. Error < 2 ulp. */
export const normalDensity = (z: number): number => {
  const size = Math.abs(z);
  if (size <= TABLE_END) {
    // The derivative of Φ's polynomial.
    const steps = size * DENSITY + ROUNDER - ROUNDER;
    const d = size - steps / DENSITY;
    const at = (steps | 0) * STRIDE;
    const dd = d * d;
    const low = 3 * table[at + 4] + d * (4 * table[at + 5]);
    const middle = 5 * table[at + 6] + d * (6 * table[at + 7]);
    const high = 7 * table[at + 8] + d * (8 * table[at + 9]);
    return table[at + 2] + (2 * d * table[at + 3] + dd * (low + dd * (middle + dd * high)));
  }
  if (!(size < 40)) return size >= 40 ? 0 : z;
  const square = productOf(z, z);
  return scaledExp(-square.high / 2, -square.low / 2, 0) / ROOT_TWO_PI.high;
};

/** erf x = 2/√π ∫₀ˣ e^(−t²) dt. Error < 2 ulp; odd, keeps the sign of ±0. */
export const erf = (x: number): number => {
  const size = Math.abs(x);
  if (size < 1e-9) return x * TWO_OVER_ROOT_PI.high + x * TWO_OVER_ROOT_PI.low;
  if (size >= 6) return x < 0 ? -1 : 1;
  const z = multiply(exactly(size), ROOT_TWO);
  let value: number;
  if (z.high > TABLE_END) {
    value = 1 - upperTail(z.high, z.low, 1);
  } else {
    const steps = z.high * DENSITY + ROUNDER - ROUNDER;
    const at = (steps | 0) * STRIDE;
    value = 2 * (table[at] + tableStep(at, z.high - steps / DENSITY + z.low));
  }
  return x < 0 ? -value : value;
};

/** 1 − erf x, without cancellation for large x. Error < 2 ulp. */
export const erfc = (x: number): number => {
  if (Math.abs(x) > 30) return x < 0 ? 2 : 0;
  const z = multiply(exactly(-x), ROOT_TWO);
  if (Math.abs(z.high) <= TABLE_END) return 2 * central(z.high, z.low);
  return z.high > 0 ? 2 - upperTail(z.high, z.low, 1) : upperTail(-z.high, -z.low, 1);
};
