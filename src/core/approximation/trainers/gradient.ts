// First order: gradient descent and Adam on all parameters, by the core's optimisers. The loss is half the
// mean squared error, as in losses.ts, so that learning rates mean the same here as elsewhere.

import type { Kernel } from '../../kernel.ts';
import { type OptimiserName, optimisers } from '../../optimisers.ts';
import { dotRange } from './cholesky.ts';
import { evaluateShallow, evaluateSlopes, type Shallow, timesSlopes } from './shallow.ts';
import type { UnitBlock } from './shallow-rooms.ts';
import type { Stepper } from './stepper.ts';

/**
 * Gradient by w and b of the hidden layer from the current features and residual, into `gradient`
 * (w first). Overwrites the slopes.
 */
export function hiddenGradient(net: Shallow, gradient: Float64Array): void {
  for (const block of net.blocks) {
    if (net.kernel !== null) hiddenByKernel(net.kernel, net, block, gradient);
    else hiddenOfBlock(net, block, gradient);
  }
}

function hiddenOfBlock(net: Shallow, block: UnitBlock, gradient: Float64Array): void {
  const { width, x, parameters, residual } = net;
  const { first, units, slopes } = block;
  const count = x.length;
  for (let u = 0, row = 0; u < units; u++, row += count) {
    const height = parameters[2 * width + first + u] / count;
    for (let i = 0; i < count; i++) slopes[row + i] = height * residual[i];
  }
  timesSlopes(net, block);
  for (let u = 0, row = 0; u < units; u++, row += count) {
    let byBias = 0;
    for (let i = 0; i < count; i++) byBias += slopes[row + i];
    gradient[first + u] = dotRange(slopes, row, x, 0, count);
    gradient[width + first + u] = byBias;
  }
}

function hiddenByKernel(
  kernel: Kernel,
  net: Shallow,
  block: UnitBlock,
  gradient: Float64Array,
): void {
  const { width, x, parameters, residual, heights } = net;
  const { first, units, slopes } = block;
  const count = x.length;
  for (let u = 0; u < units; u++) heights[u] = parameters[2 * width + first + u] / count;
  const from = slopes.byteOffset;
  const to = gradient.byteOffset + 8 * first;
  kernel.combine(from, units, residual.byteOffset, 1, count, heights.byteOffset, 1, 1, 0);
  timesSlopes(net, block);
  kernel.rowDots(from, units, x.byteOffset, count, to);
  kernel.rowSums(from, units, count, to + 8 * width);
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
  const { width, x, parameters } = net;
  const count = x.length;
  evaluateShallow(net);
  let trace = count;
  for (const block of net.blocks) {
    const { first, units, features, slopes } = block;
    evaluateSlopes(net, block);
    for (let u = 0, k = 0; u < units; u++) {
      const height = parameters[2 * width + first + u];
      for (let i = 0; i < count; i++, k++) {
        trace +=
          features[k] * features[k] + height * height * slopes[k] * slopes[k] * (1 + x[i] * x[i]);
      }
    }
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
