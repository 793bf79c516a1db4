// The search behind curve.ts: one best curve per width, improved by moves between neighbouring widths
// and at equal width, each followed by a polish and kept only where it wins. Deterministic.

import { solveValues } from './hats.ts';
import type { PrefixSums } from './moments.ts';
import { deletionCosts, insertions, withKnot, without } from './moves.ts';
import { type Curve, type Polisher, polish } from './polish.ts';
import { shiftKnots } from './shift.ts';

const MOVE_ITERATIONS = 12;
const LAST_ITERATIONS = 100;
const MOST_SHIFTS = 8;
/** Offsets tried together, in sample distances: fine, then wide. */
const SHIFTS = [
  [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2],
  [-8, -5, -3, -1, 0, 1, 3, 5, 8],
] as const;
/** A move must gain this part of the squared error to be worth keeping. */
const WORTH = 1e-7;

export interface Search {
  readonly work: Polisher;
  readonly sums: PrefixSums;
  readonly best: Curve[];
  /** Squared error below which a width needs no more search: bound reached, or nothing left. */
  readonly goal: Float64Array;
}

/** Polish the curve with these knots (ends included) and keep it for the width if it wins. */
export function offer(
  search: Search,
  width: number,
  knots: Float64Array,
  iterations: number,
): boolean {
  const { work, best } = search;
  if (knots.length > width + 2) return false;
  const values = new Float64Array(knots.length);
  const goal = best[width].error * (1 - WORTH);
  const error = polish(work, knots, values, { iterations, goal });
  if (!(error < goal)) return false;
  best[width] = { knots, values, error };
  return true;
}

/** Whether a width still has something to gain. */
export function open({ best, goal }: Search, width: number): boolean {
  return best[width].error > goal[width];
}

/** A wider network can do what a narrower one does. */
export function inherit({ best }: Search): void {
  for (let width = 1; width < best.length; width++)
    if (best[width].error > best[width - 1].error) best[width] = best[width - 1];
}

/** Delete the knot that matters least (or the rank-th after it) from the next wider curve. */
export function shrink(search: Search, width: number, rank: number): boolean {
  const { work, best } = search;
  const wider = best[width + 1];
  if (wider.knots.length < width + 3) return false;
  const values = wider.values.slice();
  solveValues(work.hats, wider.knots, values, values.length);
  const p = cheapest(deletionCosts(work.hats, wider.knots, values), rank);
  return p > 0 && offer(search, width, without(wider.knots, p), MOVE_ITERATIONS);
}

/** Add a knot to the next narrower curve where it helps most, or rank-th most. */
export function grow(search: Search, width: number, rank: number): boolean {
  const { work, best } = search;
  const narrower = best[width - 1];
  const insertion = insertions(work.hats, narrower.knots, narrower.values)[rank];
  if (!insertion) return false;
  return offer(search, width, withKnot(narrower.knots, insertion.place), MOVE_ITERATIONS);
}

/** At the same width: one knot more where it helps most (or rank-th most), polished, then one less. */
export function swap(search: Search, width: number, rank: number): boolean {
  const { work, best } = search;
  const current = best[width];
  const insertion = insertions(work.hats, current.knots, current.values)[rank];
  if (!insertion) return false;
  const more = withKnot(current.knots, insertion.place);
  const values = new Float64Array(more.length);
  polish(work, more, values, { iterations: MOVE_ITERATIONS });
  const p = cheapest(deletionCosts(work.hats, more, values), 0);
  return p > 0 && offer(search, width, without(more, p), MOVE_ITERATIONS);
}

/** Index of the rank-th smallest finite cost, 0 (an end, never deleted) if there is none. */
function cheapest(costs: Float64Array, rank: number): number {
  const inner = Array.from(costs.keys()).filter((p) => costs[p] < Number.POSITIVE_INFINITY);
  return inner.sort((a, b) => costs[a] - costs[b])[rank] ?? 0;
}

/** Move all knots at once by whole or half sample distances, as long as it helps. */
export function shift(search: Search, width: number): boolean {
  const { work, best, sums } = search;
  const { x } = work.hats;
  const distance = 2 / x.length;
  let improved = false;
  let stale = 0;
  for (let round = 0; round < MOST_SHIFTS && stale < SHIFTS.length; round++) {
    const offsets = SHIFTS[round % SHIFTS.length].map((offset) => offset * distance);
    const moved = shiftKnots(x, sums, best[width].knots, offsets, work.closest);
    const won =
      moved.some((knot, p) => knot !== best[width].knots[p]) &&
      offer(search, width, moved, MOVE_ITERATIONS);
    stale = won ? 0 : stale + 1;
    improved = won || improved;
  }
  return improved;
}

/** Polish a width's best curve to the end. */
export function refine({ work, best }: Search, width: number): void {
  const knots = best[width].knots.slice();
  const values = best[width].values.slice();
  const error = polish(work, knots, values, { iterations: LAST_ITERATIONS, gain: 1e-10 });
  if (error < best[width].error) best[width] = { knots, values, error };
}
