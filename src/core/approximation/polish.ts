// Levenberg–Marquardt (Levenberg 1944, Marquardt 1963) on the knots of a piecewise-linear curve,
// the values eliminated: after each trial step they are solved anew (variable projection, Golub &
// Pereyra 1973). Every sample touches two knots and two values, so a step is O(N). On request the
// curve is kept balanced (balance.ts). No knot overtakes its neighbour: local; see moves.ts.

import { balanceValues, halfJump, imbalanceGradient } from './balance.ts';
import { BAND, factorBanded, solveBanded } from './banded.ts';
import { type HatWorkspace, hatWorkspace, solveValues } from './hats.ts';

/** A curve on [−1, 1]: knots with both ends, ascending, and its value at each. */
export interface Curve {
  readonly knots: Float64Array;
  readonly values: Float64Array;
  /** Squared error on the samples it was fitted to. */
  readonly error: number;
}

export interface Polisher {
  readonly hats: HatWorkspace;
  readonly trialKnots: Float64Array;
  readonly trialValues: Float64Array;
  readonly gradient: Float64Array;
  readonly normal: Float64Array;
  readonly band: Float64Array;
  readonly step: Float64Array;
  readonly constraint: Float64Array;
  readonly lagrange: Float64Array;
  /** Least distance of two knots: a thousandth of the samples' mean distance. */
  readonly closest: number;
}

/** Buffers for curves of at most maxKnots knots (ends included) on these samples. */
export function polisher(x: Float64Array, y: Float64Array, maxKnots: number): Polisher {
  const unknowns = () => new Float64Array(2 * maxKnots);
  return {
    hats: hatWorkspace(x, y, maxKnots),
    trialKnots: unknowns(),
    trialValues: unknowns(),
    gradient: unknowns(),
    normal: new Float64Array(2 * BAND * maxKnots),
    band: new Float64Array(2 * BAND * maxKnots),
    step: unknowns(),
    constraint: unknowns(),
    lagrange: unknowns(),
    closest: 2e-3 / x.length,
  };
}

export interface PolishOptions {
  readonly iterations: number;
  /** Stop when an iteration gains less than this part of the error. */
  readonly gain?: number;
  /** Give up when this squared error is out of reach of the iterations left, each gaining as the last. */
  readonly goal?: number;
  /** Coefficients k of the condition Σ k_p·slope_p = 0, one per piece. */
  readonly balance?: Float64Array | undefined;
}

const FIRST_DAMPING = 1e-3;
const LEAST_DAMPING = 1e-9;
const MOST_DAMPING = 1e4;
/** A knot goes at most this part of the way to its neighbour in one step. */
const REACH = 0.45;

/**
 * Normal matrix and gradient at the current knots and values from the sums in the workspace, in
 * unknowns (knot, value) in turn. A knot's unknown moves it along the mean of its two slopes, so
 * that its derivative is half the slope jump times its hat, whatever the slopes themselves.
 */
function assemble(work: Polisher, knots: Float64Array, values: Float64Array, count: number): void {
  const { nearNear, nearFar, farFar, near, far } = work.hats;
  const { normal, gradient } = work;
  normal.fill(0, 0, 2 * BAND * count);
  gradient.fill(0, 0, 2 * count);
  let halfLeft = 0;
  for (let p = 0; p < count - 1; p++) {
    const halfRight = p === count - 2 ? 0 : halfJump(knots, values, p + 1);
    const row = 2 * p;
    const next = BAND * (row + 2);
    normal[BAND * row] += halfLeft * halfLeft * nearNear[p];
    normal[BAND * (row + 1)] += nearNear[p];
    normal[BAND * (row + 1) + 1] -= halfLeft * nearNear[p];
    normal[next] += halfRight * halfRight * farFar[p];
    normal[next + 1] += halfRight * nearFar[p];
    normal[next + 2] -= halfLeft * halfRight * nearFar[p];
    normal[next + BAND] += farFar[p];
    normal[next + BAND + 1] += halfRight * farFar[p];
    normal[next + BAND + 2] += nearFar[p];
    normal[next + BAND + 3] -= halfLeft * nearFar[p];
    gradient[row] -= halfLeft * near[p];
    gradient[row + 1] += near[p];
    gradient[row + 2] += halfRight * far[p];
    gradient[row + 3] += far[p];
    halfLeft = halfRight;
  }
}

/** Damped step into work.step; false if the damped matrix is not positive definite. */
function solveStep(work: Polisher, count: number, damping: number, balanced: boolean): boolean {
  const { normal, band, step, gradient, constraint, lagrange } = work;
  const size = 2 * count;
  for (let i = 0; i < BAND * size; i++) band[i] = normal[i];
  for (let p = 0; p < count; p++) {
    // The ends' knots do not move and a knot without kink has no effect: their rows are bare.
    band[2 * BAND * p] = band[2 * BAND * p] * (1 + damping) + 1e-30;
    band[2 * BAND * p + BAND] += 1e-11;
  }
  if (!factorBanded(band, size)) return false;
  for (let i = 0; i < size; i++) step[i] = -gradient[i];
  solveBanded(band, step, size);
  if (!balanced) return true;
  for (let i = 0; i < size; i++) lagrange[i] = constraint[i];
  solveBanded(band, lagrange, size);
  let along = 0;
  let across = 0;
  for (let i = 0; i < size; i++) {
    along += constraint[i] * step[i];
    across += constraint[i] * lagrange[i];
  }
  if (across > 0) for (let i = 0; i < size; i++) step[i] -= (along / across) * lagrange[i];
  return true;
}

/** Trial knots: the step, each knot held within REACH of its neighbours and apart from them. */
function moveKnots(work: Polisher, knots: Float64Array, count: number): void {
  const { trialKnots, step, closest } = work;
  trialKnots[0] = knots[0];
  for (let p = 1; p < count - 1; p++) {
    const left = Math.max(0, knots[p] - knots[p - 1] - closest) * REACH;
    const right = Math.max(0, knots[p + 1] - knots[p] - closest) * REACH;
    trialKnots[p] = knots[p] + Math.max(-left, Math.min(right, step[2 * p]));
  }
  trialKnots[count - 1] = knots[count - 1];
}

/**
 * Improve knots and values in place. Never worse than values solved at the given knots.
 * @returns the squared error reached
 */
export function polish(
  work: Polisher,
  knots: Float64Array,
  values: Float64Array,
  { iterations, gain = 1e-7, goal = Number.POSITIVE_INFINITY, balance }: PolishOptions,
): number {
  const count = knots.length;
  const { hats, trialKnots, trialValues, constraint, lagrange } = work;
  const solve = (t: Float64Array, v: Float64Array): number => {
    const free = solveValues(hats, t, v, count);
    return balance ? balanceValues(hats, t, v, balance, count, lagrange) : free;
  };
  let error = solve(knots, values);
  let damping = FIRST_DAMPING;
  let idle = 0;
  for (let iteration = 0; iteration < iterations && count > 2 && idle < 2; iteration++) {
    assemble(work, knots, values, count);
    if (balance) imbalanceGradient(knots, values, balance, count, constraint);
    const before = error;
    let better = false;
    while (!better && damping < MOST_DAMPING) {
      if (solveStep(work, count, damping, balance !== undefined)) {
        moveKnots(work, knots, count);
        for (let p = 0; p < count; p++) trialValues[p] = values[p];
        const trial = solve(trialKnots, trialValues);
        if (trial < error) {
          better = true;
          idle = error - trial < gain * error ? idle + 1 : 0;
          error = trial;
          for (let p = 0; p < count; p++) {
            knots[p] = trialKnots[p];
            values[p] = trialValues[p];
          }
        }
      }
      damping = better ? Math.max(LEAST_DAMPING, damping / 10) : damping * 10;
    }
    if (!better || error - (before - error) * (iterations - 1 - iteration) > goal) break;
  }
  return error;
}
