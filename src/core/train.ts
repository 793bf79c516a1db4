// Training as a generator: the build, the tests and the page's worker run this same code, and a
// seed gives the same bits in all of them. It yields between steps; nothing is allocated per step.

import { createWorkspace, forward, lossAndGradient } from './backprop.ts';
import { createBatches } from './batches.ts';
import { passesFor } from './fastest.ts';
import { type InitialiserName, initialisers } from './initialisers.ts';
import { inRoom } from './kernel.ts';
import { batchLoss, type LossName } from './losses.ts';
import type { Mlp } from './mlp.ts';
import { isFused } from './one-hidden-layer.ts';
import { type OptimiserName, optimisers } from './optimisers.ts';
import { createRandom } from './random.ts';

/** What is to be learned; a row per neuron, a column per sample. */
export interface TrainingProblem {
  readonly mlp: Mlp;
  readonly sampleCount: number;
  /** Input neurons × sampleCount. */
  readonly inputs: Float64Array;
  /** Output neurons × sampleCount. */
  readonly targets: Float64Array;
}

export interface TrainingOptions {
  readonly optimiser: OptimiserName;
  readonly learningRate: number;
  readonly loss: LossName;
  /** Samples per step; all of them unless given. */
  readonly batchSize?: number;
  /** Where the parameters start: a rule drawn from the seed, or given numbers (copied). */
  readonly start: InitialiserName | Float64Array;
  readonly seed: number;
  /** Steps between two yields. */
  readonly stepsPerYield: number;
  readonly stop: StopRules;
}

/** The first rule that holds ends the run. With mini-batches they are looked at between yields. */
export interface StopRules {
  readonly steps?: number;
  /** Reached when the loss is at or below it. */
  readonly loss?: number;
  /** A plateau: the best loss improved by less than this share over so many steps. */
  readonly plateau?: { readonly steps: number; readonly improvement: number };
}

export type TrainingStatus = 'running' | 'reached' | 'plateau' | 'diverged' | 'finished';

export interface TrainingState {
  /** Steps made. */
  readonly step: number;
  /** At these parameters, over all samples; with mini-batches worked out when it is read. */
  readonly loss: number;
  readonly status: TrainingStatus;
  /**
   * The run's own buffer, always finite: copy what is to be kept. After divergence it holds the
   * last parameters from which the run had not exploded, and loss is theirs.
   */
  readonly parameters: Float64Array;
}

/** Beyond this share of the loss at the start the run has exploded. */
const EXPLOSION = 1e6;
/** Parameters beyond this have exploded, however small the loss. */
const LARGEST_PARAMETER = 1e100;

/** Are all |values| at most the bound? False also for NaN. */
const allWithin = (values: Float64Array, bound: number): boolean => {
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]) <= bound)) return false;
  return true;
};

const check = ({ mlp, sampleCount, inputs, targets }: TrainingProblem): void => {
  const expect = (what: string, got: Float64Array, rows: number): void => {
    if (got.length !== rows * sampleCount) {
      throw new Error(`${what}: got ${got.length} numbers, expected ${rows * sampleCount}`);
    }
    const bad = got.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new Error(`${what} must be finite: ${got[bad]}`);
  };
  expect('inputs', inputs, mlp.sizes[0]);
  expect('targets', targets, mlp.sizes[mlp.sizes.length - 1]);
};

/**
 * Yields the start, then a state every stepsPerYield steps, and the last state, which it also
 * returns. Only the last has a status other than 'running'. Divergence is a status, not an error.
 */
export function* train(
  problem: TrainingProblem,
  options: TrainingOptions,
): Generator<TrainingState, TrainingState, void> {
  const { mlp, sampleCount } = problem;
  const { learningRate, loss: lossName, stepsPerYield, stop } = options;
  check(problem);
  if (!(Number.isSafeInteger(stepsPerYield) && stepsPerYield >= 1)) {
    throw new Error(`steps per yield: a whole number, at least 1: ${stepsPerYield}`);
  }
  if (!(learningRate >= 0 && learningRate < Infinity)) {
    throw new Error(`a learning rate is a number, at least 0: ${learningRate}`);
  }

  const random = createRandom(options.seed);
  const optimiser = optimisers[options.optimiser];
  const { batchSize = sampleCount } = options;
  const gradients = !isFused(mlp);
  const { kernel, parameters, gradient, optimiserState, inputs, targets, workspace, batches } =
    inRoom((room) => ({
      kernel: room.kernel,
      parameters: room.floats(mlp.parameterCount),
      gradient: room.floats(mlp.parameterCount),
      optimiserState: room.floats(optimiser.stateLength(mlp.parameterCount)),
      inputs: room.floats(problem.inputs.length),
      targets: room.floats(problem.targets.length),
      workspace: createWorkspace(mlp, sampleCount, room, gradients),
      batches:
        batchSize >= sampleCount
          ? null
          : createBatches(problem, batchSize, random, room, gradients),
    }));
  inputs.set(problem.inputs);
  targets.set(problem.targets);
  if (typeof options.start === 'string') initialisers[options.start](mlp, parameters, random);
  else if (options.start.length === mlp.parameterCount) parameters.set(options.start);
  else
    throw new Error(
      `parameters: got ${options.start.length} numbers, expected ${mlp.parameterCount}`,
    );
  if (!allWithin(parameters, LARGEST_PARAMETER)) throw new Error('the start is not finite');
  const outputGradient = new Float64Array(targets.length);

  const passes = passesFor(workspace);
  const lossOverAll = (): number =>
    batchLoss(
      lossName,
      forward(workspace, parameters, inputs, passes),
      targets,
      outputGradient,
      sampleCount,
    );
  /** Loss and gradient over the step's samples; for a full batch that is the loss over all. */
  const descend = (): number => {
    if (batches === null) {
      return lossAndGradient(workspace, parameters, inputs, targets, lossName, gradient, passes);
    }
    const { workspace: small, inputs: few, targets: theirs } = batches;
    const k = batches.next();
    return lossAndGradient(small, parameters, few[k], theirs[k], lossName, gradient, passes);
  };

  const lastGood = parameters.slice();
  // Numbers that change at every step live in one object, where they are overwritten in place;
  // variables shared with a closure would be boxed anew each time.
  const progress = {
    goodLoss: lossOverAll(),
    best: Infinity,
    bestBefore: Infinity,
    plateauFrom: 0,
  };
  if (!Number.isFinite(progress.goodLoss)) {
    throw new Error(`the loss at the start is ${progress.goodLoss}`);
  }
  const explosion = EXPLOSION * Math.max(1, progress.goodLoss);

  const statusAt = (step: number, loss: number): TrainingStatus => {
    if (stop.loss !== undefined && loss <= stop.loss) return 'reached';
    progress.best = Math.min(progress.best, loss);
    if (stop.plateau !== undefined && step - progress.plateauFrom >= stop.plateau.steps) {
      const { best, bestBefore } = progress;
      if (bestBefore - best < stop.plateau.improvement * bestBefore) return 'plateau';
      progress.bestBefore = best;
      progress.plateauFrom = step;
    }
    return stop.steps !== undefined && step >= stop.steps ? 'finished' : 'running';
  };
  const diverged = (step: number): TrainingState => {
    parameters.set(lastGood);
    const loss = batches === null ? progress.goodLoss : lossOverAll();
    return { step, loss, status: 'diverged', parameters };
  };
  /** With mini-batches most looks at the loss over all are nobody's: it costs as much as many steps. */
  const stateAt = (step: number, loss: number, status: TrainingStatus): TrainingState =>
    batches === null
      ? { step, loss, status, parameters }
      : {
          step,
          get loss() {
            return lossOverAll();
          },
          status,
          parameters,
        };
  const decides = stop.loss !== undefined || stop.plateau !== undefined;

  for (let step = 0; ; step++) {
    const yields = step % stepsPerYield === 0 || step === stop.steps;
    const stepLoss = descend();
    const loss = batches !== null && yields && decides ? lossOverAll() : stepLoss;
    // Between the yields of mini-batches the loss alone is watched: nobody sees the parameters.
    const seen = batches === null || yields;
    if (!(loss <= explosion && (!seen || allWithin(parameters, LARGEST_PARAMETER)))) {
      const last = diverged(step);
      yield last;
      return last;
    }
    if (seen) {
      lastGood.set(parameters);
      progress.goodLoss = loss;
      const status = statusAt(step, loss);
      if (status !== 'running') {
        const last = stateAt(step, loss, status);
        yield last;
        return last;
      }
      if (yields) yield stateAt(step, loss, status);
    }
    optimiser.step(parameters, gradient, optimiserState, learningRate, kernel);
  }
}
