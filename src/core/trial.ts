// One run of the article's 2-2-1 network on labelled points, and what became of it: how often each
// activation succeeds over many seeds is counted from these.

import type { ActivationName } from './activations.ts';
import { datasets, type PlanePoint } from './datasets.ts';
import { deadUnitsOf } from './dead-units.ts';
import type { InitialiserName } from './initialisers.ts';
import { type LossName, losses } from './losses.ts';
import { createMlp, type Mlp, trace } from './mlp.ts';
import type { OptimiserName } from './optimisers.ts';
import { type TrainingProblem, type TrainingStatus, train } from './train.ts';

export interface TrialOptions {
  readonly activation: ActivationName;
  readonly seed: number;
  readonly optimiser?: OptimiserName;
  readonly learningRate?: number;
  readonly loss?: LossName;
  readonly initialiser?: InitialiserName;
  readonly steps?: number;
  /** Hidden neurons. */
  readonly hidden?: number;
  /** The article's unless given. */
  readonly points?: readonly PlanePoint[];
}

/** Why a run ended as it did; the first that applies. */
export type TrialCause = 'success' | 'diverged' | 'deadUnit' | 'stuck';

export interface Trial {
  /** Share of the points on the right side. */
  readonly accuracy: number;
  readonly loss: number;
  readonly steps: number;
  readonly status: TrainingStatus;
  /** Hidden units that are dead (see deadUnitsOf): at the end, and before the first step. */
  readonly deadUnits: readonly number[];
  readonly deadAtStart: readonly number[];
  /** Success is every point on its side. */
  readonly cause: TrialCause;
  readonly parameters: Float64Array;
}

/** Labelled points as a training problem: x₁ and x₂ in, 1 for class A and 0 for class B out. */
export const planeProblem = (mlp: Mlp, points: readonly PlanePoint[]): TrainingProblem => ({
  mlp,
  sampleCount: points.length,
  inputs: Float64Array.from([...points.map(({ x1 }) => x1), ...points.map(({ x2 }) => x2)]),
  targets: Float64Array.from(points, ({ label }) => (label === 'A' ? 1 : 0)),
});

/** Share of the points that the network puts on the right side. */
export const accuracyOf = (
  mlp: Mlp,
  parameters: Float64Array,
  points: readonly PlanePoint[],
  loss: LossName,
): number => {
  const { threshold } = losses[loss];
  const right = points.filter(({ x1, x2, label }) => {
    const { outputs } = trace(mlp, parameters, [x1, x2]);
    return outputs[outputs.length - 1][0] > threshold === (label === 'A');
  });
  return right.length / points.length;
};

/** Steps between two yields of `trialSteps`: a fraction of a millisecond's work for most activations. */
const STEPS_PER_YIELD = 50;

/** Trains a 2-H-1 network from the seed and says what became of it; yields on the way. */
export function* trialSteps({
  activation,
  seed,
  optimiser = 'adam',
  learningRate = 0.05,
  loss = 'logistic',
  initialiser = 'pytorch',
  steps = 1000,
  hidden = 2,
  points = datasets.article.points,
}: TrialOptions): Generator<void, Trial, void> {
  const mlp = createMlp({ sizes: [2, hidden, 1], hidden: activation });
  const run = train(planeProblem(mlp, points), {
    optimiser,
    learningRate,
    loss,
    seed,
    start: initialiser,
    stepsPerYield: STEPS_PER_YIELD,
    stop: { steps },
  });
  let result = run.next();
  const deadAtStart = deadUnitsOf(mlp, result.value.parameters, points);
  while (!result.done) {
    yield;
    result = run.next();
  }
  const { step, loss: finalLoss, status, parameters } = result.value;
  const accuracy = accuracyOf(mlp, parameters, points, loss);
  const deadUnits = deadUnitsOf(mlp, parameters, points);
  const cause =
    accuracy === 1
      ? 'success'
      : status === 'diverged'
        ? 'diverged'
        : deadUnits.length > 0
          ? 'deadUnit'
          : 'stuck';
  return {
    accuracy,
    loss: finalLoss,
    steps: step,
    status,
    deadUnits,
    deadAtStart,
    cause,
    parameters,
  };
}

/** `trialSteps` in one go. */
export const trial = (options: TrialOptions): Trial => {
  const run = trialSteps(options);
  let result = run.next();
  while (!result.done) result = run.next();
  return result.value;
};
