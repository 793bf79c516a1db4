// First order: gradient descent and Adam on all parameters, by the core's optimisers. The loss is half the
// mean squared error, as in losses.ts, so that learning rates mean the same here as elsewhere.

import { type OptimiserName, optimisers } from '../../optimisers.ts';
import { dotRange } from './cholesky.ts';
import { evaluateShallow, evaluateSlopes, type Shallow } from './shallow.ts';
import type { Stepper } from './stepper.ts';

/**
 * Gradient by w and b of the hidden layer from the current features and residual, into `gradient`
 * (w first). Overwrites the slopes.
 */
export function hiddenGradient(net: Shallow, gradient: Float64Array): void {
  const { width, x, parameters, sums, features, slopes, residual, loops } = net;
  const count = x.length;
  for (let unit = 0; unit < width; unit++) {
    const row = unit * count;
    const height = parameters[2 * width + unit] / count;
    for (let i = 0; i < count; i++) slopes[row + i] = height * residual[i];
    loops.backward(sums, features, slopes, row, row + count);
    let byBias = 0;
    for (let i = 0; i < count; i++) byBias += slopes[row + i];
    gradient[unit] = dotRange(slopes, row, x, 0, count);
    gradient[width + unit] = byBias;
  }
}

function outputGradient(net: Shallow, gradient: Float64Array): void {
  const { width, features, residual } = net;
  const count = residual.length;
  let sum = 0;
  for (let unit = 0; unit < width; unit++)
    gradient[2 * width + unit] = dotRange(features, unit * count, residual, 0, count) / count;
  for (let i = 0; i < count; i++) sum += residual[i];
  gradient[3 * width] = sum / count;
}

/**
 * A learning rate at which gradient descent does not overshoot where it stands: 1 over the trace of the
 * Gauss–Newton matrix of the loss, which its largest curvature cannot exceed.
 */
export function steadyRate(net: Shallow): number {
  const { width, x, parameters, features, slopes } = net;
  const count = x.length;
  evaluateShallow(net);
  evaluateSlopes(net);
  let trace = count;
  for (let unit = 0; unit < width; unit++) {
    const square = parameters[2 * width + unit] * parameters[2 * width + unit];
    for (let i = 0, k = unit * count; i < count; i++, k++)
      trace += features[k] * features[k] + square * slopes[k] * slopes[k] * (1 + x[i] * x[i]);
  }
  return count / trace;
}

/** One step: a move against the gradient where it stands, then the error where it has come to. */
export function gradientTrainer(
  net: Shallow,
  optimiser: OptimiserName,
  learningRate: number,
): Stepper {
  const { step, stateLength } = optimisers[optimiser];
  const gradient = new Float64Array(net.parameters.length);
  const state = new Float64Array(stateLength(net.parameters.length));
  let current = false;
  return {
    restart: () => {
      state.fill(0);
      current = false;
    },
    step: () => {
      if (!current) evaluateShallow(net);
      current = true;
      hiddenGradient(net, gradient);
      outputGradient(net, gradient);
      step(net.parameters, gradient, state, learningRate);
      return { error: evaluateShallow(net), stuck: false };
    },
  };
}
