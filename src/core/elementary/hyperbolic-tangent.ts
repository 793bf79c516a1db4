// tanh and its sister, the logistic function: the inner loops of training. Both by an addition
// theorem about the nearest multiple c of 1/64, x = c + d, with values at the centres from a table:
//   tanh x = tanh c + tanh′c · d/(1 + w),          w = d·coth d − 1 + d·tanh c,
//   s(x)   = s(c)   + s′(c)  · (m − m·w/(1 + w)),  w = m·s(c),  m = eᵈ − 1.
// As there, d/(1 + w) is written d − d·w/(1 + w): w is small, so that a step of its rounding cannot
// undo a step of d, and the functions never fall.

import { add, type DoubleDouble, divide, exactly, multiply } from './double-double.ts';
import { exp } from './exponential.ts';

/** Centres per unit. */
const DENSITY = 64;
/**
 * x + 1.5·2⁴⁶ rounds x to the nearest centre, ties to even, the same for x and −x; the low half of the
 * sum's bits then counts centres, and is had for less than by arithmetic.
 */
const ROUNDER = 105553116266496;
const rounded = new Float64Array(1);
/** The low half first, as on every machine that runs a browser. */
const halves = /* @__PURE__ */ (() => new Int32Array(rounded.buffer))();
/** Numbers per centre. */
const STRIDE = 4;

/**
 * The n-th number of every centre of a table, for the loops: three arrays are reached by one index, one array by
 * three. The centre k/64 is at index k modulo 4096, for which all integers are indices.
 */
const column = (table: Float64Array, reach: number, n: number, scale = 1): Float64Array => {
  const numbers = new Float64Array(4096);
  for (let k = -reach; k <= reach; k++) {
    numbers[k & 4095] = table[(reach + k) * STRIDE + n] * scale;
  }
  return numbers;
};

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
const TANH_LEAST = -TANH_LIMIT;
const TANH_REACH = TANH_LIMIT * DENSITY;

/** Per centre: tanh there in two doubles, and what it rises by there on the way to the next. */
export const tanhTable: Float64Array = /* @__PURE__ */ (() => {
  const entries = new Float64Array((2 * TANH_REACH + 1) * STRIDE);
  // −0, and with it −0 keeps its sign.
  entries.set([-0, -0, 1 / DENSITY], TANH_REACH * STRIDE);
  const step = smallPower(exactly(2 / DENSITY));
  let power = exactly(1); // e^(2c)
  for (let k = 1; k <= TANH_REACH; k++) {
    power = multiply(power, step);
    const sum = add(power, exactly(1));
    const { high, low } = divide(add(power, exactly(-1)), sum);
    // 1 − tanh² = 4e^(2c)/(e^(2c) + 1)², which does not cancel.
    const slope = (4 * divide(power, multiply(sum, sum)).high) / DENSITY;
    entries.set([high, low, slope], (TANH_REACH + k) * STRIDE);
    entries.set([-high, -low, slope], (TANH_REACH - k) * STRIDE);
  }
  return entries;
})();
const tangents = /* @__PURE__ */ column(tanhTable, TANH_REACH, 0);
const tangentLows = /* @__PURE__ */ column(tanhTable, TANH_REACH, 1);
const tangentSlopes = /* @__PURE__ */ column(tanhTable, TANH_REACH, 2, DENSITY);

/** d·coth d − 1 = d²(0.33… − 0.02…·d²), to 2⁻⁵⁵ for |d| ≤ 1/128 and nearest at its ends. */
const COTH_2 = 0.3333333333293912;
const COTH_4 = 0.02222202845982143;

/** tanh x. Error < 1.6 ulp, and < 1 ulp outside 1/128 … 3/128; odd, keeps the sign of ±0. */
export const tanh = (x: number): number => {
  // Nothing is called, computed or returned in these branches: they may never be taken, and engines leave a loop
  // alone, with all its checks, in which there is work they have not seen done.
  let held = x;
  if (held > TANH_LIMIT) held = TANH_LIMIT;
  if (held < TANH_LEAST) held = TANH_LEAST;
  const sum = held + ROUNDER;
  rounded[0] = sum;
  const k = halves[0] & 4095;
  const d = held - (sum - ROUNDER);
  const dd = d * d;
  const value = tangents[k];
  const w = dd * (COTH_2 - dd * COTH_4) + d * value;
  const rise = d * tangentSlopes[k];
  return value + (tangentLows[k] + (rise + (rise * (0 - w)) / (1 + w)));
};

/** Beyond, the logistic function is within 10⁻⁸ of e^x or of 1, and is made of eˣ. */
export const SIGMOID_LIMIT = 20;
const SIGMOID_REACH = SIGMOID_LIMIT * DENSITY;

/** Per centre: c, the value there in two doubles, the slope there. */
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
  if (x > 38) return 1; // e⁻ˣ is less than rounding
  const power = exp(-Math.abs(x));
  const rest = power / (1 + power);
  return x > 0 ? 1 - rest : rest;
};

const logistics = /* @__PURE__ */ column(sigmoidTable, SIGMOID_REACH, 1);
const logisticLows = /* @__PURE__ */ column(sigmoidTable, SIGMOID_REACH, 2);
const logisticSlopes = /* @__PURE__ */ column(sigmoidTable, SIGMOID_REACH, 3);

/** 1/(1 + e⁻ˣ) for |x| ≤ 20: what loops compute themselves. Error < 0.6 ulp. */
export const nearSigmoid = (x: number): number => {
  const sum = x + ROUNDER;
  rounded[0] = sum;
  const k = halves[0] & 4095;
  const d = x - (sum - ROUNDER);
  // The Taylor polynomial of eᵈ − 1, far enough for |d| ≤ 1/128.
  const dd = d * d;
  const m = d + dd * (1 / 2 + d * (1 / 6) + dd * (1 / 24 + d * (1 / 120) + dd * (1 / 720)));
  const value = logistics[k];
  const w = m * value;
  return value + (logisticLows[k] + logisticSlopes[k] * (m - m * (w / (1 + w))));
};

/** 1/(1 + e⁻ˣ). Error < 0.6 ulp, below −20 < 2 ulp. */
export const sigmoid = (x: number): number =>
  // The + promises a plain number: without it engines box the result of every call.
  x > SIGMOID_LIMIT || x < -SIGMOID_LIMIT ? +outerSigmoid(x) : nearSigmoid(x);
