// The plainest proof that two sets of points in the plane have hulls that meet: a segment of one
// that crosses a segment of the other, chosen so that it can be seen to cross.

import { integerHull, orientation } from './convex-hull.ts';

type IntegerPoint = readonly bigint[];

/** Points by index with positive weights, up to a common factor. */
export type Weighted = readonly (readonly [index: number, weight: bigint])[];

/** Corners of each hull that may carry a crossing; of more, evenly spread ones are tried. */
const MOST_CORNERS = 24;

/** Corners by index, with their coordinates rounded. */
interface Corners {
  readonly indices: readonly number[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function cornersOf(points: readonly IntegerPoint[]): Corners {
  const hull = integerHull(points);
  const count = Math.min(hull.length, MOST_CORNERS);
  const indices = Array.from(
    { length: count },
    (_, k) => hull[Math.floor((k * hull.length) / count)],
  );
  return {
    indices,
    xs: indices.map((index) => Number(points[index][0])),
    ys: indices.map((index) => Number(points[index][1])),
  };
}

/** sides[(i·n + j)·m + k]: twice the area of corners i and j of one hull and k of the other. */
function sidesOf(own: Corners, other: Corners): Float64Array {
  const [n, m] = [own.indices.length, other.indices.length];
  const sides = new Float64Array(n * n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const dx = own.xs[j] - own.xs[i];
      const dy = own.ys[j] - own.ys[i];
      for (let k = 0; k < m; k++) {
        sides[(i * n + j) * m + k] =
          dx * (other.ys[k] - own.ys[i]) - dy * (other.xs[k] - own.xs[i]);
      }
    }
  }
  return sides;
}

/**
 * Of all crossings of a segment between corners of A's hull with one between corners of B's, the
 * one whose four orientations are farthest from 0, so that it holds with most room. Chosen in
 * floating point, confirmed and weighed exactly.
 */
export function clearestCrossing(
  a: readonly IntegerPoint[],
  b: readonly IntegerPoint[],
): [Weighted, Weighted] | undefined {
  const cornersA = cornersOf(a);
  const cornersB = cornersOf(b);
  const ofA = sidesOf(cornersA, cornersB);
  const ofB = sidesOf(cornersB, cornersA);
  const [n, m] = [cornersA.indices.length, cornersB.indices.length];
  let room = 0;
  let best: [number, number, number, number] | undefined;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const fromA = (i * n + j) * m;
      for (let k = 0; k < m; k++) {
        const atK = ofA[fromA + k];
        if (Math.abs(atK) <= room) continue;
        for (let l = 0; l < k; l++) {
          const atL = ofA[fromA + l];
          const atI = ofB[(k * m + l) * n + i];
          const atJ = ofB[(k * m + l) * n + j];
          if (atK > 0 === atL > 0 || atI > 0 === atJ > 0) continue;
          const least = Math.min(Math.abs(atK), Math.abs(atL), Math.abs(atI), Math.abs(atJ));
          if (!(least > room)) continue;
          room = least;
          best = [i, j, k, l];
        }
      }
    }
  }
  if (!best) return undefined;
  const [i, j] = [cornersA.indices[best[0]], cornersA.indices[best[1]]];
  const [k, l] = [cornersB.indices[best[2]], cornersB.indices[best[3]]];
  const onA = crossedAt(a[i], a[j], b[k], b[l]);
  const onB = crossedAt(b[k], b[l], a[i], a[j]);
  if (!onA || !onB) return undefined;
  return [
    [
      [i, onA[0]],
      [j, onA[1]],
    ],
    [
      [k, onB[0]],
      [l, onB[1]],
    ],
  ];
}

/**
 * Weights of p and q at the crossing of their segment with the line from r to s, or undefined when
 * that line does not pass strictly between: each end counts by the other's distance from it.
 */
function crossedAt(
  p: IntegerPoint,
  q: IntegerPoint,
  r: IntegerPoint,
  s: IntegerPoint,
): [bigint, bigint] | undefined {
  const atP = orientation(r, s, p);
  const atQ = orientation(r, s, q);
  if (atP > 0n && atQ < 0n) return [-atQ, atP];
  if (atP < 0n && atQ > 0n) return [atQ, -atP];
  return undefined;
}
