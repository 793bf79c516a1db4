import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countPieces,
  countUnits,
  deepSawtooth,
  evaluate,
  leastUnits,
  sawtoothBends,
  shallowSawtooth,
} from '../../src/core/depth.ts';

/** The sawtooth from its shape alone: distance to the nearest even multiple of 2^−k, times 2^k. */
function triangle(folds: number, x: number): number {
  const phase = (x * 2 ** folds) % 2;
  return phase <= 1 ? phase : 2 - phase;
}

describe('deepSawtooth and shallowSawtooth', () => {
  it('agree exactly on dyadic points with the sawtooth and with each other', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 2 ** 20 }));
    fc.assert(
      fc.property(cases, ([folds, numerator]) => {
        const x = numerator / 2 ** 20;
        const expected = triangle(folds, x);
        expect(evaluate(deepSawtooth(folds), x)).toBe(expected);
        expect(evaluate(deepSawtooth(folds, 3), x)).toBe(expected);
        expect(evaluate(shallowSawtooth(folds), x)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('take 12 units against 64, and 40 against 1 048 576', () => {
    expect([countUnits(deepSawtooth(6)), countUnits(shallowSawtooth(6))]).toEqual([12, 64]);
    expect(countUnits(deepSawtooth(6, 3))).toBe(18);
    const [deep, shallow] = [deepSawtooth(20), shallowSawtooth(20)];
    expect([countUnits(deep), countUnits(shallow)]).toEqual([40, 1_048_576]);
    for (const x of [0, 1 / 2 ** 20, 3 / 2 ** 22, 0.625, 1]) {
      expect(evaluate(shallow, x)).toBe(evaluate(deep, x));
    }
  });

  it('have 2^k straight pieces', () => {
    for (const folds of [1, 2, 6]) {
      for (const network of [deepSawtooth(folds), shallowSawtooth(folds)]) {
        expect(countPieces((x) => evaluate(network, x), 2 ** folds)).toBe(2 ** folds);
        expect(countPieces((x) => evaluate(network, x), 2 ** (folds + 2))).toBe(2 ** folds);
      }
    }
    const deep = deepSawtooth(16);
    expect(countPieces((x) => evaluate(deep, x), 2 ** 16)).toBe(65_536);
  });

  it('with the third unit stays 0 outside [0, 1]', () => {
    const network = deepSawtooth(4, 3);
    for (const x of [-3, -0.25, 1.5, 7]) expect(evaluate(network, x)).toBe(0);
  });

  it('refuses a number of folds that is not whole or out of range', () => {
    expect(() => deepSawtooth(0)).toThrow('folds: got 0, expected a whole number from 1 to 24');
    expect(() => shallowSawtooth(2.5)).toThrow('folds: got 2.5');
  });
});

describe('leastUnits', () => {
  it('is 2^k for the sawtooth: 2^k − 1 units fail the sign condition', () => {
    for (const folds of [1, 2, 3, 6, 8]) {
      const { slope, jumps } = sawtoothBends(folds);
      expect(jumps).toHaveLength(2 ** folds - 1);
      expect(leastUnits(slope, jumps)).toBe(2 ** folds);
    }
  });

  it('is two for |x|, one for a ReLU facing either way, none for a constant', () => {
    expect(leastUnits(-1, [2])).toBe(2);
    expect(leastUnits(0, [1])).toBe(1);
    expect(leastUnits(-1, [1])).toBe(1);
    expect(leastUnits(0, [])).toBe(0);
    expect(leastUnits(3, [])).toBe(1);
  });

  it('never asks for more than a network that makes the function has', () => {
    const unit = fc.tuple(
      fc.integer({ min: -3, max: 3 }).filter((a) => a !== 0),
      fc.constantFrom(-1, 1),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 7 }), (units) => {
        // Kinks at 1, 2, … in order; facing left a unit adds slope −a to its left.
        const slope = units.reduce((sum, [a, side]) => sum + (side < 0 ? -a : 0), 0);
        const jumps = units.map(([a]) => a);
        expect(leastUnits(slope, jumps)).toBe(units.length);
      }),
    );
  });
});
