// All knots of a curve moved at once by whole sample distances, the best combination found by dynamic
// programming. The error has a crease wherever a knot passes a sample, so that knots get stuck between
// two samples, a neighbour's move away from better; polishing alone cannot cross. As in grid.ts the
// least error so far is a quadratic of the value at the knot; the best few are kept per place.

import { emptyMoments, type PrefixSums, pieceMoments } from './moments.ts';

/** Quadratics kept per place. */
const BEAM = 2;
const RIDGE = 1e-9;

function firstAtOrAfter(x: Float64Array, place: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Best knots among knots[p] + offset, offset one of `offsets` (0 among them) for every inner knot.
 * Places that would come within `closest` of their left neighbour's are not combined with it.
 */
export function shiftKnots(
  x: Float64Array,
  sums: PrefixSums,
  knots: Float64Array,
  offsets: readonly number[],
  closest: number,
): Float64Array {
  const count = knots.length;
  const choices = offsets.length;
  const slots = choices * BEAM;
  const square = new Float64Array(count * slots);
  const cross = new Float64Array(count * slots);
  const rest = new Float64Array(count * slots);
  const least = new Float64Array(count * slots).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(count * slots).fill(-1);
  const moments = emptyMoments();
  let places = Float64Array.of(knots[0]);
  let firsts = Int32Array.of(0);
  square[0] = RIDGE;
  least[0] = 0;
  for (let p = 1; p < count; p++) {
    const end = p === count - 1;
    const nextPlaces = end
      ? Float64Array.of(knots[p])
      : Float64Array.from(offsets, (offset) => knots[p] + offset);
    const nextFirsts = end
      ? Int32Array.of(x.length)
      : Int32Array.from(nextPlaces, (place) => firstAtOrAfter(x, place));
    for (let b = 0; b < nextPlaces.length; b++) {
      const target = p * slots + b * BEAM;
      for (let a = 0; a < places.length; a++) {
        if (nextPlaces[b] - places[a] < closest || nextPlaces[b] > 1) continue;
        pieceMoments(sums, firsts[a], nextFirsts[b], places[a], nextPlaces[b], moments);
        const { nearNear, nearFar, farFar, near, far, total } = moments;
        for (let beam = 0; beam < BEAM; beam++) {
          const source = (p - 1) * slots + a * BEAM + beam;
          if (!(least[source] < least[target + BEAM - 1])) break;
          const inverse = 1 / (square[source] + nearNear + RIDGE);
          const shift = nearFar * inverse;
          const linear = cross[source] + near;
          const newSquare = farFar - shift * nearFar + RIDGE;
          const newCross = far - shift * linear;
          const newRest = rest[source] + total - linear * linear * inverse;
          const error = newRest - (newCross * newCross) / newSquare;
          let slot = target + BEAM - 1;
          if (!(error < least[slot])) continue;
          for (; slot > target && error < least[slot - 1]; slot--) {
            square[slot] = square[slot - 1];
            cross[slot] = cross[slot - 1];
            rest[slot] = rest[slot - 1];
            least[slot] = least[slot - 1];
            from[slot] = from[slot - 1];
          }
          square[slot] = newSquare;
          cross[slot] = newCross;
          rest[slot] = newRest;
          least[slot] = error;
          from[slot] = source;
        }
      }
    }
    places = nextPlaces;
    firsts = nextFirsts;
  }
  const moved = knots.slice();
  let slot = from[(count - 1) * slots];
  for (let p = count - 2; p > 0 && slot >= 0; p--) {
    moved[p] = knots[p] + offsets[Math.floor((slot - p * slots) / BEAM)];
    slot = from[slot];
  }
  return moved;
}
