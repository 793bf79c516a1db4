// Sine, cosine, tangent and their inverses, from + − × ÷ √ alone, so that every engine gives the
// same bits. Taylor polynomials after an exact reduction of the argument.

import { reduceByHalfPi } from './argument-reduction.ts';
import { add, divide, exactly, productOf, squareRoot, sumOf } from './double-double.ts';

/** sin(x + tail) for |x| ≤ 0.8 and a tail far smaller than x. */
const sineKernel = (x: number, tail: number): number => {
  const z = x * x;
  const rest =
    1 / 120 +
    z *
      (-1 / 5040 +
        z *
          (1 / 362880 +
            z *
              (-1 / 39916800 +
                z * (1 / 6227020800 + z * (-1 / 1307674368000 + z / 3.55687428096e14)))));
  return x + (tail - z * (x * (1 / 6 - z * rest) + tail / 2));
};

/** cos(x + tail) for |x| ≤ 0.8 and a tail far smaller than x. */
const cosineKernel = (x: number, tail: number): number => {
  const z = x * x;
  const rest =
    z *
    z *
    (1 / 24 +
      z *
        (-1 / 720 +
          z *
            (1 / 40320 +
              z *
                (-1 / 3628800 +
                  z * (1 / 479001600 + z * (-1 / 87178291200 + z / 2.0922789888e13))))));
  const half = z / 2;
  const head = 1 - half;
  return head + (1 - head - half + (rest - x * tail));
};

/** sin x for any finite x; NaN at ±∞. Error < 0.8 ulp; keeps the sign of ±0. */
export const sin = (x: number): number => {
  if (Math.abs(x) < 1e-9) return x;
  if (Math.abs(x) <= 0.785) return sineKernel(x, 0);
  if (!(Math.abs(x) < Infinity)) return NaN;
  const { quadrant, high, low } = reduceByHalfPi(x);
  const value = quadrant % 2 === 0 ? sineKernel(high, low) : cosineKernel(high, low);
  return quadrant < 2 ? value : -value;
};

/** cos x for any finite x; NaN at ±∞. Error < 0.8 ulp. */
export const cos = (x: number): number => {
  if (Math.abs(x) <= 0.785) return cosineKernel(x, 0);
  if (!(Math.abs(x) < Infinity)) return NaN;
  const { quadrant, high, low } = reduceByHalfPi(x);
  const value = quadrant % 2 === 0 ? cosineKernel(high, low) : sineKernel(high, low);
  return quadrant === 0 || quadrant === 3 ? value : -value;
};

/** tan x for any finite x; NaN at ±∞. Error < 2 ulp; keeps the sign of ±0. */
export const tan = (x: number): number => {
  if (Math.abs(x) < 1e-9) return x;
  if (Math.abs(x) <= 0.785) return sineKernel(x, 0) / cosineKernel(x, 0);
  if (!(Math.abs(x) < Infinity)) return NaN;
  const { quadrant, high, low } = reduceByHalfPi(x);
  const sine = sineKernel(high, low);
  const cosine = cosineKernel(high, low);
  return quadrant % 2 === 0 ? sine / cosine : -cosine / sine;
};

const HALF_PI = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;
const PI = Math.PI;
const PI_LOW = 1.2246467991473532e-16;

/** arctan(k/8) in two doubles, k = 0 … 8. */
// biome-ignore format: a table
const arctangents: readonly number[] = [
  0, 0,
  0.12435499454676144, -3.1253241424539383e-18,
  0.24497866312686414, 1.0698755618734451e-17,
  0.35877067027057225, -2.4623815582638635e-17,
  0.4636476090008061, 2.2698777452961687e-17,
  0.5585993153435624, -5.4556305485916264e-18,
  0.6435011087932844, 1.5834785051444286e-17,
  0.7188299996216245, -2.1478388444456983e-17,
  0.7853981633974483, 3.061616997868383e-17,
];

/** arctan(t)/t − 1 for |t| ≤ 1/15. */
const arctangentSeries = (z: number): number =>
  -z * (1 / 3 - z * (1 / 5 - z * (1 / 7 - z * (1 / 9 - z * (1 / 11 - z * (1 / 13 - z / 15))))));

/** arctan(x + tail) for x ≥ 0 and a tail far smaller than x. */
const arctangentKernel = (x: number, tail: number): number => {
  if (x > 1e17) return HALF_PI;
  const steep = x > 1;
  const k = Math.floor((steep ? 8 / x : 8 * x) + 0.5);
  const c = k / 8;
  // arctan x = arctan c + arctan((x − c)/(1 + cx)); beyond 1, 1/x takes the place of x.
  const bottom = steep ? x + c : 1 + c * x;
  const product = productOf(c, x);
  const top = steep ? 1 - product.high : x - c;
  const t = (steep ? top - product.low - c * tail : top + tail) / bottom;
  const small = t * arctangentSeries(t * t);
  const head = arctangents[2 * k];
  const low = arctangents[2 * k + 1];
  if (!steep) {
    if (k === 0) return t + (small - tail * x * x);
    const sum = sumOf(head, t);
    return sum.high + (sum.low + (low + small));
  }
  const outer = sumOf(HALF_PI, -head);
  const sum = sumOf(outer.high, -t);
  return sum.high + (sum.low + (outer.low + (HALF_PI_LOW - low) - small));
};

/** arctan x. Error < 1 ulp; keeps the sign of ±0. */
export const atan = (x: number): number => {
  if (Number.isNaN(x) || x === 0) return x;
  return x > 0 ? arctangentKernel(x, 0) : -arctangentKernel(-x, 0);
};

/** arcsin x = arctan(x/√(1 − x²)); NaN outside [−1, 1]. Error < 1.5 ulp; keeps the sign of ±0. */
export const asin = (x: number): number => {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size < 1e-9) return x;
  if (size === 1) return x * HALF_PI;
  const square = productOf(size, size);
  const root = squareRoot(add(exactly(1), { high: -square.high, low: -square.low }));
  const ratio = divide(exactly(size), root);
  const angle = arctangentKernel(ratio.high, ratio.low);
  return x < 0 ? -angle : angle;
};

/** arccos x = arctan(√(1 − x²)/x); NaN outside [−1, 1]. Error < 1.5 ulp. */
export const acos = (x: number): number => {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size < 1e-17) return HALF_PI;
  const square = productOf(size, size);
  const root = squareRoot(add(exactly(1), { high: -square.high, low: -square.low }));
  if (x === 1) return 0;
  if (x === -1) return PI;
  const ratio = divide(root, exactly(size));
  const angle = arctangentKernel(ratio.high, ratio.low);
  return x > 0 ? angle : PI - (angle - PI_LOW);
};
