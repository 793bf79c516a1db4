// What theory guarantees before any search, from the samples alone. All of it holds for the polygon
// through the samples, hence for the samples themselves; for the function behind them only as far as they
// show its variation. Constructive and simple (equal shares of variation), so the true optimum is below.

import { pow } from '../elementary.ts';
import type { Samples } from './samples.ts';

/** Total variation of the samples, TV(f) = Σ|yᵢ₊₁ − yᵢ|. */
export function variation({ y }: Pick<Samples, 'y'>): number {
  let sum = 0;
  for (let i = 1; i < y.length; i++) sum += Math.abs(y[i] - y[i - 1]);
  return sum;
}

/** Total variation of the slope of the polygon through the samples, TV(f′). */
export function slopeVariation({ x, y }: Pick<Samples, 'x' | 'y'>): number {
  let sum = 0;
  for (let i = 2; i < y.length; i++) {
    const left = (y[i - 1] - y[i - 2]) / (x[i - 1] - x[i - 2]);
    const right = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
    sum += Math.abs(right - left);
  }
  return sum;
}

/**
 * TV(f′)/(2H²): some ReLU network of width H ≥ 1 stays within this of the polygon everywhere on [−1, 1].
 * Proof: cut into H pieces with length × variation of f′ at most 2·TV(f′)/H² each (equal shares of a
 * product); interpolating on a piece errs by at most a quarter of its product; H − 1 inner knots and the
 * first slope take H units. For a function with a jump TV(f′) grows with the number of samples: the bound
 * stays true on them and says nothing in between.
 */
export function reluBound(slopeTotal: number, width: number): number {
  return slopeTotal / (2 * width * width);
}

/**
 * TV(f)/(2(H + 1)): H sigmoids, steep enough, come within any ε more than this of the samples; of the
 * function everywhere, if it is continuous. Proof: H + 1 constant pieces of equal variation, each at its
 * mid-range. Jumps of f are allowed for the samples.
 */
export function sigmoidBound(total: number, width: number): number {
  return total / (2 * (width + 1));
}

/**
 * C in RMS → C·(H + 1)⁻² for the best piecewise-linear curve of H knots as H grows, f twice
 * differentiable: C = (∫|f″|^(2/5))^(5/2)/√1440 (after de Boor 1973 for free knots). An asymptote, not a
 * bound; from second differences, so noise in the samples counts as curvature.
 */
export function asymptoticConstant({ x, y }: Pick<Samples, 'x' | 'y'>): number {
  let integral = 0;
  for (let i = 1; i < y.length - 1; i++) {
    const left = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
    const right = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    const length = (x[i + 1] - x[i - 1]) / 2;
    const curvature = Math.abs(right - left) / length;
    if (curvature > 0) integral += length * pow(curvature, 2 / 5);
  }
  // The two end samples have no second difference: stretch to the whole interval.
  const covered = y.length > 2 ? (x[y.length - 1] + x[y.length - 2] - x[0] - x[1]) / 2 : 1;
  return pow((integral * 2) / covered, 5 / 2) / Math.sqrt(1440);
}
