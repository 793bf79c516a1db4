// Loss functions as one typed registry. A loss compares each output y of the network with its
// target t; the loss of a batch is the mean over samples of the sum over outputs.

import { sigmoid, softplus } from './elementary.ts';

/** A loss ℓ(y, t) of one output. */
export interface Loss {
  readonly value: (y: number, t: number) => number;
  /** ∂ℓ/∂y. */
  readonly derivative: (y: number, t: number) => number;
  /** The output above which the answer is 1 rather than 0, when the targets are labels. */
  readonly threshold: number;
}

const registry = {
  /** ½(y − t)²: the mean over one output is half the mean squared error. */
  squaredError: {
    value: (y, t) => 0.5 * (y - t) * (y - t),
    derivative: (y, t) => y - t,
    threshold: 0.5,
  },
  /**
   * ln(1 + eʸ) − t·y for labels t of 0 and 1: the negative log-likelihood of a coin whose log-odds
   * are y. The network's output stays linear; the logistic function is part of the loss, so nothing
   * overflows or cancels.
   */
  logistic: {
    // For t = 1 the difference softplus(y) − y would cancel; softplus(−y) is the same number.
    value: (y, t) => (t === 1 ? softplus(-y) : softplus(y) - (t === 0 ? 0 : t * y)),
    derivative: (y, t) => (t === 1 ? -sigmoid(-y) : sigmoid(y) - t),
    threshold: 0,
  },
} satisfies Readonly<Record<string, Loss>>;

export type LossName = keyof typeof registry;

export const losses: Readonly<Record<LossName, Loss>> = registry;

export const lossNames = Object.keys(registry) as readonly LossName[];

/**
 * Mean over samples of Σ ℓ(y, t), and its gradient by y into `gradient`. All three arrays hold
 * outputs × sampleCount numbers, a row per output.
 */
export const batchLoss = (
  name: LossName,
  outputs: Float64Array,
  targets: Float64Array,
  gradient: Float64Array,
  sampleCount: number,
): number => {
  let sum = 0;
  if (name === 'squaredError') {
    for (let i = 0; i < outputs.length; i++) {
      const miss = outputs[i] - targets[i];
      sum += miss * miss;
      gradient[i] = miss / sampleCount;
    }
    return (0.5 * sum) / sampleCount;
  }
  const { value, derivative } = losses[name];
  for (let i = 0; i < outputs.length; i++) {
    sum += value(outputs[i], targets[i]);
    gradient[i] = derivative(outputs[i], targets[i]) / sampleCount;
  }
  return sum / sampleCount;
};
