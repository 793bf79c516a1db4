// e to a power and its relatives, from + − × ÷ alone, so that every engine gives the same bits.
// Method: P. T. P. Tang, "Table-driven implementation of the exponential function" (1989):
// x = k·ln 2/128 + r, eˣ = 2^⌊k/128⌋ · 2^((k mod 128)/128) · eʳ, with eʳ by its Taylor polynomial.

import { type DoubleDouble, exactly, multiply, squareRoot } from './double-double.ts';
import { powersOfTwo, timesPowerOfTwo } from './float-bits.ts';

const STEPS = 128;
const STEPS_PER_UNIT = 184.6649652337873; // 128 / ln 2
// ln 2/128 in two parts; the first has 35 bits, so that k times it is exact for |k| < 2¹⁸.
const STEP_HIGH = 0.005415212347998022;
const STEP_LOW = 1.2655086083325438e-13;
/** Adding and subtracting 1.5·2⁵² rounds to an integer, ties to even: the same for x and −x. */
const ROUNDER = 6755399441055744;

/** 2^(j/128) at 2j and what rounding lost of it at 2j + 1. */
const roots: Float64Array = /* @__PURE__ */ (() => {
  let step: DoubleDouble = exactly(2);
  for (let halvings = STEPS; halvings > 1; halvings /= 2) step = squareRoot(step);
  const table = new Float64Array(2 * STEPS);
  let power = exactly(1);
  for (let j = 0; j < STEPS; j++) {
    table[2 * j] = power.high;
    table[2 * j + 1] = power.low;
    power = multiply(power, step);
  }
  return table;
})();

/**
 * e^(x + tail) · 2^shift for a tail far smaller than x. Error < 0.52 ulp for normal results.
 * ±∞ and NaN are not among its arguments.
 */
export const scaledExp = (x: number, tail: number, shift: number): number => {
  if (x > 800) return Infinity;
  if (x < -800) return 0;
  const steps = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const k = steps | 0;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW + tail;
  const grown = r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const j = (k & 127) << 1;
  const root = roots[j];
  const significand = root + (roots[j + 1] + root * grown);
  const exponent = (k >> 7) + shift;
  return exponent >= -1021 && exponent <= 1022
    ? significand * powersOfTwo[exponent + 1022]
    : timesPowerOfTwo(significand, exponent);
};

/** eˣ. Error < 0.52 ulp (below 1 ulp among the subnormals); 0 below −745.14, ∞ above 709.79. */
export const exp = (x: number): number => {
  // The common range first; NaN fails both comparisons and is handled last.
  if (x > -708 && x < 709) {
    const steps = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
    const k = steps | 0;
    const r = x - steps * STEP_HIGH - steps * STEP_LOW;
    const grown = r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
    const j = (k & 127) << 1;
    const root = roots[j];
    return (root + (roots[j + 1] + root * grown)) * powersOfTwo[(k >> 7) + 1022];
  }
  return Number.isNaN(x) ? x : scaledExp(x, 0, 0);
};

/** (eˣ − 1 − x)/x² for |x| < 1/16. */
const expm1Series = (x: number): number =>
  1 / 2 +
  x *
    (1 / 6 +
      x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x * (1 / 5040 + x * (1 / 40320 + x / 362880))))));

/** eˣ − 1, without cancellation near 0. Error < 1.1 ulp; keeps the sign of ±0. */
export const expm1 = (x: number): number => {
  if (x >= 709) return exp(x) - 1;
  if (x < -40) return -1;
  if (Math.abs(x) < 0.0625) return x === 0 ? x : x + x * x * expm1Series(x);
  const steps = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const k = steps | 0;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const grown = r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const j = (k & 127) << 1;
  const scale = powersOfTwo[(k >> 7) + 1022];
  const root = scale * roots[j];
  const rest = scale * roots[j + 1] + root * grown;
  // root − 1 as an exact sum of two doubles.
  const high = root - 1;
  const low = root > 1 ? root - high - 1 : root - (high + 1);
  return high + (low + rest);
};

/** Taylor polynomial of sinh(x)/x − 1 in x², for |x| ≤ 1. */
const sinhSeries = (square: number): number => {
  let sum = 0;
  for (let n = 20; n >= 2; n -= 2) sum = (square * (1 + sum)) / (n * (n + 1));
  return sum;
};

/** (eˣ − e⁻ˣ)/2. Error < 1.5 ulp. */
export const sinh = (x: number): number => {
  const size = Math.abs(x);
  if (size <= 1) return x + x * sinhSeries(x * x);
  if (!(size < 800)) return x;
  const value = scaledExp(size, 0, -1) - (size < 40 ? scaledExp(-size, 0, -1) : 0);
  return x < 0 ? -value : value;
};

/** (eˣ + e⁻ˣ)/2. Error < 1.5 ulp. */
export const cosh = (x: number): number => {
  const size = Math.abs(x);
  if (!(size < 800)) return size;
  return scaledExp(size, 0, -1) + (size < 40 ? scaledExp(-size, 0, -1) : 0);
};
