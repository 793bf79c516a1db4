import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Block,
  buildFromRelus,
  buildFromRelusWithin,
  buildFromSigmoids,
  buildFromTanhs,
  type Construction,
  evaluateConstruction,
  interpolate,
} from '../../../src/core/approximation/constructions.ts';
import { evaluator } from '../../../src/core/approximation/evaluator.ts';

const curveAt = (name: 'sigmoid' | 'tanh', { parameters }: Construction, x: number) => {
  const out = new Float64Array(1);
  evaluator(name, parameters)(Float64Array.of(x), out);
  return out[0];
};
const relu = (c: Construction, x: number) => evaluateConstruction(c, 'relu', x);

describe('blocks from ReLUs', () => {
  it('a kink takes one unit and bends the line once', () => {
    const kink = buildFromRelus([{ kind: 'kink', at: 0.5, bend: 3 }], 1);
    expect(kink.units).toBe(1);
    expect([-1, 0.5, 1].map((x) => relu(kink, x))).toEqual([1, 1, 2.5]);
  });

  it('a hat takes three units and is 0, its height, 0', () => {
    const hat = buildFromRelus([{ kind: 'hat', left: -0.5, peak: 0, right: 0.25, height: 2 }]);
    expect(hat.units).toBe(3);
    expect([-1, -0.5, -0.25, 0, 0.125, 0.25, 1].map((x) => relu(hat, x))).toEqual([
      0, 0, 1, 2, 1, 0, 0,
    ]);
  });

  it('a step takes two units, a bump four', () => {
    const step = buildFromRelus([{ kind: 'step', at: 0, height: 3, ramp: 0.5 }]);
    expect(step.units).toBe(2);
    expect([-1, -0.25, 0, 0.25, 1].map((x) => relu(step, x))).toEqual([0, 0, 1.5, 3, 3]);
    const bump = buildFromRelus([{ kind: 'bump', left: -0.5, right: 0.5, height: 1, ramp: 0.25 }]);
    expect(bump.units).toBe(4);
    expect([-1, -0.5, 0, 0.5, 1].map((x) => relu(bump, x))).toEqual([0, 0.5, 1, 0.5, 0]);
  });

  it('neighbouring hats share their units', () => {
    const hats = [-0.5, 0, 0.5].map(
      (peak) => ({ kind: 'hat', left: peak - 0.5, peak, right: peak + 0.5, height: 1 }) as const,
    );
    // The sum is 0 at ±1 and 1 from −0.5 to 0.5: four kinks; that at 0 cancels.
    expect(buildFromRelus(hats).units).toBe(4);
  });
});

it('a step takes one steep sigmoid, a bump two', () => {
  const step = buildFromSigmoids([{ kind: 'step', at: 0.25, height: 2, ramp: 1 }], 200, -1);
  expect(step.units).toBe(1);
  expect(evaluateConstruction(step, 'sigmoid', 0)).toBeCloseTo(-1, 12);
  expect(evaluateConstruction(step, 'sigmoid', 0.25)).toBe(0);
  expect(evaluateConstruction(step, 'sigmoid', 0.5)).toBeCloseTo(1, 12);
  const bump = buildFromSigmoids([{ kind: 'bump', left: 0, right: 0.5, height: 1, ramp: 1 }], 200);
  expect(bump.units).toBe(2);
  expect(evaluateConstruction(bump, 'sigmoid', 0.25)).toBeCloseTo(1, 12);
});

it('tanhs draw what sigmoids twice as steep draw', () => {
  const blocks = [
    { kind: 'step', at: 0.25, height: 2, ramp: 1 },
    { kind: 'bump', left: -0.5, right: 0.25, height: -1, ramp: 1 },
  ] as const;
  const sigmoids = buildFromSigmoids(blocks, 30, 0.5);
  const tanhs = buildFromTanhs(blocks, 30, 0.5);
  expect(tanhs.units).toBe(sigmoids.units);
  for (let x = -1; x <= 1; x += 0.125) {
    // (1 + tanh z)/2 and sigmoid(2z) are computed by different routes
    expect(curveAt('tanh', tanhs, x)).toBeCloseTo(curveAt('sigmoid', sigmoids, x), 12);
  }
});

describe('on the interval', () => {
  it('kinks up to its left end are one neuron, and those from its right end none', () => {
    const kinks = [-2, -1.5, -1, 1, 1.5].map((at) => ({ kind: 'kink', at, bend: 1 }) as const);
    const built = buildFromRelusWithin(kinks, 3);
    expect(built.units).toBe(1);
    expect([-1, 0, 1].map((x) => relu(built, x))).toEqual([4.5, 7.5, 10.5]);
  });

  it('a hat with a foot far outside is half a hat, of two neurons or one', () => {
    const left = buildFromRelusWithin([{ kind: 'hat', left: -2, peak: -1, right: 0, height: 2 }]);
    expect(left.units).toBe(2);
    expect([-1, -0.5, 0, 1].map((x) => relu(left, x))).toEqual([2, 1, 0, 0]);
    const right = buildFromRelusWithin([{ kind: 'hat', left: 0, peak: 1, right: 2, height: 2 }]);
    expect(right.units).toBe(1);
    expect([-1, 0, 0.5, 1].map((x) => relu(right, x))).toEqual([0, 0, 1, 2]);
  });

  it('it is the same curve, with no neuron more', () => {
    const place = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);
    const kink = fc.record({
      kind: fc.constant('kink' as const),
      at: place,
      bend: fc.integer({ min: -4, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(kink), fc.integer({ min: -8, max: 8 }), (kinks, eighths) => {
        const [all, within] = [buildFromRelus(kinks, 1), buildFromRelusWithin(kinks, 1)];
        expect(within.units).toBeLessThanOrEqual(all.units);
        // dyadic numbers: the sums are exact
        expect(relu(within, eighths / 8)).toBe(relu(all, eighths / 8));
      }),
    );
  });
});

it('bends that cancel but for rounding take no neuron', () => {
  const hats = [0.1, 0.2, 0.3, 0.4].map(
    (peak, i) =>
      ({
        kind: 'hat',
        left: [0, 0.1, 0.2, 0.3][i],
        peak,
        right: [0.2, 0.3, 0.4, 0.5][i],
        height: [1, 2, 3, 4][i],
      }) as const,
  );
  // a straight line from 0 to 4 at 0.4, then down: kinks at 0, 0.4 and 0.5
  expect(buildFromRelus(hats).units).toBe(3);
});

it('a construction is the sum of its blocks', () => {
  const place = fc.integer({ min: -8, max: 8 }).map((n) => n / 8);
  const size = fc.integer({ min: -4, max: 4 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('kink' as const), at: place, bend: size }),
    fc.record({
      kind: fc.constant('step' as const),
      at: place,
      height: size,
      ramp: fc.constant(0.25),
    }),
    place.map((peak) => ({
      kind: 'hat' as const,
      left: peak - 0.5,
      peak,
      right: peak + 0.25,
      height: 1,
    })),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), place, (blocks, x) => {
      const whole = relu(buildFromRelus(blocks), x);
      const parts = blocks.reduce((sum, one) => sum + relu(buildFromRelus([one]), x), 0);
      // All numbers are dyadic: the sums are exact.
      expect(whole).toBe(parts);
    }),
  );
});

it('interpolate() meets the target at equal places with one unit a piece at most', () => {
  const target = (x: number) => x * x * x - x / 3;
  const built = interpolate(target, 8);
  expect(built.units).toBeLessThanOrEqual(8);
  for (let i = 0; i <= 8; i++) expect(relu(built, -1 + i / 4)).toBeCloseTo(target(-1 + i / 4), 12);
});

it('impossible blocks are refused with the value', () => {
  expect(() => buildFromRelus([{ kind: 'hat', left: 0, peak: 0, right: 1, height: 1 }])).toThrow(
    'hat must have left < peak < right: got 0, 0, 1',
  );
  expect(() => buildFromRelus([{ kind: 'step', at: 0, height: 1, ramp: 0 }])).toThrow(
    'ramp must be above 0: got 0',
  );
  expect(() => buildFromSigmoids([], 0)).toThrow('steepness must be above 0: got 0');
  expect(() => interpolate(Math.abs, 0)).toThrow('pieces must be a positive integer: got 0');
});
