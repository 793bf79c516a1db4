import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames } from '../../src/core/activations.ts';
import { datasets } from '../../src/core/datasets.ts';
import { initialiserNames } from '../../src/core/initialisers.ts';
import { lossNames } from '../../src/core/losses.ts';
import { createMlp, predict } from '../../src/core/mlp.ts';
import { optimiserNames } from '../../src/core/optimisers.ts';
import {
  type TrainingOptions,
  type TrainingProblem,
  type TrainingState,
  train,
} from '../../src/core/train.ts';
import { planeProblem } from '../../src/core/trial.ts';

/** One period and a half of a sine at the midpoints of 64 cells of [−1, 1]. */
const sineProblem = (hidden: 'tanh' | 'relu' | 'identity', width = 8): TrainingProblem => {
  const sampleCount = 64;
  const inputs = Float64Array.from({ length: sampleCount }, (_, i) => -1 + (2 * i + 1) / 64);
  return {
    mlp: createMlp({ sizes: [1, width, 1], hidden }),
    sampleCount,
    inputs,
    targets: inputs.map((x) => Math.sin(1.5 * Math.PI * x)),
  };
};

const options: TrainingOptions = {
  optimiser: 'adam',
  learningRate: 0.02,
  loss: 'squaredError',
  start: 'pytorch',
  seed: 1,
  stepsPerYield: 50,
  stop: { steps: 500 },
};

/** All states, each with a copy of its parameters. */
const statesOf = (problem: TrainingProblem, changes: Partial<TrainingOptions>): TrainingState[] =>
  Array.from(train(problem, { ...options, ...changes }), (state) => ({
    ...state,
    parameters: state.parameters.slice(),
  }));

const lastOf = (problem: TrainingProblem, changes: Partial<TrainingOptions>): TrainingState =>
  statesOf(problem, changes).at(-1)!;

describe('train', () => {
  it('yields the start, then every stepsPerYield steps, and the end', () => {
    const states = statesOf(sineProblem('tanh'), { stop: { steps: 120 } });
    expect(states.map(({ step }) => step)).toEqual([0, 50, 100, 120]);
    expect(states.map(({ status }) => status)).toEqual([
      'running',
      'running',
      'running',
      'finished',
    ]);
  });

  it('reports the loss of the parameters it reports', () => {
    for (const batchSize of [64, 10]) {
      const problem = sineProblem('tanh');
      for (const { loss, parameters } of statesOf(problem, { batchSize, stop: { steps: 120 } })) {
        const squares = [...problem.inputs].map(
          (x, s) => (predict(problem.mlp, parameters, [x])[0]! - problem.targets[s]!) ** 2,
        );
        // The same sum in another order: 64 roundings of 10⁻¹⁶.
        expect(loss).toBeCloseTo(squares.reduce((sum, term) => sum + term) / 128, 13);
      }
    }
  });

  it('learns the sine with tanh, and nothing beyond the straight line with identity', () => {
    const stop = { steps: 2000 };
    expect(lastOf(sineProblem('tanh'), { stop }).loss).toBeLessThan(1e-3);
    // The least-squares line leaves ½·(mean of sin² − 3·(mean of x·sin)²) = 0.24317, by integration
    // ½·(½ − 3·(4/(9π²))²); the midpoint sums differ by O(1/64²) = 2·10⁻⁴ of it.
    const line = 0.5 * (0.5 - 3 * (4 / (9 * Math.PI ** 2)) ** 2);
    expect(lastOf(sineProblem('identity'), { stop }).loss).toBeCloseTo(line, 3);
  });

  it('gives the same bits again from the same seed, full batch or not', () => {
    for (const batchSize of [64, 10]) {
      const run = () => lastOf(sineProblem('tanh'), { batchSize });
      expect(run()).toEqual(run());
      expect(lastOf(sineProblem('tanh'), { batchSize, seed: 2 }).parameters).not.toEqual(
        run().parameters,
      );
    }
  });

  it('takes the same path whatever the number of steps between yields', () => {
    for (const batchSize of [64, 10]) {
      const fine = lastOf(sineProblem('tanh'), { batchSize, stepsPerYield: 1 });
      expect(lastOf(sineProblem('tanh'), { batchSize, stepsPerYield: 500 })).toEqual(fine);
    }
  });

  it('starts from given parameters and leaves them alone', () => {
    const problem = sineProblem('tanh');
    const start = new Float64Array(problem.mlp.parameterCount).fill(0.25);
    const [first] = statesOf(problem, { start });
    expect(first!.parameters).toEqual(start);
    expect(start.every((value) => value === 0.25)).toBe(true);
  });

  it('stops as soon as the loss is reached', () => {
    const end = lastOf(sineProblem('tanh'), { stop: { loss: 0.05, steps: 5000 } });
    expect(end.status).toBe('reached');
    expect(end.loss).toBeLessThanOrEqual(0.05);
    const before = lastOf(sineProblem('tanh'), { stop: { steps: end.step - 1 } });
    expect(before.loss).toBeGreaterThan(0.05);
  });

  it('stops on a plateau', () => {
    const end = lastOf(sineProblem('identity'), {
      stop: { plateau: { steps: 200, improvement: 1e-4 }, steps: 1e5 },
    });
    expect(end.status).toBe('plateau');
    expect(end.step).toBeLessThan(5000);
  });

  it('says when it diverges, and keeps the last parameters from before', () => {
    const problem = sineProblem('relu');
    const states = statesOf(problem, { optimiser: 'gradientDescent', learningRate: 50 });
    const end = states.at(-1)!;
    expect(end.status).toBe('diverged');
    expect(end.step).toBeLessThan(500);
    expect(end.parameters.every(Number.isFinite)).toBe(true);
    expect(Number.isFinite(end.loss)).toBe(true);
  });

  it('never gives a number that is not finite, whatever the learning rate', () => {
    fc.assert(
      fc.property(
        fc.record({
          activation: fc.constantFrom(...activationNames),
          optimiser: fc.constantFrom(...optimiserNames),
          loss: fc.constantFrom(...lossNames),
          start: fc.constantFrom(...initialiserNames.filter((name) => name !== 'spreadKnots')),
          exponent: fc.double({ min: -3, max: 300, noNaN: true }),
          batchSize: fc.constantFrom(48, 10),
          seed: fc.nat(),
        }),
        ({ activation, exponent, ...rest }) => {
          const mlp = createMlp({ sizes: [2, 3, 3, 1], hidden: activation });
          const problem = planeProblem(mlp, datasets.article.points);
          const run = train(problem, {
            ...rest,
            learningRate: 10 ** exponent,
            stepsPerYield: 7,
            stop: { steps: 60 },
          });
          for (const { loss, parameters } of run) {
            expect(Number.isFinite(loss)).toBe(true);
            expect(parameters.every(Number.isFinite)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('refuses what it cannot train on', () => {
    const problem = sineProblem('tanh');
    const run = (changes: Partial<TrainingOptions>, other = problem) =>
      train(other, { ...options, ...changes }).next();
    expect(() => run({ stepsPerYield: 0 })).toThrow(
      'steps per yield: a whole number, at least 1: 0',
    );
    expect(() => run({ learningRate: Number.NaN })).toThrow(
      'a learning rate is a number, at least 0: NaN',
    );
    expect(() => run({ batchSize: 1.5 })).toThrow(
      'a batch is a whole number of samples, at least 1: 1.5',
    );
    expect(() => run({}, { ...problem, inputs: new Float64Array(3) })).toThrow(
      'inputs: got 3 numbers, expected 64',
    );
    const targets = problem.targets.slice();
    targets[5] = Number.NaN;
    expect(() => run({}, { ...problem, targets })).toThrow('targets must be finite: NaN');
    expect(() => run({ start: new Float64Array(3) })).toThrow(
      'parameters: got 3 numbers, expected 25',
    );
  });
});
