// x^y, cube root and hypotenuse, from + − × ÷ √ alone, so that every engine gives the same bits.
// x^y = e^(y·ln x) with ln x in double-double: an error of ln x is multiplied by up to 745.

import { add, exactly, multiply, negate, productOf, squareRoot } from './double-double.ts';
import { scaledExp } from './exponential.ts';
import { exponentOf, timesPowerOfTwo } from './float-bits.ts';
import { preciseLog } from './logarithm.ts';

/** |x|^y for x other than 0 and ∞, and finite y. */
const powerOfSize = (size: number, y: number): number => {
  const logarithm = preciseLog(size);
  const estimate = logarithm.high * y;
  if (estimate > 710) return Infinity;
  if (estimate < -746) return 0;
  // A power of y out of Dekker's range would have left by one of the two lines above, unless
  // ln |x| is 0 or y tiny; in both cases the plain product is enough.
  if (logarithm.high === 0 || Math.abs(estimate) < 1e-30) return 1;
  const exponent = multiply(logarithm, exactly(y));
  return scaledExp(exponent.high, exponent.low, 0);
};

/**
 * x^y with the special cases of ECMAScript: x^0 = 1 always, (±1)^±∞ = NaN, and NaN for a negative
 * base with a fractional exponent. Error < 0.6 ulp.
 */
export const pow = (x: number, y: number): number => {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const size = Math.abs(x);
  if (Math.abs(y) === Infinity) {
    if (size === 1) return NaN;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  // From 2⁵³ on every double is even.
  const whole = Math.floor(y) === y;
  const odd = whole && Math.abs(y) < 9007199254740992 && Math.floor(y / 2) !== y / 2;
  const sign = odd && (x < 0 || (x === 0 && 1 / x < 0)) ? -1 : 1;
  if (size === 0 || size === Infinity) return sign * (size > 1 === y > 0 ? Infinity : 0);
  if (x < 0 && !whole) return NaN;
  return sign * powerOfSize(size, y);
};

/** ∛x. Error < 0.51 ulp; keeps the sign of ±0. */
export const cbrt = (x: number): number => {
  if (x === 0 || !(Math.abs(x) < Infinity)) return x;
  const size = Math.abs(x);
  const third = Math.floor(exponentOf(size) / 3);
  const m = timesPowerOfTwo(size, -3 * third);
  // Newton's method on m in [1, 8), quadratic from a linear start.
  let root = 0.9 + m * 0.145;
  for (let i = 0; i < 5; i++) root = (2 * root + m / (root * root)) / 3;
  // One more step with the residual m − root³ in double-double.
  const cube = multiply(productOf(root, root), exactly(root));
  const residual = add(exactly(m), negate(cube));
  const refined = root + residual.high / (3 * root * root);
  return timesPowerOfTwo(x < 0 ? -refined : refined, third);
};

/** √(x² + y²) without overflow or underflow in between. Error < 0.51 ulp. */
export const hypot = (x: number, y: number): number => {
  const larger = Math.max(Math.abs(x), Math.abs(y));
  if (Math.abs(x) === Infinity || Math.abs(y) === Infinity) return Infinity;
  if (larger === 0 || Number.isNaN(larger)) return larger;
  const k = exponentOf(larger);
  const a = timesPowerOfTwo(x, -k);
  const b = timesPowerOfTwo(y, -k);
  return timesPowerOfTwo(squareRoot(add(productOf(a, a), productOf(b, b))).high, k);
};
