// One training run of a 1-H-1 network on samples: from a seeded start, step by step, with the trainer
// exchangeable at any step, until target, plateau or divergence is reached and said. Deterministic: the
// same options and the same number of steps give the same bits. Never leaves a NaN in the parameters.

import type { ActivationName } from '../../activations.ts';
import { type InitialiserName, initialisers } from '../../initialisers.ts';
import { createMlp } from '../../mlp.ts';
import { createRandom } from '../../random.ts';
import type { OptimalCurve } from '../curve.ts';
import type { Samples } from '../samples.ts';
import { type RecyclingStepper, withRecycling } from './recycle.ts';
import { createShallow, type Shallow } from './shallow.ts';
import type { Recycling, Stepper } from './stepper.ts';
import { evaluateShallow } from './sweep.ts';
import { type Refusal, STAND_IN, type TrainerName, trainers } from './trainers.ts';

/** 'optimum': put where the search for the best network left it; nothing more to train. */
export type RunStatus = 'running' | 'target' | 'plateau' | 'diverged' | 'optimum';

export interface TrainingOptions {
  readonly trainer: TrainerName;
  /** Move idle units to where the residual is largest. */
  readonly recycle?: boolean;
  /** For the first-order trainers; default: the trainer's usual one. */
  readonly learningRate?: number;
  /** Stop when the RMS on the samples is at most this. */
  readonly targetRms?: number;
  readonly optima?: OptimalCurve | null;
}

export interface RunOptions extends TrainingOptions {
  readonly activation: ActivationName;
  readonly width: number;
  readonly start: InitialiserName;
  readonly seed: number;
}

/** A trainer that took the place of the one asked for. */
export interface Substitution {
  readonly asked: TrainerName;
  readonly used: TrainerName;
  readonly reason: Refusal;
}

export interface Run {
  readonly samples: Samples;
  readonly options: RunOptions;
  /** w (H), b (H), a (H), c of the network that stands, whatever is being tried; always finite. */
  readonly parameters: Float64Array;
  readonly status: () => RunStatus;
  readonly steps: () => number;
  /** RMS of that network on the samples. */
  readonly rms: () => number;
  readonly substitution: () => Substitution | null;
  /** Units last moved. */
  readonly recycled: () => readonly Recycling[];
  /**
   * A step, or a part of one that takes long; whether the step is done. As long as it is not, all else here
   * is as it was before it.
   */
  readonly part: () => boolean;
  /** At most `count` steps, fewer if the run ends. */
  readonly advance: (count: number) => RunStatus;
  /** Another trainer, or other options, between two steps, on the same parameters; goes on from any status. */
  readonly change: (options: TrainingOptions) => void;
}

const DEFAULT_TARGET = 1e-9;
/** First-order progress is measured over this many steps … */
const PLATEAU_WINDOW = 4000;
/** … and is none if the squared error fell by less than this share. */
const PLATEAU_SHARE = 1e-4;
/** A squared error this many times that of a start, or of predicting 0, has diverged. */
const DIVERGED = 1e6;

function startingPoint(net: Shallow, { activation, start, seed }: RunOptions): void {
  const mlp = createMlp({ sizes: [1, net.width, 1], hidden: activation });
  initialisers[start](mlp, net.parameters, createRandom(seed));
}

export function createRun(samples: Samples, options: RunOptions): Run {
  const net = createShallow(samples, options.activation, options.width);
  const { parameters } = net;
  const count = samples.x.length;
  startingPoint(net, options);
  const random = createRandom(options.seed + 1);
  const safe = parameters.slice();
  let error = evaluateShallow(net);
  let limit = DIVERGED * (error + 1);
  for (const value of samples.y) limit += DIVERGED * value * value;
  let status: RunStatus = 'running';
  let steps = 0;
  let stepper: Stepper;
  let recycling: RecyclingStepper | null = null;
  let substitution: Substitution | null = null;
  let goal = 0;
  let exact = false;
  let windowStart = 0;
  let windowError = Number.POSITIVE_INFINITY;

  const change = (training: TrainingOptions): void => {
    if (recycling) error = recycling.settle();
    const refusal = trainers[training.trainer].refuses(net);
    const name = refusal ? STAND_IN[refusal] : training.trainer;
    substitution = refusal ? { asked: training.trainer, used: name, reason: refusal } : null;
    const trainer = trainers[name];
    const learningRate = training.learningRate ?? trainer.usualRate(net);
    exact = trainer.order === 'exact';
    const bare = trainer.start(net, { samples, learningRate, optima: training.optima ?? null });
    recycling =
      training.recycle && !exact ? withRecycling(net, bare, random, trainer.recycling) : null;
    stepper = recycling ?? bare;
    const targetRms = training.targetRms ?? DEFAULT_TARGET;
    goal = targetRms * targetRms * count;
    windowStart = steps;
    windowError = Number.POSITIVE_INFINITY;
    status = 'running';
  };

  /** What the last step has come to; undone if it left the numbers that mean something. */
  const judge = (stuck: boolean): RunStatus => {
    const standing = recycling?.standing() ?? parameters;
    if (!(error < limit) || !standing.every(Number.isFinite)) {
      parameters.set(safe);
      error = evaluateShallow(net);
      return 'diverged';
    }
    safe.set(standing);
    if (error <= goal) return 'target';
    if (stuck) return exact ? 'optimum' : 'plateau';
    if (steps - windowStart < PLATEAU_WINDOW) return 'running';
    const flat = error > windowError * (1 - PLATEAU_SHARE);
    windowStart = steps;
    windowError = Math.min(windowError, error);
    return flat && !recycling ? 'plateau' : 'running';
  };

  const part = (): boolean => {
    if (status !== 'running') return true;
    const result = stepper.step();
    if (!result) return false;
    steps++;
    error = result.error;
    status = judge(result.stuck);
    return true;
  };

  const advance = (most: number): RunStatus => {
    for (let left = most; left > 0 && status === 'running'; ) if (part()) left--;
    return status;
  };

  change(options);
  return {
    samples,
    options,
    parameters: safe,
    status: () => status,
    steps: () => steps,
    rms: () => Math.sqrt(error / count),
    substitution: () => substitution,
    recycled: () => recycling?.last() ?? [],
    part,
    advance,
    change,
  };
}
