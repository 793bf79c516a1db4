// The trainers as one registry: what each is called, what it may be used on, its usual learning rate.

import type { OptimalCurve } from '../curve.ts';
import { optimalCurveSteps, STANDARD_WIDTH } from '../curve.ts';
import { optimalNetworkInParts } from '../network.ts';
import type { Samples } from '../samples.ts';
import { gradientTrainer, steadyRate } from './gradient.ts';
import { lastLayer } from './last-layer.ts';
import type { RecycleOptions } from './recycle.ts';
import { type Shallow, WIDEST_DENSE } from './shallow.ts';
import { inParts, type Stepper } from './stepper.ts';
import { evaluateShallow } from './sweep.ts';
import { variableProjection } from './variable-projection.ts';

export interface TrainerContext {
  readonly samples: Samples;
  readonly learningRate: number;
  /** The optima, if the caller has them; else they are computed when needed. */
  readonly optima: OptimalCurve | null;
}

/** Why a trainer cannot be used on a network; another takes its place. */
export type Refusal = 'too-wide' | 'relu-only';

export interface Trainer {
  /** Whether the hidden layer's place in its loss landscape is followed by gradient steps. */
  readonly order: 'first' | 'second' | 'exact';
  /** Learning rate where the reader gives none; 1 where none is used. */
  readonly usualRate: (net: Shallow) => number;
  readonly recycling: RecycleOptions;
  readonly refuses: (net: Shallow) => Refusal | null;
  readonly start: (net: Shallow, context: TrainerContext) => Stepper;
}

const anything = () => null;
const FIRST_ORDER_RECYCLING: RecycleOptions = {
  trialSteps: 300,
  window: 300,
  slow: 0.02,
  solves: false,
  lookAhead: false,
};
const LAST_LAYER_RECYCLING: RecycleOptions = {
  trialSteps: 30,
  window: 30,
  slow: 0.01,
  solves: true,
  lookAhead: false,
};
const SECOND_ORDER_RECYCLING: RecycleOptions = {
  trialSteps: 12,
  window: 2,
  slow: 1e-2,
  solves: true,
  hope: 3,
  lookAhead: true,
};

/** To the best network known of this width, in one step. */
function jump(net: Shallow, { samples, optima }: TrainerContext): Stepper {
  let done = false;
  return {
    restart: () => {
      done = false;
    },
    step: inParts(function* () {
      if (!done) {
        const most = { maxWidth: Math.min(STANDARD_WIDTH, net.width) };
        const curve = optima ?? (yield* optimalCurveSteps(samples, most));
        const best = yield* optimalNetworkInParts(samples, curve, net.width);
        net.parameters.set(best.parameters);
        done = true;
      }
      return { error: evaluateShallow(net), stuck: true };
    }),
  };
}

const registry = {
  /** p ← p − ηg. */
  gradientDescent: {
    order: 'first',
    usualRate: steadyRate,
    recycling: FIRST_ORDER_RECYCLING,
    refuses: anything,
    start: (net, { learningRate }) => gradientTrainer(net, 'gradientDescent', learningRate),
  },
  adam: {
    order: 'first',
    usualRate: () => 0.01,
    recycling: FIRST_ORDER_RECYCLING,
    refuses: anything,
    start: (net, { learningRate }) => gradientTrainer(net, 'adam', learningRate),
  },
  /** Output layer solved every step, Adam on the hidden one. */
  lastLayer: {
    order: 'first',
    usualRate: () => 0.01,
    recycling: LAST_LAYER_RECYCLING,
    refuses: anything,
    start: (net, { learningRate }) => lastLayer(net, learningRate),
  },
  /** Levenberg–Marquardt with the output layer eliminated. */
  variableProjection: {
    order: 'second',
    usualRate: () => 1,
    recycling: SECOND_ORDER_RECYCLING,
    refuses: ({ width }) => (width > WIDEST_DENSE ? 'too-wide' : null),
    start: (net) => variableProjection(net),
  },
  /** ReLU only: from the dynamic program. */
  jump: {
    order: 'exact',
    usualRate: () => 1,
    recycling: SECOND_ORDER_RECYCLING,
    refuses: ({ activation }) => (activation === 'relu' ? null : 'relu-only'),
    start: jump,
  },
} satisfies Readonly<Record<string, Trainer>>;

export type TrainerName = keyof typeof registry;

export const trainers: Readonly<Record<TrainerName, Trainer>> = registry;

export const trainerNames = Object.keys(registry) as readonly TrainerName[];

/** Whom a refusing trainer hands over to; both take any network. */
export const STAND_IN: Readonly<Record<Refusal, TrainerName>> = {
  'too-wide': 'lastLayer',
  'relu-only': 'variableProjection',
};
