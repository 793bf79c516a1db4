import { describe, expect, it } from 'vitest';
import { activationNames } from '../../src/core/activations.ts';
import {
  type InitialiserName,
  initialiserNames,
  initialisers,
} from '../../src/core/initialisers.ts';
import { createMlp } from '../../src/core/mlp.ts';
import { createRandom } from '../../src/core/random.ts';

/** Weights and biases of the hidden layer of 10-400-5. */
const hiddenLayer = (name: InitialiserName) => {
  const mlp = createMlp({ sizes: [10, 400, 5], hidden: 'relu' });
  const parameters = new Float64Array(mlp.parameterCount).fill(Number.NaN);
  initialisers[name](mlp, parameters, createRandom(1));
  expect(parameters.every(Number.isFinite)).toBe(true);
  return { weights: parameters.slice(0, 4000), biases: parameters.slice(4000, 4400) };
};
const variance = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value * value, 0) / values.length;
const largest = (values: Float64Array): number => Math.max(...values.map(Math.abs));

describe('pytorch', () => {
  it('draws weights and biases uniformly from ±1/√inputs', () => {
    const { weights, biases } = hiddenLayer('pytorch');
    const bound = 1 / Math.sqrt(10);
    for (const values of [weights, biases]) {
      expect(largest(values)).toBeLessThanOrEqual(bound);
      expect(largest(values)).toBeGreaterThan(0.98 * bound);
      // The variance bound²/3, within five standard errors: 5·√(4/45/400)·3 = 22 %.
      expect(Math.abs(variance(values) / (bound ** 2 / 3) - 1)).toBeLessThan(0.22);
    }
  });
});

describe('he', () => {
  it('draws weights with variance 2/inputs, and no biases', () => {
    const { weights, biases } = hiddenLayer('he');
    // Five standard errors of a normal's variance: 5·√(2/4000) = 11 %.
    expect(Math.abs(variance(weights) / (2 / 10) - 1)).toBeLessThan(0.11);
    expect(largest(biases)).toBe(0);
  });
});

describe('glorot', () => {
  it('draws weights uniformly from ±√(6/(inputs + outputs)), and no biases', () => {
    const { weights, biases } = hiddenLayer('glorot');
    const bound = Math.sqrt(6 / 410);
    expect(largest(weights)).toBeLessThanOrEqual(bound);
    expect(largest(weights)).toBeGreaterThan(0.98 * bound);
    expect(largest(biases)).toBe(0);
  });
});

describe('spreadKnots', () => {
  it.each(activationNames)(
    'puts one bend of %s into each of H equal cells of [−1, 1]',
    (hidden) => {
      const width = 16;
      const mlp = createMlp({ sizes: [1, width, 1], hidden });
      const parameters = new Float64Array(mlp.parameterCount);
      initialisers.spreadKnots(mlp, parameters, createRandom(1));
      for (let i = 0; i < width; i++) {
        const bend = -parameters[width + i]! / parameters[i]!;
        expect(Math.floor(((bend + 1) / 2) * width)).toBe(i);
      }
      const slopes = new Set(parameters.slice(0, width).map(Math.abs));
      expect(slopes.size).toBe(1);
    },
  );

  it('is steeper, the more units, for bends that have a width, and 1 for ReLU', () => {
    const slopeOf = (hidden: 'tanh' | 'sigmoid' | 'relu' | 'gelu', width: number): number => {
      const mlp = createMlp({ sizes: [1, width, 1], hidden });
      const parameters = new Float64Array(mlp.parameterCount);
      initialisers.spreadKnots(mlp, parameters, createRandom(1));
      return Math.abs(parameters[0]!);
    };
    expect(slopeOf('tanh', 16)).toBe(12);
    expect(slopeOf('sigmoid', 16)).toBe(24);
    expect(slopeOf('gelu', 16)).toBe(16);
    expect(slopeOf('relu', 16)).toBe(1);
  });

  it('refuses networks of another shape', () => {
    const mlp = createMlp({ sizes: [2, 3, 1], hidden: 'relu' });
    expect(() =>
      initialisers.spreadKnots(mlp, new Float64Array(mlp.parameterCount), createRandom(1)),
    ).toThrow('spread knots are for sizes 1-H-n: 2-3-1');
  });
});

describe.each(initialiserNames)('%s', (name) => {
  it('replays a seed and changes with it', () => {
    const draw = (seed: number): Float64Array => {
      const mlp = createMlp({ sizes: [1, 8, 1], hidden: 'tanh' });
      const parameters = new Float64Array(mlp.parameterCount);
      initialisers[name](mlp, parameters, createRandom(seed));
      return parameters;
    };
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });
});
