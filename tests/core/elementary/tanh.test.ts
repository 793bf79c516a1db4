// tanh near all that its table is made of: the centres k/64, and the seams halfway between them,
// where one centre's formula takes over from the next one's.
import { describe, expect, it } from 'vitest';
import { tanh } from '../../../src/core/elementary.ts';
import { bigFloats, fromDouble, ulpError } from './big-float.ts';

const CENTRES_PER_UNIT = 64;
/** The last centre: tanh is 1 beyond. */
const LAST = 19.0625 * CENTRES_PER_UNIT;
const centres = Array.from({ length: LAST + 1 }, (_, k) => k / CENTRES_PER_UNIT);
const seams = centres.map((c) => c + 0.5 / CENTRES_PER_UNIT);

const view = new DataView(new ArrayBuffer(8));
/** The n-th double above the positive x. */
const neighbour = (x: number, n: number): number => {
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(n));
  return view.getFloat64(0);
};

// 2⁻¹²⁰ of relative error in the reference, also where x is a centre of the smallest size.
const big = bigFloats(140);
const errorAt = (x: number): number => {
  const power = big.expm1(big.scale(fromDouble(x), 1));
  return ulpError(tanh(x), big.divide(power, big.add(power, big.integer(2))));
};
/** The worst error over places in order, and where. */
const worstOf = (places: readonly number[]) =>
  places.reduce(
    (worst, x) => {
      const error = errorAt(x);
      return error > worst.error ? { error, x } : worst;
    },
    { error: 0, x: 0 },
  );

describe('tanh', () => {
  it('is within 1.6 ulp at both sides of every seam and of every centre', () => {
    const places = [...centres.slice(1), ...seams].flatMap((x) =>
      [-3, -1, 0, 1, 3].map((n) => neighbour(x, n)),
    );
    const { error, x } = worstOf(places);
    expect(error, `at ${x}`).toBeLessThan(1.6);
  });

  it('is within 1.6 ulp where the first centre’s value and the rest nearly cancel', () => {
    // the golden ratio spreads the places evenly
    const spread = Array.from({ length: 4000 }, (_, i) => (0.6180339887498949 * i) % 1);
    const { error, x } = worstOf(spread.map((share) => (1 + share * share) / 128));
    expect(error, `at ${x}`).toBeLessThan(1.6);
  });

  it('is within 1 ulp beyond the first centre', () => {
    const spread = Array.from({ length: 4000 }, (_, i) => (0.6180339887498949 * i) % 1);
    const { error, x } = worstOf(spread.map((share) => 1.5 / 64 + 19.1 * share ** 3));
    expect(error, `at ${x}`).toBeLessThan(1);
  });

  it('never falls in the hundred doubles about every seam and every centre', () => {
    const falls: number[] = [];
    for (const place of [...centres.slice(1), ...seams]) {
      let before = tanh(neighbour(place, -50));
      for (let n = -49; n <= 50; n++) {
        const x = neighbour(place, n);
        const value = tanh(x);
        if (value < before) falls.push(x);
        before = value;
      }
    }
    expect(falls).toEqual([]);
  });

  it('never falls along a sweep finer than its table, and stays between −1 and 1', () => {
    const step = 2 ** -14;
    let before = -1;
    for (let x = -20; x <= 20; x += step) {
      const value = tanh(x);
      if (!(value >= before && value <= 1)) expect.fail(`${before}, then ${value} at ${x}`);
      before = value;
    }
  });

  it('keeps every subnormal and the sign of zero', () => {
    for (const x of [0, 5e-324, 1e-320, 2.2250738585072009e-308, 1e-300]) {
      expect(tanh(x)).toBe(x);
      expect(tanh(-x)).toBe(-x);
    }
  });

  it('is −1 and 1 from ∓19.0625 on, however far', () => {
    for (const x of [19.0625, 19.07, 25, 2 ** 31, 2 ** 40 + 0.25, 1e300, Number.MAX_VALUE]) {
      expect(tanh(x)).toBe(1);
      expect(tanh(-x)).toBe(-1);
    }
    expect(tanh(19.06)).toBeLessThan(1);
  });
});
