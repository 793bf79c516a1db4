// Between first and second order: the output layer solved exactly (ridge least squares), Adam on the
// hidden layer with what is left. The output layer is what plain descent is slowest at, since the features'
// normal matrix is badly conditioned (10⁷ for 64 ReLUs), and it is linear: no need to learn it.

import { optimisers } from '../../optimisers.ts';
import type { Parts } from '../../parts.ts';
import { gradientSweep } from './gradient.ts';
import { solveOutputInParts } from './output-layer.ts';
import type { Shallow } from './shallow.ts';
import { inParts, type Stepper } from './stepper.ts';

const RIDGE = 1e-10;
/** Wider networks are solved every PERIOD-th step only: a solution costs O(NH² + H³). */
const WIDE = 128;
const PERIOD = 16;

export function lastLayer(net: Shallow, learningRate: number): Stepper {
  const { width, parameters } = net;
  const hidden = parameters.subarray(0, 2 * width);
  const gradient = net.gradient.subarray(0, 2 * width);
  const state = net.state.subarray(0, optimisers.adam.stateLength(2 * width)).fill(0);
  const period = width > WIDE ? PERIOD : 1;
  let steps = 0;
  const evaluate = gradientSweep(net, gradient);
  function* settle(): Parts<number> {
    if (steps++ % period !== 0) return evaluate('hidden');
    const error = yield* solveOutputInParts(net, RIDGE);
    if (net.tiles.length > 1) yield;
    evaluate('nothing');
    return error;
  }
  return {
    restart: () => {
      state.fill(0);
      steps = 0;
    },
    step: inParts(function* () {
      if (steps === 0) yield* settle();
      optimisers.adam.step(hidden, gradient, state, learningRate, net.kernel);
      return { error: yield* settle(), stuck: false };
    }),
  };
}
