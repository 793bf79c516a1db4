// tanh and its sister, the logistic function: the inner loops of training. Both by an addition
// theorem about the nearest multiple c of 1/64, x = c + d, with values at the centres from a table:
//   tanh x = tanh c + tanh′c · t/(1 + w),          t = tanh d,  w = t·tanh c,
//   s(x)   = s(c)   + s′(c)  · (m − m·w/(1 + w)),  m = eᵈ − 1,  w = m·s(c).
// The longer form for s keeps every step monotone in d where d is tiny beside the centre's value.

import { add, type DoubleDouble, divide, exactly, multiply } from './double-double.ts';
import { exp } from './exponential.ts';

/** Centres per unit. */
const DENSITY = 64;
/** Adding and subtracting 1.5·2⁵² rounds to an integer, ties to even: the same for x and −x. */
const ROUNDER = 6755399441055744;
/** Per centre: c, the value at c in two doubles, the slope at c. An index is shifted by 2 bits. */
const STRIDE = 4;

/** eˣ for small x, by its Taylor series. */
const smallPower = (x: DoubleDouble): DoubleDouble => {
  let sum = exactly(1);
  for (let n = 20; n >= 1; n--) {
    sum = add(exactly(1), multiply(x, divide(sum, exactly(n))));
  }
  return sum;
};

/** Beyond, tanh rounds to ±1. */
const TANH_LIMIT = 19.0625;
const TANH_REACH = TANH_LIMIT * DENSITY;

export const tanhTable: Float64Array = /* @__PURE__ */ (() => {
  const entries = new Float64Array((2 * TANH_REACH + 1) * STRIDE);
  const step = smallPower(exactly(2 / DENSITY));
  let power = step; // e^(2c)
  // For k = −1, 0, 1 the centre is 0, where d = x and nothing cancels.
  for (let k = -1; k <= 1; k++) entries[(TANH_REACH + k) * STRIDE + 3] = 1;
  for (let k = 2; k <= TANH_REACH; k++) {
    power = multiply(power, step);
    const sum = add(power, exactly(1));
    const { high, low } = divide(add(power, exactly(-1)), sum);
    // 1 − tanh² = 4e^(2c)/(e^(2c) + 1)², which does not cancel.
    const slope = (4 * (power.high / sum.high)) / sum.high;
    const c = k / DENSITY;
    entries.set([c, high, low, slope], (TANH_REACH + k) * STRIDE);
    entries.set([-c, -high, -low, slope], (TANH_REACH - k) * STRIDE);
  }
  return entries;
})();

/** tanh x. Error < 0.8 ulp; odd, keeps the sign of ±0. */
export const tanh = (x: number): number => {
  if (x > TANH_LIMIT) return 1;
  if (x < -TANH_LIMIT) return -1;
  if (x === 0) return x;
  const at = (((x * DENSITY + ROUNDER - ROUNDER) | 0) + TANH_REACH) << 2;
  const d = x - tanhTable[at];
  const dd = d * d;
  // The Taylor polynomial of tanh, far enough for |d| ≤ 1.5/64.
  const t = d - d * dd * (1 / 3 - dd * (2 / 15 - dd * (17 / 315 - dd * (62 / 2835))));
  const value = tanhTable[at + 1];
  return value + (tanhTable[at + 2] + (tanhTable[at + 3] * t) / (1 + t * value));
};

/** Beyond, the logistic function is within 10⁻⁸ of e^x or of 1, and is made of eˣ. */
const SIGMOID_LIMIT = 20;
const SIGMOID_REACH = SIGMOID_LIMIT * DENSITY;

export const sigmoidTable: Float64Array = /* @__PURE__ */ (() => {
  const entries = new Float64Array((2 * SIGMOID_REACH + 1) * STRIDE);
  const step = smallPower(exactly(1 / DENSITY));
  const one = exactly(1);
  let power = one; // eᶜ
  for (let k = 0; k <= SIGMOID_REACH; k++) {
    const sum = add(power, one);
    const below = divide(one, sum);
    const above = multiply(power, below);
    const slope = above.high * below.high;
    const c = k / DENSITY;
    entries.set([c, above.high, above.low, slope], (SIGMOID_REACH + k) * STRIDE);
    entries.set([-c, below.high, below.low, slope], (SIGMOID_REACH - k) * STRIDE);
    power = multiply(power, step);
  }
  return entries;
})();

/** 1/(1 + e⁻ˣ) for |x| > 20. */
const outerSigmoid = (x: number): number => {
  const power = exp(-Math.abs(x));
  const rest = power / (1 + power);
  return x > 0 ? 1 - rest : rest;
};

/** 1/(1 + e⁻ˣ). Error < 0.6 ulp, below −20 < 2 ulp. */
export const sigmoid = (x: number): number => {
  // The + promises a plain number: without it engines box the result of every call.
  if (x > SIGMOID_LIMIT || x < -SIGMOID_LIMIT) return +outerSigmoid(x);
  const at = (((x * DENSITY + ROUNDER - ROUNDER) | 0) + SIGMOID_REACH) << 2;
  const d = x - sigmoidTable[at];
  // The Taylor polynomial of eᵈ − 1, far enough for |d| ≤ 1/128.
  const dd = d * d;
  const m = d + dd * (1 / 2 + d * (1 / 6) + dd * (1 / 24 + d * (1 / 120) + dd * (1 / 720)));
  const value = sigmoidTable[at + 1];
  const w = m * value;
  return value + (sigmoidTable[at + 2] + sigmoidTable[at + 3] * (m - m * (w / (1 + w))));
};
