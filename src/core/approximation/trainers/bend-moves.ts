// Recycling of ReLUs that looks before it leaps: several ways to take one bend away and put one elsewhere
// are tried on the piecewise-linear curve that the network draws, where a second-order step costs O(N)
// (polish.ts) instead of the O(H³) of one in all parameters. Only the best is then tried on the network.

import type { Parts } from '../../parts.ts';
import type { Random } from '../../random.ts';
import { slope } from '../balance.ts';
import { solveValues } from '../hats.ts';
import type { PrefixSums } from '../moments.ts';
import { deletionCosts, insertions } from '../moves.ts';
import { polish, polisher } from '../polish.ts';
import { shiftKnots } from '../shift.ts';
import { bendsInside, SLIDES, turnUnits } from './bends.ts';
import type { Shallow } from './shallow.ts';
import type { Recycling } from './stepper.ts';

/** Steps a candidate is polished by, each time its bends have changed. */
const POLISHING = 12;
/** Candidates of each kind in a round: the ranks that come next, and as many by chance. */
const EACH = 3;
/** Rounds without a gain after which the look ahead is given up for this time. */
const ROUNDS = 3;
/** A candidate must gain this share of the squared error. */
const WORTH = 1e-5;
/** A new bend has no unit yet; the ends of the interval never have one. */
const NEW = -1;
const END = -2;

/** A curve with bends at its inner knots, and whose unit each is. */
interface Sketch {
  readonly knots: readonly number[];
  readonly owners: readonly number[];
}

interface Candidate extends Sketch {
  readonly values: Float64Array;
  readonly error: number;
}

/**
 * Tries candidates on what the network draws, whose squared error is `error`, and makes it draw the best,
 * the output layer but for the constant included. Other candidates after other numbers of failures.
 * @returns the jumps; none if bends only slid; undefined if nothing was gained and nothing changed
 */
export type BendMoves = (
  error: number,
  failures: number,
) => Parts<readonly Recycling[] | undefined>;

export function bendMoves(net: Shallow, sums: PrefixSums, random: Random): BendMoves {
  const { width, parameters, x, y } = net;
  const work = polisher(x, y, width + 3);

  const sketch = (): Sketch => {
    const bends = bendsInside(net).filter(
      ({ place }, k, all) =>
        1 - Math.abs(place) > work.closest && (k === 0 || place - all[k - 1].place > work.closest),
    );
    return {
      knots: [-1, ...bends.map(({ place }) => place), 1],
      owners: [END, ...bends.map(({ unit }) => unit), END],
    };
  };

  const polished = ({ knots, owners }: Sketch): Candidate => {
    const places = Float64Array.from(knots);
    const values = new Float64Array(places.length);
    const error = polish(work, places, values, { iterations: POLISHING });
    return { knots: [...places], owners, values, error };
  };

  /** With one bend more at the place of the rank-th best gain; undefined if there is none. */
  const inserted = (
    { knots, owners }: Sketch,
    places: readonly { readonly place: number }[],
    rank: number,
  ): Sketch | undefined => {
    const place = places[rank]?.place;
    if (place === undefined) return undefined;
    const at = knots.findIndex((knot) => knot >= place);
    if (at <= 0 || knots[at] - place < work.closest || place - knots[at - 1] < work.closest)
      return undefined;
    return { knots: knots.toSpliced(at, 0, place), owners: owners.toSpliced(at, 0, NEW) };
  };

  const deleted = ({ knots, owners }: Sketch, p: number): Sketch => ({
    knots: knots.toSpliced(p, 1),
    owners: owners.toSpliced(p, 1),
  });

  /** Inner knots, the one that matters least first; leaves the workspace at this curve. */
  const leastFirst = (knots: readonly number[], values: Float64Array): number[] => {
    const places = Float64Array.from(knots);
    const costs = deletionCosts(work.hats, places, values);
    return [...costs.keys()].slice(1, -1).sort((a, b) => costs[a] - costs[b]);
  };

  /** The best of a round; undefined if none was possible. */
  const round = (start: Sketch, failures: number): Candidate | undefined => {
    const places = Float64Array.from(start.knots);
    const values = new Float64Array(places.length);
    solveValues(work.hats, places, values, places.length);
    const gains = insertions(work.hats, places, values);
    const order = leastFirst(start.knots, values);
    const full = start.knots.length >= width + 2;
    let best: Candidate | undefined;
    const consider = (sketched: Sketch | undefined, room: number): void => {
      if (!sketched) return;
      let candidate = polished(sketched);
      if (candidate.knots.length > room) {
        const [p] = leastFirst(candidate.knots, candidate.values);
        if (p === undefined || candidate.owners[p] === NEW) return;
        candidate = polished(deleted(candidate, p));
      }
      if (!best || candidate.error < best.error) best = candidate;
    };
    const offsets = SLIDES[failures % SLIDES.length].map((offset) => (2 * offset) / x.length);
    const slid = shiftKnots(x, sums, places, offsets, work.closest);
    consider({ knots: [...slid], owners: start.owners }, width + 2);
    for (let k = 0; k < EACH; k++) {
      const rank = (failures * EACH + k) % Math.max(1, gains.length);
      // one more where it helps, then the one that has become least is taken
      consider(inserted(start, gains, rank), width + 2);
      if (!full || order.length === 0) continue;
      // one taken first, of those that matter little, and put where it helps
      const lean = order[random.integer(Math.max(1, order.length >> (k === 0 ? 2 : 1)))];
      const fewer = deleted(start, lean);
      consider(inserted(fewer, gains, random.integer(Math.max(1, gains.length))), width + 2);
    }
    return best;
  };

  /** Make the network draw the candidate. Units whose bends were taken bend at the new ones. */
  const draw = ({ knots, owners, values }: Candidate): readonly Recycling[] => {
    const places = Float64Array.from(knots);
    const bending = new Set(owners);
    const free: number[] = [];
    for (let unit = 0; unit < width; unit++) if (!bending.has(unit)) free.push(unit);
    // those that bend inside first: the others may carry the line
    free.sort((a, b) => Math.abs(bendOf(a)) - Math.abs(bendOf(b)));
    const jumps: Recycling[] = [];
    for (let p = 1; p + 1 < knots.length; p++) {
      const owner = owners[p];
      const unit = owner === NEW ? free.shift() : owner;
      if (unit === undefined) continue;
      if (owner === NEW) jumps.push({ unit, from: bendOf(unit), to: knots[p] });
      const weight = Math.abs(parameters[unit]) || 1;
      const side = parameters[unit] < 0 ? -weight : weight;
      parameters[unit] = side;
      parameters[width + unit] = -side * knots[p];
      parameters[2 * width + unit] =
        (slope(places, values, p) - slope(places, values, p - 1)) / weight;
    }
    turnUnits(net, slope(places, values, 0));
    return jumps;
  };
  const bendOf = (unit: number) => -parameters[width + unit] / parameters[unit];

  return function* (error, failures) {
    let now: Sketch = sketch();
    if (now.knots.length < 3) return undefined;
    const most = Math.max(1, width >> 4);
    let gained: Candidate | undefined;
    let least = error * (1 - WORTH);
    for (let k = 0, won = 0; k < ROUNDS + won && won < most; k++) {
      const best = round(now, failures + k - won);
      yield;
      if (!best || !(best.error < least)) continue;
      won++;
      least = best.error * (1 - WORTH);
      gained = best;
      now = best;
    }
    return gained && draw(gained);
  };
}
