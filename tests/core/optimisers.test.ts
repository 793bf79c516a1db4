import { describe, expect, it } from 'vitest';
import { type OptimiserName, optimiserNames, optimisers } from '../../src/core/optimisers.ts';

/** The parameters after each step from 1 with the given gradients and learning rate 0.1. */
const path = (name: OptimiserName, gradients: readonly number[]): number[] => {
  const { step, stateLength } = optimisers[name];
  const parameters = Float64Array.of(1);
  const state = new Float64Array(stateLength(1));
  return gradients.map((gradient) => {
    step(parameters, Float64Array.of(gradient), state, 0.1);
    return parameters[0]!;
  });
};

// Agreement to 12 digits: a handful of roundings of 10⁻¹⁶.
const expectPath = (got: readonly number[], wanted: readonly number[]): void =>
  got.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i]!, 12);
  });

describe('gradientDescent', () => {
  it('moves by the learning rate times the gradient', () => {
    expectPath(path('gradientDescent', [2, -1]), [0.8, 0.9]);
  });
});

describe('momentum', () => {
  it('moves by the sum of gradients that decays by 0.9', () => {
    // v = 2, then 0.9·2 − 1 = 0.8, then 0.9·0.8 + 0 = 0.72.
    expectPath(path('momentum', [2, -1, 0]), [0.8, 0.72, 0.648]);
  });
});

describe('adam', () => {
  it('first moves by the learning rate against the sign of the gradient, whatever its size', () => {
    // |g|/(|g| + 10⁻⁸) is 1 to five digits for these.
    for (const gradient of [2, -3, 1e-3]) {
      expect(path('adam', [gradient])[0]!).toBeCloseTo(1 - 0.1 * Math.sign(gradient), 5);
    }
  });

  it('then moves by the corrected averages', () => {
    // By hand for g = 2, −1. Step 2: m = 0.9·0.2 − 0.1 = 0.08, v = 0.999·0.004 + 0.001 = 0.004996,
    // m̂ = 0.08/0.19, v̂ = 0.004996/0.001999.
    const first = 1 - (0.1 * 2) / (2 + 1e-8);
    const second = first - (0.1 * (0.08 / 0.19)) / (Math.sqrt(0.004996 / 0.001999) + 1e-8);
    expectPath(path('adam', [2, -1]), [first, second]);
  });
});

describe.each(optimiserNames)('%s', (name) => {
  it('moves every parameter as if it were alone', () => {
    const { step, stateLength } = optimisers[name];
    const parameters = Float64Array.of(1, 1, 1);
    const state = new Float64Array(stateLength(3));
    for (const factor of [1, -0.3, 0.2]) {
      step(parameters, Float64Array.of(factor, 2 * factor, -factor), state, 0.1);
    }
    const last = (gradients: readonly number[]): number => path(name, gradients)[2]!;
    expect([...parameters]).toEqual([
      last([1, -0.3, 0.2]),
      last([2, -0.6, 0.4]),
      last([-1, 0.3, -0.2]),
    ]);
  });

  it('stays where it is when the gradient is 0', () => {
    expect(path(name, [0, 0])).toEqual([1, 1]);
  });
});
