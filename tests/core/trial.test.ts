import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/core/datasets.ts';
import { deadUnitsOf } from '../../src/core/dead-units.ts';
import { createMlp } from '../../src/core/mlp.ts';
import { accuracyOf, type TrialCause, trial } from '../../src/core/trial.ts';

const { points } = datasets.article;
const causesOf = (activation: 'identity' | 'relu' | 'tanh' | 'leakyRelu'): TrialCause[] =>
  Array.from({ length: 20 }, (_, seed) => trial({ activation, seed }).cause);

describe('trial', () => {
  it('never succeeds with identity, often but not always with ReLU, nearly always with tanh', () => {
    const successes = (causes: readonly TrialCause[]): number =>
      causes.filter((cause) => cause === 'success').length;
    // The best line gets 36 of 48 points right, so identity cannot succeed.
    expect(successes(causesOf('identity'))).toBe(0);
    const relu = successes(causesOf('relu'));
    expect(relu).toBeGreaterThan(5);
    expect(relu).toBeLessThan(20);
    expect(successes(causesOf('tanh'))).toBeGreaterThan(relu);
  });

  it('finds dead units with ReLU and none with leaky ReLU', () => {
    expect(causesOf('relu')).toContain('deadUnit');
    expect(causesOf('leakyRelu')).not.toContain('deadUnit');
  });

  it('reports an accuracy that identity can reach at most', () => {
    const { accuracy } = trial({ activation: 'identity', seed: 1 });
    expect(accuracy).toBeLessThanOrEqual(36 / 48);
    expect(accuracy).toBeGreaterThanOrEqual(0.5);
  });

  it('calls a run that explodes diverged', () => {
    const run = trial({
      activation: 'relu',
      seed: 1,
      optimiser: 'gradientDescent',
      loss: 'squaredError',
      learningRate: 100,
    });
    expect(run.cause).toBe('diverged');
    expect(run.parameters.every(Number.isFinite)).toBe(true);
  });

  it('replays a seed', () => {
    expect(trial({ activation: 'tanh', seed: 5 })).toEqual(trial({ activation: 'tanh', seed: 5 }));
  });
});

describe('accuracyOf', () => {
  it('is 1 for the ReLU network built from the two lines of the article', () => {
    const mlp = createMlp({ sizes: [2, 2, 1], hidden: 'relu' });
    // A where both lines are negative: 0.2 − h₁ − h₂ > 0, for every point is 0.4 from the lines.
    const parameters = Float64Array.of(1.6, 1.2, -1.8, -0.9, -1.2, -1.2, -1, -1, 0.2);
    expect(accuracyOf(mlp, parameters, points, 'logistic')).toBe(1);
  });
});

describe('deadUnitsOf', () => {
  const unitsWith = (activation: 'relu' | 'tanh' | 'leakyRelu', bias: number) =>
    deadUnitsOf(
      createMlp({ sizes: [2, 2, 1], hidden: activation }),
      // Unit 0: x₁ + bias. Unit 1: x₂, alive for each of the three.
      Float64Array.of(1, 0, 0, 1, bias, 0, 1, 1, 0),
      points,
    );

  it('names a ReLU unit whose sum is negative at every point', () => {
    expect(unitsWith('relu', -3)).toEqual([0]);
    expect(unitsWith('relu', 3)).toEqual([]);
  });

  it('names a tanh unit that is saturated at every point, on either side', () => {
    expect(unitsWith('tanh', -9)).toEqual([0]);
    expect(unitsWith('tanh', 9)).toEqual([0]);
    expect(unitsWith('tanh', 1)).toEqual([]);
  });

  it('names no leaky ReLU unit', () => {
    expect(unitsWith('leakyRelu', -3)).toEqual([]);
  });
});
