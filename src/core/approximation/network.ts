// From a piecewise-linear curve to a plain ReLU network of the same width that draws it. H − 1 knots can
// always be had: the last unit, active on the whole interval, carries the first slope. All H knots can be
// had if the units' sides balance (sides.ts); then the curve is polished once more under that condition,
// exactly, and the better of the two networks is kept.

import { type Parts, whole } from '../parts.ts';
import { slope } from './balance.ts';
import { balancedCurve } from './balanced.ts';
import { CERTIFIED_WITHIN, type OptimalCurve } from './curve.ts';
import { evaluator } from './evaluator.ts';
import { errorsOf } from './measure.ts';
import type { Samples } from './samples.ts';
import type { Sides } from './sides.ts';

export interface OptimalNetwork {
  readonly width: number;
  /** W1 (H), b1 (H), W2 (H), b2 (1) of y = b2 + Σ W2ᵢ·relu(W1ᵢx + b1ᵢ). */
  readonly parameters: Float64Array;
  /** RMS of this very network on the samples, evaluated unit by unit. */
  readonly rms: number;
  /** No ReLU network of this width has a smaller RMS on the samples; 0 if not computed. */
  readonly lowerBound: number;
  /** rms / lowerBound, 1 if both are nothing: the best network is at most this factor better. */
  readonly ratio: number;
}

const reluRms = (parameters: Float64Array, samples: Samples): number =>
  errorsOf(evaluator('relu', parameters), samples).rms;

/**
 * Units for the curve's knots; spare ones carry the first slope (one) or nothing.
 * With as many knots as units, `sides` must balance.
 */
function unitsOf(knots: Float64Array, values: Float64Array, sides: Sides, width: number) {
  const parameters = new Float64Array(3 * width + 1);
  const inner = knots.length - 2;
  let constant = values[0];
  for (let p = 0; p < inner; p++) {
    const left = sides[p];
    const place = knots[p + 1];
    const jump = slope(knots, values, p + 1) - slope(knots, values, p);
    parameters[p] = left ? -1 : 1;
    parameters[width + p] = left ? place : -place;
    parameters[2 * width + p] = jump;
    if (left) constant -= jump * (place + 1);
  }
  for (let unit = inner; unit < width; unit++) {
    // The first spare unit's kink is the left end; idle ones are spread, ready to be used.
    parameters[unit] = 1;
    parameters[width + unit] = 1 - (2 * (unit - inner)) / (width - inner);
  }
  if (inner < width) parameters[2 * width + inner] = slope(knots, values, 0);
  parameters[3 * width] = constant;
  return parameters;
}

/** The best network of a width, from the curve of optima; any width from 0. */
export const optimalNetwork = (...task: Parameters<typeof optimalNetworkInParts>) =>
  whole(optimalNetworkInParts(...task));

/** The same, left now and then. */
export function* optimalNetworkInParts(
  samples: Samples,
  { widths, negligible }: OptimalCurve,
  width: number,
): Parts<OptimalNetwork> {
  if (!Number.isInteger(width) || width < 0)
    throw new RangeError(`width must be a whole number from 0: got ${width}`);
  const roomy = widths[Math.min(width === 0 ? 0 : width - 1, widths.length - 1)].curve;
  let parameters = unitsOf(roomy.knots, roomy.values, [], width);
  let rms = reluRms(parameters, samples);
  const full = widths[width]?.curve;
  if (full && full.knots.length === width + 2 && rms > negligible) {
    const goal = full.error * (1 + CERTIFIED_WITHIN);
    const { knots, values, sides } = yield* balancedCurve(samples, full, roomy, goal);
    const balanced = unitsOf(knots, values, sides, width);
    const balancedRms = reluRms(balanced, samples);
    if (balancedRms < rms) [parameters, rms] = [balanced, balancedRms];
  }
  const lowerBound = widths[width]?.lowerBound ?? 0;
  return { width, parameters, rms, lowerBound, ratio: rms <= negligible ? 1 : rms / lowerBound };
}
