// A network of one hidden layer from its parameters alone, w (H), b (H), a (H), c: what pages want of it, apart
// from what trains it.

import { type ActivationName, activations } from '../activations.ts';
import type { Evaluate } from './measure.ts';

/** The network at any x in [−1, 1], for measuring and drawing. */
export function evaluator(activation: ActivationName, parameters: Float64Array): Evaluate {
  const { value } = activations[activation];
  const width = (parameters.length - 1) / 3;
  return (x, out) => {
    out.fill(parameters[3 * width]);
    for (let unit = 0; unit < width; unit++) {
      const weight = parameters[unit];
      const bias = parameters[width + unit];
      const height = parameters[2 * width + unit];
      if (height === 0) continue;
      for (let i = 0; i < x.length; i++) out[i] += height * value(weight * x[i] + bias);
    }
  };
}
