// All knots of a curve moved at once by whole sample distances, the best combination found by dynamic
// programming. The error has a crease wherever a knot passes a sample, so that knots get stuck between
// two samples, a neighbour's move away from better; polishing alone cannot cross. As in grid.ts the
// least error so far is a quadratic of the value at the knot; the best few are kept per place.

import type { PrefixSums } from './moments.ts';

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
  let places = new Float64Array(choices).fill(knots[0]);
  let firsts = new Int32Array(choices);
  let nextPlaces = new Float64Array(choices);
  let nextFirsts = new Int32Array(choices);
  let known = 1;
  square[0] = RIDGE;
  least[0] = 0;
  for (let p = 1; p < count; p++) {
    const end = p === count - 1;
    const wanted = end ? 1 : choices;
    for (let b = 0; b < wanted; b++) {
      nextPlaces[b] = end ? knots[p] : knots[p] + offsets[b];
      nextFirsts[b] = end ? x.length : firstAtOrAfter(x, nextPlaces[b]);
    }
    for (let b = 0; b < wanted; b++) {
      const right = nextPlaces[b];
      if (right > 1) continue;
      const last = nextFirsts[b];
      const target = p * slots + b * BEAM;
      const worst = target + BEAM - 1;
      for (let a = 0; a < known; a++) {
        const left = places[a];
        const begin = (p - 1) * slots + a * BEAM;
        if (right - left < closest || !(least[begin] < least[worst])) continue;
        // Σ(1−λ)², Σλ(1−λ), Σλ², Σ(1−λ)y, Σλy, Σy² over the piece's samples; λ = 0 left, 1 right
        const first = firsts[a];
        const samples = last - first;
        const scale = 1 / (right - left);
        const totalX = sums.x[last] - sums.x[first];
        const totalY = sums.y[last] - sums.y[first];
        const lambda = (totalX - samples * left) * scale;
        const farFar =
          (sums.xx[last] - sums.xx[first] - left * (2 * totalX - samples * left)) * scale * scale;
        const far = (sums.xy[last] - sums.xy[first] - left * totalY) * scale;
        const near = totalY - far;
        const nearNear = samples - 2 * lambda + farFar + RIDGE;
        const nearFar = lambda - farFar;
        const total = sums.yy[last] - sums.yy[first];
        for (let source = begin; source < begin + BEAM; source++) {
          if (!(least[source] < least[worst])) break;
          const inverse = 1 / (square[source] + nearNear);
          const shift = nearFar * inverse;
          const linear = cross[source] + near;
          const newSquare = farFar - shift * nearFar + RIDGE;
          const newCross = far - shift * linear;
          const newRest = rest[source] + total - linear * linear * inverse;
          // error < least, but for a division
          if (!((newRest - least[worst]) * newSquare < newCross * newCross)) continue;
          const error = newRest - (newCross * newCross) / newSquare;
          let slot = worst;
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
    [places, nextPlaces] = [nextPlaces, places];
    [firsts, nextFirsts] = [nextFirsts, firsts];
    known = wanted;
  }
  const moved = knots.slice();
  let slot = from[(count - 1) * slots];
  for (let p = count - 2; p > 0 && slot >= 0; p--) {
    moved[p] = knots[p] + offsets[Math.floor((slot - p * slots) / BEAM)];
    slot = from[slot];
  }
  return moved;
}
