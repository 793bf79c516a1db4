// x = q·π/2 + r with |r| ≤ π/4 (a little more at the seams): what sine and cosine need first.
// Up to 2²⁰ by W. J. Cody and W. Waite's method (1980), four parts of π/2; above by M. H. Payne and
// R. N. Hanek's (1983): only those digits of 2/π enter that can reach the last two bits of q or r.

import { add, type DoubleDouble, exactly, multiply, sumOf } from './double-double.ts';
import { exponentOf, powersOfTwo, timesPowerOfTwo } from './float-bits.ts';

const TWO_OVER_PI = 0.6366197723675814;
const HALF_PI: DoubleDouble = { high: 1.5707963267948966, low: 6.123233995736766e-17 };
// π/2 in parts of 33, 33, 33 and 53 bits: the first three times q < 2²⁰ are exact.
const PART_1 = 1.5707963267341256;
const PART_2 = 6.077100506303966e-11;
const PART_3 = 2.0222662487111665e-21;
const PART_4 = 8.4784276603689e-32;
const ROUNDER = 6755399441055744;
const BASE = 16777216; // 2²⁴

/** 2/π in base 2²⁴, the digit at index i having weight 2^(−24(i + 1)). */
// biome-ignore format: a table
const digitsOfTwoOverPi: readonly number[] = [
  0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163,
  0xabdebb, 0xc561b7, 0x246e3a, 0x424dd2, 0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129,
  0xa73ee8, 0x8235f5, 0x2ebb44, 0x84e99c, 0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c,
  0x845f8b, 0xbdf928, 0x3b1ff8, 0x97ffde, 0x05980f, 0xef2f11, 0x8b5a0a, 0x6d1f6d, 0x367ecf,
  0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d, 0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7, 0x8a5292,
  0xea6bfb, 0x5fb11f, 0x8d5d08, 0x560330, 0x46fc7b, 0x6babf0, 0xcfbc20, 0x9af436, 0x1da9e3,
];

/** The quadrant q mod 4 and the rest r as high + low. */
export interface Reduced {
  readonly quadrant: 0 | 1 | 2 | 3;
  readonly high: number;
  readonly low: number;
}

const quadrantOf = (q: number): Reduced['quadrant'] => (q & 3) as Reduced['quadrant'];

const reduceModerate = (x: number): Reduced => {
  const q = x * TWO_OVER_PI + ROUNDER - ROUNDER;
  const first = x - q * PART_1;
  const second = sumOf(first, -q * PART_2);
  const third = sumOf(second.high, -q * PART_3);
  const rest = sumOf(third.high, third.low + (second.low - q * PART_4));
  return { quadrant: quadrantOf(q), high: rest.high, low: rest.low };
};

/** |x| ≥ 2²⁰: x·2/π mod 4 by schoolbook multiplication in base 2²⁴; every partial sum is exact. */
const reduceHuge = (x: number): Reduced => {
  const size = Math.abs(x);
  // size = v · 2^(24·places) with v an integer below 2⁷⁷, hence four digits.
  const lowestBit = exponentOf(size) - 52;
  const places = Math.floor(lowestBit / 24);
  let v = timesPowerOfTwo(size, -24 * places);
  const factor: number[] = [];
  for (let i = 0; i < 4; i++) {
    const weight = powersOfTwo[24 * (3 - i) + 1022];
    const digit = Math.floor(v / weight);
    factor.push(digit);
    v -= digit * weight;
  }
  // Digit p of the product has weight 2^(−24·p); digit 0 is the integer part mod 2²⁴. From digit
  // 10 on nothing can reach the result: x comes within 2⁻⁶² of a multiple of π/2 at the nearest.
  const product = new Array<number>(11).fill(0);
  let carry = 0;
  for (let p = 10; p >= 0; p--) {
    let sum = carry;
    for (let i = 0; i < 4; i++) {
      const digit = digitsOfTwoOverPi[p + places + 2 - i];
      if (digit !== undefined) sum += factor[i] * digit;
    }
    carry = Math.floor(sum / BASE);
    product[p] = sum - carry * BASE;
  }
  let quadrant = product[0] & 3;
  let fraction = exactly(0);
  // The fraction in (−½, ½], so that nothing cancels when x is just below a multiple of π/2.
  const roundsUp = product[1] >= BASE / 2;
  if (roundsUp) quadrant++;
  for (let p = 10; p >= 1; p--) {
    const digit = roundsUp ? BASE - 1 - product[p] : product[p];
    fraction = add(fraction, exactly(timesPowerOfTwo(digit, -24 * p)));
  }
  const rest = multiply(fraction, HALF_PI);
  const negative = roundsUp !== x < 0;
  return {
    quadrant: quadrantOf(x < 0 ? -quadrant : quadrant),
    high: negative ? -rest.high : rest.high,
    low: negative ? -rest.low : rest.low,
  };
};

/** Reduces any finite x; r is exact to about 2⁻⁷⁰ of its value. */
export const reduceByHalfPi = (x: number): Reduced =>
  Math.abs(x) < 1048576 ? reduceModerate(x) : reduceHuge(x);
