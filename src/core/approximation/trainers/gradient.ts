// First order: gradient descent and Adam on all parameters, by the core's optimisers. The loss is half the
// mean squared error, as in losses.ts, so that learning rates mean the same here as elsewhere.

import { type OptimiserName, optimisers } from '../../optimisers.ts';
import { combine, rowsOf } from '../../rows.ts';
import { addRowDots, dotOf } from './dots.ts';
import type { Shallow } from './shallow.ts';
import type { Tile } from './shallow-rooms.ts';
import type { Stepper } from './stepper.ts';
import { type Changed, evaluateSlopes, evaluateUnits, sweep, timesSlopes } from './sweep.ts';

/** The tile's part of the hidden layer's gradient: by b added up, by w in partial sums. */
function addHidden(net: Shallow, tile: Tile, gradient: Float64Array): void {
  const { width, parameters, kernel, heights, slopePartials } = net;
  const { x, count, residual, slopes } = tile;
  const all = net.x.length;
  for (let u = 0; u < width; u++) heights[u] = parameters[2 * width + u] / all;
  if (kernel === null) {
    const [rows, input] = [rowsOf(slopes, count), rowsOf(residual, count)];
    combine(rows, 0, width, input, heights, 0, 1, 1, -1);
  } else {
    const [to, from] = [slopes.byteOffset, residual.byteOffset];
    kernel.combine(to, width, from, 1, count, heights.byteOffset, 1, 1, 0);
  }
  timesSlopes(net, tile);
  addRowDots(slopes, width, x, slopePartials, kernel);
  if (kernel !== null) {
    kernel.rowSums(slopes.byteOffset, width, count, gradient.byteOffset + 8 * width);
    return;
  }
  for (let u = 0, row = 0; u < width; u++, row += count) {
    let byBias = gradient[width + u];
    for (let i = 0; i < count; i++) byBias += slopes[row + i];
    gradient[width + u] = byBias;
  }
}

/**
 * Makes what fills `gradient` at the current parameters: by w and b of the hidden layer and, if it is as
 * long, by a and c. Returns the squared error, 0 if nothing has changed. Overwrites the slopes.
 */
export function gradientSweep(net: Shallow, gradient: Float64Array): (changed: Changed) => number {
  const { width, residual, partials, slopePartials, kernel } = net;
  const count = residual.length;
  const whole = gradient.length > 2 * width;
  const add = (tile: Tile): void => {
    if (whole) addRowDots(tile.features, width, tile.residual, partials, kernel);
    addHidden(net, tile, gradient);
  };
  return (changed) => {
    partials.fill(0);
    slopePartials.fill(0);
    gradient.fill(0);
    const error = sweep(net, changed, add);
    for (let u = 0; u < width; u++) gradient[u] = dotOf(slopePartials, u);
    if (!whole) return error;
    for (let u = 0; u < width; u++) gradient[2 * width + u] = dotOf(partials, u) / count;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += residual[i];
    gradient[3 * width] = sum / count;
    return error;
  };
}

/**
 * A learning rate at which gradient descent does not overshoot where it stands: 1 over the trace of the
 * Gauss–Newton matrix of the loss, which its largest curvature cannot exceed.
 */
export function steadyRate(net: Shallow): number {
  const { width, parameters, tiles } = net;
  let trace = net.x.length;
  for (let u = 0; u < width; u++) {
    const height = parameters[2 * width + u];
    for (const tile of tiles) {
      const { x, count, features, slopes } = tile;
      evaluateUnits(net, tile, u, u + 1);
      evaluateSlopes(net, tile, u, u + 1);
      for (let i = 0, k = u * count; i < count; i++, k++) {
        trace +=
          features[k] * features[k] + height * height * slopes[k] * slopes[k] * (1 + x[i] * x[i]);
      }
    }
  }
  return net.x.length / trace;
}

/** One step: a move against the gradient where it stands, then error and gradient where it has come to. */
export function gradientTrainer(
  net: Shallow,
  optimiser: OptimiserName,
  learningRate: number,
): Stepper {
  const { step, stateLength } = optimisers[optimiser];
  const { gradient, kernel } = net;
  const state = net.state.subarray(0, stateLength(net.parameters.length)).fill(0);
  const evaluate = gradientSweep(net, gradient);
  let current = false;
  return {
    restart: () => {
      state.fill(0);
      current = false;
    },
    step: () => {
      if (!current) evaluate('hidden');
      current = true;
      step(net.parameters, gradient, state, learningRate, kernel);
      return { error: evaluate('hidden'), stuck: false };
    },
  };
}
