import { describe, expect, it } from 'vitest';
import { optimalCurve } from '../../src/core/approximation/curve.ts';
import { optimalNetwork } from '../../src/core/approximation/network.ts';
import { samplePoints } from '../../src/core/approximation/samples.ts';
import { partialSawtooth, sawtoothSamples } from '../../src/core/partial-sawtooth.ts';

/** One hidden layer with these kinks: slope jumps, and for some of the units the left as their side. */
function network(knots: Float64Array, values: Float64Array, facingLeft: readonly number[]) {
  const slopes = Array.from(
    { length: knots.length - 1 },
    (_, i) => (values[i + 1] - values[i]) / (knots[i + 1] - knots[i]),
  );
  const units = slopes.slice(1).map((slope, i) => ({
    at: knots[i + 1],
    jump: slope - slopes[i],
    left: facingLeft.includes(i),
  }));
  const sum = (x: number) =>
    units.reduce(
      (total, { at, jump, left }) => total + jump * Math.max(0, left ? at - x : x - at),
      0,
    );
  const bias = values[values.length - 1] - sum(1);
  return { units: units.length, at: (x: number) => sum(x) + bias };
}

describe('partialSawtooth', () => {
  // figures for 6 folds from a search over knots in double precision, stored in the project's notes
  it.each([
    [0, 0.289],
    [16, 0.251],
    [48, 0.146],
    [64, 0],
  ])('of 6 folds and %d units misses by %d', (units, rms) => {
    expect(partialSawtooth(6, units).rms).toBeCloseTo(rms, 3);
  });

  it.each([2, 3, 4, 5])('of %d folds is as good as the best network the search finds', (folds) => {
    const { x, y } = sawtoothSamples(folds);
    const samples = samplePoints(x, y, { cells: x.length, domain: [0, 1] });
    const optimum = optimalCurve(samples);
    for (let units = 0; units < 2 ** folds - 1; units++) {
      const { rms } = partialSawtooth(folds, units);
      const best = optimalNetwork(samples, optimum, units);
      expect(rms).toBeGreaterThanOrEqual(best.lowerBound);
      // kinks that are not quite at the corners gain up to 0.3 % where only three pieces are missed
      expect(rms).toBeLessThanOrEqual(best.rms * 1.003);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 12, 13, 14])('is a network of %d units', (units) => {
    const { knots, values, rms } = partialSawtooth(4, units);
    const last = units - 1;
    const built = network(knots, values, units % 2 === 1 ? [last] : [0, last]);
    expect(built.units).toBe(units);
    // slopes of 16 and sums of 16 terms: rounding stays below this
    knots.forEach((knot, i) => {
      expect(built.at(knot)).toBeCloseTo(values[i], 12);
    });
    const { x, y } = sawtoothSamples(4);
    const squares = y.reduce((sum, value, i) => sum + (value - built.at(x[i])) ** 2, 0);
    expect(Math.sqrt(squares / x.length)).toBeCloseTo(rms, 10);
  });

  it('has no answer for one unit less than pieces', () => {
    expect(() => partialSawtooth(4, 15)).toThrow('units: got 15, expected other than 16 pieces');
  });

  it('refuses half a unit', () => {
    expect(() => partialSawtooth(3, 1.5)).toThrow(
      'units: got 1.5, expected a whole number, 0 or more',
    );
  });
});
