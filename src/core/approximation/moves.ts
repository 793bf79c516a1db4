// Moves that local polishing cannot make: take away the knot that matters least, put one where it
// helps most. Both gains are exact for the values (one constraint more, one hat more in its piece),
// with the other knots held; polish.ts then moves those.

import type { HatWorkspace } from './hats.ts';

/**
 * Rise of the squared error if inner knot p alone is deleted and all values are solved anew:
 * (g·v)²/(gᵀM⁻¹g), g·v = v_p − its neighbours' chord, M the hats' normal matrix. Needs the
 * workspace as solveValues leaves it. Entries 0 and count − 1 (the ends) are Infinity.
 */
export function deletionCosts(
  { nearFar, pivot }: HatWorkspace,
  knots: Float64Array,
  values: Float64Array,
): Float64Array {
  const count = knots.length;
  const costs = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  // Entries of M⁻¹ near the diagonal, from the last pivot backwards (Takahashi et al. 1973).
  let after = 1 / pivot[count - 1];
  for (let p = count - 2; p > 0; p--) {
    const down = nearFar[p] / pivot[p];
    const up = nearFar[p - 1] / pivot[p - 1];
    const here = 1 / pivot[p] + down * down * after;
    const before = 1 / pivot[p - 1] + up * up * here;
    const hereAfter = -down * after;
    const beforeHere = -up * here;
    const beforeAfter = up * down * after;
    const alpha = (knots[p] - knots[p - 1]) / (knots[p + 1] - knots[p - 1]);
    const left = alpha - 1;
    const bend = values[p] + left * values[p - 1] - alpha * values[p + 1];
    const spread =
      here +
      left * left * before +
      alpha * alpha * after +
      2 * (left * beforeHere - alpha * hereAfter - left * alpha * beforeAfter);
    if (spread > 0) costs[p] = (bend * bend) / spread;
    after = here;
  }
  return costs;
}

export interface Insertion {
  /** Place of the new knot, on a sample. */
  readonly place: number;
  /** Fall of the squared error if the piece's ends are held. */
  readonly gain: number;
}

/** Best place for one more knot in each piece with at least two samples, best first. */
export function insertions(
  { x, y }: Pick<HatWorkspace, 'x' | 'y'>,
  knots: Float64Array,
  values: Float64Array,
): Insertion[] {
  const found: Insertion[] = [];
  let i = 0;
  for (let p = 0; p < knots.length - 1; p++) {
    const from = knots[p];
    const to = knots[p + 1];
    const last = p === knots.length - 2;
    const first = i;
    while (i < x.length && (last || x[i] < to)) i++;
    const best = bestInside(x, y, first, i, from, to, values[p], values[p + 1]);
    if (best.gain > 0) found.push(best);
  }
  return found.sort((a, b) => b.gain - a.gain);
}

/** Largest (Σrψ)²/Σψ² over hats ψ on [from, to] with peak on one of its samples. */
function bestInside(
  x: Float64Array,
  y: Float64Array,
  first: number,
  end: number,
  from: number,
  to: number,
  valueFrom: number,
  valueTo: number,
): Insertion {
  const slope = (valueTo - valueFrom) / (to - from);
  let risingR = 0;
  let risingSquare = 0;
  let fallingR = 0;
  let fallingSquare = 0;
  for (let i = first; i < end; i++) {
    const residual = y[i] - valueFrom - slope * (x[i] - from);
    fallingR += (to - x[i]) * residual;
    fallingSquare += (to - x[i]) * (to - x[i]);
  }
  let place = from;
  let gain = 0;
  for (let i = first; i < end; i++) {
    const residual = y[i] - valueFrom - slope * (x[i] - from);
    const rise = x[i] - from;
    const fall = to - x[i];
    fallingR -= fall * residual;
    fallingSquare -= fall * fall;
    risingR += rise * residual;
    risingSquare += rise * rise;
    if (!(rise > 0 && fall > 0) || end - first < 2) continue;
    const product = risingR / rise + fallingR / fall;
    const square = risingSquare / (rise * rise) + Math.max(0, fallingSquare) / (fall * fall);
    const here = (product * product) / square;
    if (here > gain) {
      gain = here;
      place = x[i];
    }
  }
  return { place, gain };
}

/** The knots without the one at index p. */
export function without(knots: Float64Array, p: number): Float64Array {
  const fewer = new Float64Array(knots.length - 1);
  fewer.set(knots.subarray(0, p));
  fewer.set(knots.subarray(p + 1), p);
  return fewer;
}

/** The knots with one more; the same if it would fall on another. */
export function withKnot(knots: Float64Array, place: number): Float64Array {
  let p = 0;
  while (p < knots.length && knots[p] < place) p++;
  if (p === 0 || p === knots.length || knots[p] === place) return knots.slice();
  const more = new Float64Array(knots.length + 1);
  more.set(knots.subarray(0, p));
  more[p] = place;
  more.set(knots.subarray(p), p + 1);
  return more;
}
