// Points of floating-point coordinates read exactly, as integers over one common scale. Geometry
// that asks only for signs then runs on integers.

import { gcd, Rational } from './rational.ts';

/**
 * How a double is read: 'decimal' as the shortest decimal it prints as (what the reader sees and
 * types), 'double' as its exact binary value (what a network computed).
 */
export type Reading = 'decimal' | 'double';

/** integers[s][p][j] ÷ scale is coordinate j of point p of set s. */
export interface IntegerPoints {
  readonly sets: readonly (readonly (readonly bigint[])[])[];
  readonly scale: bigint;
  readonly dimension: number;
}

export function readNumber(value: number, reading: Reading): Rational {
  return reading === 'decimal' ? Rational.fromDecimal(value) : Rational.fromDouble(value);
}

/** Throws when points differ in dimension, have none, or hold a number that is not finite. */
export function integerPoints(
  sets: readonly (readonly (readonly number[])[])[],
  reading: Reading,
): IntegerPoints {
  const dimension = sets.find((set) => set.length > 0)?.[0].length ?? 0;
  const exact = sets.map((set) =>
    set.map((point, p) => {
      if (point.length !== dimension || dimension === 0) {
        const expected = dimension || 'at least 1';
        throw new RangeError(`point ${p}: got ${point.length} coordinates, expected ${expected}`);
      }
      return point.map((value) => readNumber(value, reading));
    }),
  );
  let scale = 1n;
  for (const { denominator } of exact.flat(2)) {
    if (scale % denominator !== 0n) scale *= denominator / gcd(scale, denominator);
  }
  const integers = exact.map((set) =>
    set.map((point) =>
      point.map(({ numerator, denominator }) => numerator * (scale / denominator)),
    ),
  );
  return { sets: integers, scale, dimension };
}
