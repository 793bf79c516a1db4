// The best curve that a network of H ReLU units can draw with all H kinks inside the interval: as many knots
// as units, and the sides they face in balance (sides.ts). Wide networks balance at no cost; narrow ones
// are bound by it, so that many knots and all sides are tried. Polishing keeps the condition exactly.

import type { Parts } from '../parts.ts';
import { solveValues } from './hats.ts';
import { withKnot } from './moves.ts';
import { type Curve, type Polisher, polish, polisher } from './polish.ts';
import type { Samples } from './samples.ts';
import { balanceOf, type Sides, sideChoices } from './sides.ts';

/** Up to this width every choice of sides is tried, from many sets of knots. */
const NARROW = 6;
const PLACES = 12;
/** Above it, the most nearly balanced choices only. */
const CHOICES = 6;
const MOST_PASSES = 6;
const NUDGES = [-8, -4, -2, -1, -0.5, 0.5, 1, 2, 4, 8] as const;
/** Rounds of polishing: how many trials go on, and for how many iterations. */
const ROUNDS = [
  [64, 4],
  [12, 15],
  [3, 80],
] as const;

export interface BalancedCurve {
  readonly sides: Sides;
  readonly knots: Float64Array;
  readonly values: Float64Array;
  readonly error: number;
}

function polishBalanced(
  work: Polisher,
  trial: Omit<BalancedCurve, 'error'>,
  iterations: number,
): BalancedCurve {
  const error = polish(work, trial.knots, trial.values, {
    iterations,
    balance: balanceOf(trial.sides),
  });
  return { ...trial, error };
}

/**
 * Move single knots by sample distances, with values and balance solved anew: past the creases of
 * the error at samples, where polishing halts.
 */
function* nudge(work: Polisher, start: BalancedCurve): Parts<BalancedCurve> {
  const distance = 2 / work.hats.x.length;
  let best = start;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    yield;
    const before = best.error;
    for (let p = 1; p < start.knots.length - 1; p++)
      for (const offset of NUDGES) {
        const knots = best.knots.slice();
        knots[p] += offset * distance;
        if (knots[p] - knots[p - 1] < work.closest || knots[p + 1] - knots[p] < work.closest)
          continue;
        const trial = polishBalanced(work, { ...best, knots, values: best.values.slice() }, 0);
        if (trial.error < best.error) best = trial;
      }
    const { sides, knots, values } = best;
    const polished = { sides, knots: knots.slice(), values: values.slice() };
    best = polishBalanced(work, polished, 20);
    if (!(best.error < before * (1 - 1e-6))) break;
  }
  return best;
}

/** The two knots of each riser, which sit on samples, moved between them: free to be steeper. */
function gatherRisers(knots: Float64Array, riser: number): Float64Array {
  const gathered = knots.slice();
  for (let p = 2; p < knots.length - 1; p++) {
    const gap = knots[p] - knots[p - 1];
    if (gap >= riser) continue;
    gathered[p - 1] += gap / 4;
    gathered[p] -= gap / 4;
  }
  return gathered;
}

/**
 * Sets of knots to start from. Narrow networks are bound by the balance, not by the knots, so that
 * the best curve's knots can be far from theirs: there, many sets are tried.
 */
function startingKnots(full: Curve, roomy: Curve, riser: number): Float64Array[] {
  const width = full.knots.length - 2;
  const starts = [full.knots];
  if (full.knots.some((knot, p) => p > 0 && knot - full.knots[p - 1] < riser))
    starts.push(gatherRisers(full.knots, riser));
  if (width > NARROW) return starts;
  for (let place = 1; place < PLACES; place++) {
    const knots = withKnot(roomy.knots, -1 + (2 * place) / PLACES);
    if (knots.length === width + 2) starts.push(knots);
  }
  for (let skew = -2; skew <= 2; skew++)
    starts.push(
      Float64Array.from({ length: width + 2 }, (_, p) => {
        const even = -1 + (2 * p) / (width + 1);
        return even + 0.2 * skew * (1 - even * even);
      }),
    );
  return starts;
}

/**
 * Best curve found with as many inner knots as `full` whose units' sides balance; `roomy` is the best
 * of one knot fewer. Stops early at a squared error of `goal`. Width ≥ 1.
 */
export function* balancedCurve(
  { x, y }: Pick<Samples, 'x' | 'y'>,
  full: Curve,
  roomy: Curve,
  goal: number,
): Parts<BalancedCurve> {
  const width = full.knots.length - 2;
  const work = polisher(x, y, width + 2);
  let trials: BalancedCurve[] = [];
  for (const start of startingKnots(full, roomy, 3 / x.length)) {
    const free = new Float64Array(width + 2);
    solveValues(work.hats, start, free, width + 2);
    for (const sides of sideChoices(start, free, width > NARROW ? CHOICES : 1 << width))
      trials.push(polishBalanced(work, { sides, knots: start.slice(), values: free.slice() }, 0));
  }
  const byError = (a: BalancedCurve, b: BalancedCurve) => a.error - b.error;
  for (const [most, iterations] of ROUNDS)
    trials = trials
      .sort(byError)
      .slice(0, most)
      .map((trial) => polishBalanced(work, trial, iterations));
  trials.sort(byError);
  if (trials[0].error <= goal) return trials[0];
  const nudged: BalancedCurve[] = [];
  for (const trial of trials) nudged.push(yield* nudge(work, trial));
  return nudged.sort(byError)[0];
}
