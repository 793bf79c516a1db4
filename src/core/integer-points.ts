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

function readNumber(value: number, reading: Reading): Rational {
  return reading === 'decimal' ? Rational.fromDecimal(value) : Rational.fromDouble(value);
}

/** Every coordinate as the rational it stands for; throws at one that is not finite. */
export function readPoints(
  points: readonly (readonly number[])[],
  reading: Reading,
): readonly (readonly Rational[])[] {
  return points.map((point) => point.map((value) => readNumber(value, reading)));
}

/** Throws when points differ in dimension or have none. */
export function integerPoints(sets: readonly (readonly (readonly Rational[])[])[]): IntegerPoints {
  const dimension = sets.find((set) => set.length > 0)?.[0].length ?? 0;
  let scale = 1n;
  for (const set of sets) {
    set.forEach((point, p) => {
      if (point.length !== dimension || dimension === 0) {
        const expected = dimension || 'at least 1';
        throw new RangeError(`point ${p}: got ${point.length} coordinates, expected ${expected}`);
      }
      for (const { denominator } of point) {
        if (scale % denominator !== 0n) scale *= denominator / gcd(scale, denominator);
      }
    });
  }
  const integers = sets.map((set) =>
    set.map((point) =>
      point.map(({ numerator, denominator }) => numerator * (scale / denominator)),
    ),
  );
  return { sets: integers, scale, dimension };
}
