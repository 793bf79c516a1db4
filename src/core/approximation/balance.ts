// The one linear condition that separates H knots from a network of H ReLU units: Σ k_p·slope_p = 0
// over the pieces, k_p in {−1, 0, 1} from the sides the units face (network.ts). Here: its
// derivative, and the least-squares way of values onto it.

import { type HatWorkspace, residualSums, solveHats } from './hats.ts';

export function slope(knots: Float64Array, values: Float64Array, piece: number): number {
  return (values[piece + 1] - values[piece]) / (knots[piece + 1] - knots[piece]);
}

/** Half the slope jump at inner knot p. */
export function halfJump(knots: Float64Array, values: Float64Array, p: number): number {
  return (slope(knots, values, p) - slope(knots, values, p - 1)) / 2;
}

/** Σ k_p·slope_p. */
function imbalance(
  knots: Float64Array,
  values: Float64Array,
  balance: Float64Array,
  count: number,
): number {
  let sum = 0;
  for (let p = 0; p < count - 1; p++) sum += balance[p] * slope(knots, values, p);
  return sum;
}

/** Derivative of the imbalance in (knot, value) unknowns, a knot moving along its mean slope. */
export function imbalanceGradient(
  knots: Float64Array,
  values: Float64Array,
  balance: Float64Array,
  count: number,
  out: Float64Array,
): void {
  out.fill(0, 0, 2 * count);
  for (let p = 0; p < count - 1; p++) {
    const weight = balance[p] / (knots[p + 1] - knots[p]);
    out[2 * p + 1] -= weight;
    out[2 * p + 3] += weight;
    if (p > 0) out[2 * p] -= weight * halfJump(knots, values, p);
    if (p < count - 2) out[2 * p + 2] -= weight * halfJump(knots, values, p + 1);
  }
}

/**
 * After solveValues at the same knots: move the values, at the least cost in squared error, onto
 * Σ k_p·slope_p = 0 (one Lagrange multiplier). `direction` is a buffer of ≥ count.
 * @returns the squared error with the condition met
 */
export function balanceValues(
  hats: HatWorkspace,
  knots: Float64Array,
  values: Float64Array,
  balance: Float64Array,
  count: number,
  direction: Float64Array,
): number {
  direction.fill(0, 0, count);
  for (let p = 0; p < count - 1; p++) {
    const weight = balance[p] / (knots[p + 1] - knots[p]);
    direction[p] -= weight;
    direction[p + 1] += weight;
  }
  solveHats(hats, direction, count);
  const excess = imbalance(knots, values, balance, count);
  const rate = imbalance(knots, direction, balance, count);
  if (rate > 0) {
    const multiplier = excess / rate;
    for (let p = 0; p < count; p++) values[p] -= multiplier * direction[p];
  }
  return residualSums(hats, knots, values, count);
}
