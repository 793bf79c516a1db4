// Which hidden units have stopped learning: apart from the trials, so that a page can tell without
// loading what trains.

import { activations } from './activations.ts';
import type { PlanePoint } from './datasets.ts';
import { type Mlp, trace } from './mlp.ts';

/** Below this |σ′| at every point a smooth unit counts as dead: its weights get no gradient. */
const DEAD_SLOPE = 1e-4;

/**
 * Units of the first hidden layer that can learn nothing from these points, since |σ′| is below
 * 10⁻⁴ at all of them: for ReLU the sum is ≤ 0 at every point, tanh and sigmoid are saturated. For
 * leaky ReLU and other functions without a flat part there are none; for the step, all are.
 */
export const deadUnitsOf = (
  mlp: Mlp,
  parameters: Float64Array,
  points: readonly PlanePoint[],
): readonly number[] => {
  const { derivative } = activations[mlp.layers[0].activation];
  const sums = points.map(({ x1, x2 }) => trace(mlp, parameters, [x1, x2]).sums[0]);
  const units = Array.from({ length: mlp.sizes[1] }, (_, unit) => unit);
  return units.filter((unit) => sums.every((z) => Math.abs(derivative(z[unit])) < DEAD_SLOPE));
};
