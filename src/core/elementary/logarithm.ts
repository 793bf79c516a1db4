// Logarithms from + − × ÷ alone, so that every engine gives the same bits.
// Method: P. T. P. Tang, "Table-driven implementation of the logarithm function" (1990):
// x = 2ᵏ·m with m in [0.703, 1.406), c the multiple of 1/128 nearest to m, u = (m − c)/c;
// ln x = k·ln 2 + ln c + ln(1 + u), with ln c from a table and ln(1 + u) by its Taylor polynomial.

import { add, type DoubleDouble, divide, exactly, multiply } from './double-double.ts';
import { exponentOf, timesPowerOfTwo } from './float-bits.ts';

// ln 2 in two parts; the first has 38 bits, so that k times it is exact.
const LN2_HIGH = 0.6931471805582987;
const LN2_LOW = 1.6465949582897082e-12;
const LN2: DoubleDouble = { high: Math.LN2, low: 2.3190468138462996e-17 };
const ONE_OVER_LN2: DoubleDouble = { high: Math.LOG2E, low: 2.0355273740931033e-17 };
const ONE_OVER_LN10: DoubleDouble = { high: Math.LOG10E, low: 1.098319650216765e-17 };

const FIRST = 90;
const LAST = 181;

/** ln(j/128) for j = 90 … 181, in two doubles, by ln c = 2·artanh((c − 1)/(c + 1)). */
const centres: Float64Array = /* @__PURE__ */ (() => {
  const table = new Float64Array(2 * (LAST - FIRST + 1));
  for (let j = FIRST; j <= LAST; j++) {
    const ratio = divide(exactly(j - 128), exactly(j + 128));
    const square = multiply(ratio, ratio);
    let sum = exactly(0);
    for (let n = 31; n >= 1; n -= 2) {
      sum = add(multiply(sum, square), divide(exactly(2), exactly(n)));
    }
    const value = multiply(ratio, sum);
    table[2 * (j - FIRST)] = value.high;
    table[2 * (j - FIRST) + 1] = value.low;
  }
  return table;
})();

/** ln(2ᵏ·(m + lost)) for m in [0.703, 1.414] and a lost far smaller than m. */
const logOfParts = (k: number, m: number, lost: number): number => {
  const j = Math.floor(m * 128 + 0.5);
  const c = j / 128;
  const u = (m - c + lost) / c;
  const square = u * u;
  const series =
    square *
    (-1 / 2 +
      u * (1 / 3) +
      square * (-1 / 4 + u * (1 / 5) + square * (-1 / 6 + u * (1 / 7) + square * (-1 / 8))));
  const at = 2 * (j - FIRST);
  const head = k * LN2_HIGH;
  const value = head + centres[at];
  const rest = head === 0 ? 0 : head - value + centres[at];
  // Largest first into the sum that is rounded last; u rivals value only where both are tiny.
  const sum = value + u;
  const missed = value === 0 ? 0 : value - sum + u;
  return sum + (missed + (rest + centres[at + 1] + k * LN2_LOW + series));
};

/** ln x; −∞ at ±0, NaN below. Error < 0.6 ulp, within 1/128 of 1 < 0.9 ulp. */
export const log = (x: number): number => {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = exponentOf(x);
  let m = timesPowerOfTwo(x, -k);
  if (m >= 1.40625) {
    m /= 2;
    k++;
  }
  return logOfParts(k, m, 0);
};

/** ln(1 + x), without loss near 0; −∞ at −1, NaN below. Error < 1 ulp; keeps the sign of ±0. */
export const log1p = (x: number): number => {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x > 2e16) return log(x);
  if (Math.abs(x) < 1e-17) return x;
  const sum = 1 + x;
  const lost = Math.abs(x) > 1 ? 1 - (sum - x) : x - (sum - 1);
  let k = exponentOf(sum);
  let m = timesPowerOfTwo(sum, -k);
  if (m >= 1.40625) {
    m /= 2;
    k++;
  }
  return logOfParts(k, m, timesPowerOfTwo(lost, -k));
};

/** ln x to about 2⁻⁷⁰ of its value, for finite x > 0: the base of pow, log2 and log10. */
export const preciseLog = (x: number): DoubleDouble => {
  let k = exponentOf(x);
  let m = timesPowerOfTwo(x, -k);
  if (m >= 1.40625) {
    m /= 2;
    k++;
  }
  const j = Math.floor(m * 128 + 0.5);
  const c = j / 128;
  const u = divide(exactly(m - c), exactly(c));
  const v = u.high;
  // ln(1 + u) = u − u²/2 + u³/3 − …: the first three terms to double-double precision.
  const square = multiply(u, u);
  const cube = multiply(square, u);
  const tail =
    v *
    v *
    v *
    v *
    (-1 / 4 + v * (1 / 5 + v * (-1 / 6 + v * (1 / 7 + v * (-1 / 8 + v * (1 / 9))))));
  const series = add(
    add(u, { high: -square.high / 2, low: -square.low / 2 }),
    add(divide(cube, exactly(3)), exactly(tail)),
  );
  const centre = { high: centres[2 * (j - FIRST)], low: centres[2 * (j - FIRST) + 1] };
  return add(add(multiply(LN2, exactly(k)), centre), series);
};

const scaledLog = (x: number, factor: DoubleDouble): number => {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  return multiply(preciseLog(x), factor).high;
};

/** log₂ x; exact at powers of two. Error < 0.51 ulp. */
export const log2 = (x: number): number => scaledLog(x, ONE_OVER_LN2);

/** log₁₀ x; exact at powers of ten that are doubles. Error < 0.51 ulp. */
export const log10 = (x: number): number => scaledLog(x, ONE_OVER_LN10);
