// A trained network as the layers that regions.ts cuts the plane along.

import type { Mlp } from './mlp.ts';
import { piecesOf, piecewiseLinear } from './piecewise-linear.ts';
import type { PiecewiseLinearLayer } from './regions.ts';

/**
 * The layers of a network for `linearRegions`, or undefined when a hidden activation is curved. The
 * output layer is taken as its weighted sum: an increasing output activation, such as the sigmoid,
 * moves no boundary but its level (0.5 becomes 0). Parameters as in mlp.ts.
 */
export function piecewiseLinearLayers(
  mlp: Mlp,
  parameters: Float64Array,
): PiecewiseLinearLayer[] | undefined {
  const layers: PiecewiseLinearLayer[] = [];
  for (const [l, layer] of mlp.layers.entries()) {
    const last = l === mlp.layers.length - 1;
    const activation = last ? piecewiseLinear.identity : piecesOf(layer.activation);
    if (!activation) return undefined;
    const { weightOffset, biasOffset, outputs } = layer;
    layers.push({
      weights: parameters.subarray(weightOffset, biasOffset),
      bias: parameters.subarray(biasOffset, biasOffset + outputs),
      activation,
    });
  }
  return layers;
}
