// The best that any single line can do at parting two classes in the plane, over every dichotomy a
// line can make, exactly, by an angular sweep about each point: O(n² log n). Any such line can be
// moved, keeping its dichotomy, until it all but touches a point, and then turned until the next two
// points line up; so each point on either side, in each angle between neighbouring alignments,
// covers everything. Collinear points and duplicates need nothing more than exact signs.

import { integerPoints, type Reading, readPoints } from './integer-points.ts';
import { type Separation, separate } from './separability.ts';

type Points = readonly (readonly number[])[];

/** The line normal·x + offset = 0 says A where the left side is negative, B where positive. */
export interface BestLine {
  readonly correct: number;
  readonly total: number;
  /** Unit vector. No point lies on the line, which runs midway in the widest strip it can. */
  readonly normal: readonly [number, number];
  readonly offset: number;
  /** Points on the wrong side, by index in their class. */
  readonly wrongA: readonly number[];
  readonly wrongB: readonly number[];
  /** The strip between the two sides, exactly; 'empty' when all points are on one side. */
  readonly sides: Separation;
}

/** A distinct place: how many points of A less how many of B, and which (A first, then B). */
interface Site {
  readonly x: bigint;
  readonly y: bigint;
  weight: number;
  readonly points: number[];
}

/** Sign of the turn from site i to j to k: 1 left, −1 right, 0 in line. */
type Turn = (i: number, j: number, k: number) => number;

/** Largest coordinate for which a cross product of differences is exact in doubles. */
const EXACT_IN_DOUBLES = 1n << 25n;

/** Sites in order of y, then x: a later site lies at an angle in [0, π) from an earlier one. */
function sitesInOrder(points: readonly (readonly bigint[])[], countA: number): Site[] {
  const sites = new Map<string, Site>();
  points.forEach(([x, y], p) => {
    const key = `${x},${y}`;
    const site = sites.get(key) ?? { x, y, weight: 0, points: [] };
    site.weight += p < countA ? 1 : -1;
    site.points.push(p);
    sites.set(key, site);
  });
  const before = (p: Site, q: Site) => p.y < q.y || (p.y === q.y && p.x < q.x);
  return [...sites.values()].sort((p, q) => (before(p, q) ? -1 : 1));
}

function turnOf(sites: readonly Site[]): Turn {
  const small = ({ x, y }: Site) =>
    [x, y].every((value) => value <= EXACT_IN_DOUBLES && value >= -EXACT_IN_DOUBLES);
  if (sites.every(small)) {
    const xs = Float64Array.from(sites, ({ x }) => Number(x));
    const ys = Float64Array.from(sites, ({ y }) => Number(y));
    return (i, j, k) =>
      Math.sign((xs[j] - xs[i]) * (ys[k] - ys[i]) - (ys[j] - ys[i]) * (xs[k] - xs[i]));
  }
  return (i, j, k) => {
    const [p, q, r] = [sites[i], sites[j], sites[k]];
    const value = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    return value > 0n ? 1 : value < 0n ? -1 : 0;
  };
}

/** Calls `visit` with every dichotomy a line can make: membership of the left side and its weight. */
function sweep(
  sites: readonly Site[],
  visit: (left: readonly boolean[], weight: number) => void,
): void {
  const turn = turnOf(sites);
  for (let pivot = 0; pivot < sites.length; pivot++) {
    // Directions from the pivot, those of earlier sites turned by π into [0, π), in turning order.
    const folded = (j: number, k: number) =>
      j > pivot === k > pivot ? turn(pivot, j, k) : -turn(pivot, j, k);
    const around = [...sites.keys()].filter((j) => j !== pivot).sort((j, k) => -folded(j, k));
    // The line starts out all but horizontal, turned back by a hair: later sites are on its left.
    const left = sites.map((_, j) => j > pivot);
    let weight = around.reduce((sum, j) => sum + (left[j] ? sites[j].weight : 0), 0);
    let next = 0;
    for (;;) {
      visit(left, weight);
      left[pivot] = true;
      visit(left, weight + sites[pivot].weight);
      left[pivot] = false;
      if (next === around.length) break;
      const first = around[next];
      for (; next < around.length && folded(first, around[next]) === 0; next++) {
        const passed = around[next];
        weight += left[passed] ? -sites[passed].weight : sites[passed].weight;
        left[passed] = !left[passed];
      }
    }
  }
}

/** Membership of the side that says A in the best dichotomy; the first met among equals. */
function bestSide(sites: readonly Site[]): boolean[] {
  const all = sites.reduce((sum, { weight }) => sum + weight, 0);
  // A line and its reverse make complementary sides: |2·weight − all| ranks both at once.
  let best = sites.map(() => all > 0);
  let bestValue = Math.abs(all);
  sweep(sites, (left, weight) => {
    const value = Math.abs(2 * weight - all);
    if (value <= bestValue) return;
    bestValue = value;
    best = 2 * weight > all ? [...left] : left.map((member) => !member);
  });
  return best;
}

/** A line beside all points, on the side that gives them to A or to B. */
function besideAll(points: Points, saysA: boolean): { normal: [number, number]; offset: number } {
  const edge = points.reduce((most, [x]) => Math.max(most, Math.abs(x)), 1);
  return { normal: [1, 0], offset: saysA ? -2 * edge : 2 * edge };
}

/**
 * The line that strictly classifies most points of A and B, which side is whose being free; exact.
 * Points are pairs of finite numbers, read as `reading` says. Among equals the first found.
 */
export function bestLine(a: Points, b: Points, reading: Reading = 'decimal'): BestLine {
  const { sets, dimension } = integerPoints([readPoints(a, reading), readPoints(b, reading)]);
  if (dimension > 2 || dimension === 1) {
    throw new RangeError(`best line: got points of ${dimension} coordinates, expected 2`);
  }
  const all = [...a, ...b];
  const sites = sitesInOrder([...sets[0], ...sets[1]], a.length);
  const saysA = new Array<boolean>(all.length).fill(false);
  bestSide(sites).forEach((member, s) => {
    for (const p of sites[s].points) saysA[p] = member;
  });
  const sides = separate(
    all.filter((_, p) => saysA[p]),
    all.filter((_, p) => !saysA[p]),
    reading,
  );
  const wrongA = a.flatMap((_, p) => (saysA[p] ? [] : [p]));
  const wrongB = b.flatMap((_, p) => (saysA[a.length + p] ? [p] : []));
  const line =
    sides.kind === 'separable'
      ? { normal: [sides.normal[0], sides.normal[1]] as const, offset: sides.offset }
      : besideAll(all, saysA[0] ?? true);
  const correct = all.length - wrongA.length - wrongB.length;
  return { correct, total: all.length, ...line, wrongA, wrongB, sides };
}
