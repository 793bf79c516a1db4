// ln(1 + eˣ), by the addition theorem of the logistic function s about the nearest multiple c of
// 1/64, x = c + d: softplus x = softplus c + ln(1 + w), w = s(c)·(eᵈ − 1), from a table.
// The table is built at the first call: few pages need it.

import { add, type DoubleDouble, divide, exactly, multiply } from './double-double.ts';
import { exp } from './exponential.ts';
import { preciseLog } from './logarithm.ts';

/** Centres per unit. */
const DENSITY = 64;
/** Beyond, two terms of ln(1 + e^−|x|) are enough. */
const LIMIT = 20;
const REACH = LIMIT * DENSITY;
/** Adding and subtracting 1.5·2⁵² rounds to an integer, ties to even. */
const ROUNDER = 6755399441055744;
/** Per centre: c, softplus c in two doubles, s(c). An index is shifted by 2 bits. */
const STRIDE = 4;

/** e^(−1/64) by its Taylor series. */
const firstPower = (): DoubleDouble => {
  let sum = exactly(1);
  for (let n = 16; n >= 1; n--) sum = add(exactly(1), divide(sum, exactly(-DENSITY * n)));
  return sum;
};

const buildTable = (): Float64Array => {
  const entries = new Float64Array((2 * REACH + 1) * STRIDE);
  const step = firstPower();
  let power = exactly(1); // e^−c
  for (let k = 0; k <= REACH; k++) {
    const sum = add(exactly(1), power);
    const below = add(preciseLog(sum.high), exactly(sum.low / sum.high));
    const c = k / DENSITY;
    const above = add(exactly(c), below);
    entries.set([c, above.high, above.low, 1 / sum.high], (REACH + k) * STRIDE);
    entries.set([-c, below.high, below.low, power.high / sum.high], (REACH - k) * STRIDE);
    power = multiply(power, step);
  }
  return entries;
};

let table: Float64Array | null = null;

/** softplus x for |x| > 20. */
const outer = (x: number): number => {
  if (x > 38) return x; // e⁻ˣ is less than rounding
  const power = exp(-Math.abs(x));
  const rest = power - 0.5 * power * power;
  return x > 0 ? x + rest : rest;
};

/** ln(1 + eˣ). Error < 0.6 ulp, below −20 < 1.1 ulp. */
export const softplus = (x: number): number => {
  // The + promises a plain number: without it engines box the result of every call.
  if (x > LIMIT || x < -LIMIT) return +outer(x);
  table ??= buildTable();
  const at = (((x * DENSITY + ROUNDER - ROUNDER) | 0) + REACH) << 2;
  const d = x - table[at];
  const dd = d * d;
  // The Taylor polynomial of eᵈ − 1, far enough for |d| ≤ 1/128, then that of ln(1 + w).
  const m = d + dd * (1 / 2 + d * (1 / 6) + dd * (1 / 24 + d * (1 / 120) + dd * (1 / 720)));
  const w = table[at + 3] * m;
  const ww = w * w;
  const rest = 1 / 2 - w * (1 / 3) + ww * (1 / 4 - w * (1 / 5) + ww * (1 / 6 - w * (1 / 7)));
  return table[at + 1] + (table[at + 2] + (w - ww * rest));
};
