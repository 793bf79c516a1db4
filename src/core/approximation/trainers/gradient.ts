// First order: gradient descent and Adam on all parameters, by the core's optimisers. The loss is half the
// mean squared error, as in losses.ts, so that learning rates mean the same here as elsewhere.

import type { Kernel } from '../../kernel.ts';
import { type OptimiserName, optimisers } from '../../optimisers.ts';
import { dotRange } from './cholesky.ts';
import { evaluateShallow, evaluateSlopes, type Shallow, timesSlopes } from './shallow.ts';
import type { Stepper } from './stepper.ts';

/**
 * Gradient by w and b of the hidden layer from the current features and residual, into `gradient`
 * (w first). Overwrites the slopes.
 */
export function hiddenGradient(net: Shallow, gradient: Float64Array): void {
  const { width, x, parameters, sums, features, slopes, residual, loops, kernel } = net;
  const count = x.length;
  if (kernel !== null) {
    hiddenByKernel(kernel, net, gradient);
    return;
  }
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

function hiddenByKernel(kernel: Kernel, net: Shallow, gradient: Float64Array): void {
  const { width, x, parameters, slopes, residual, heights } = net;
  const count = x.length;
  for (let unit = 0; unit < width; unit++) heights[unit] = parameters[2 * width + unit] / count;
  const from = slopes.byteOffset;
  const to = gradient.byteOffset;
  kernel.combine(from, width, residual.byteOffset, 1, count, heights.byteOffset, 1, 1, 0);
  timesSlopes(net);
  kernel.rowDots(from, width, x.byteOffset, count, to);
  kernel.rowSums(from, width, count, to + 8 * width);
}

function outputGradient(net: Shallow, gradient: Float64Array): void {
  const { width, features, residual, kernel } = net;
  const count = residual.length;
  let sum = 0;
  const to = gradient.byteOffset + 16 * width;
  if (kernel !== null) kernel.rowDots(features.byteOffset, width, residual.byteOffset, count, to);
  for (let unit = 0; unit < width; unit++) {
    const dot =
      kernel === null
        ? dotRange(features, unit * count, residual, 0, count)
        : gradient[2 * width + unit];
    gradient[2 * width + unit] = dot / count;
  }
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
  const { gradient, kernel } = net;
  const state = net.state.subarray(0, stateLength(net.parameters.length)).fill(0);
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
      step(net.parameters, gradient, state, learningRate, kernel);
      return { error: evaluateShallow(net), stuck: false };
    },
  };
}
