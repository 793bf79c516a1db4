// The widest empty strip between two finite sets in the plane, in floating point: the shortest
// difference of their convex hulls (Gilbert, Johnson & Keerthi 1988). For pictures that move; what
// is claimed in words rests on separability.ts, which is exact and certifies the other case too.

type Place = readonly [x: number, y: number];

/** normal·p + offset ≤ −gap/2 on A, ≥ gap/2 on B. */
export interface WidestStrip {
  /** Unit vector from A towards B. */
  readonly normal: Place;
  readonly offset: number;
  readonly gap: number;
}

/** Relative: below it a step no longer shortens the difference, and a length counts as none. */
const TOLERANCE = 1e-12;
const STEPS = 100;

/** The strip, or nothing where the hulls meet (or do so within rounding) or a set is empty. */
export function widestStrip(a: readonly Place[], b: readonly Place[]): WidestStrip | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  let corners: readonly Place[] = [minus(b[0], a[0])];
  let shortest = corners[0];
  let size = dot(shortest, shortest);
  for (let step = 0; step < STEPS; step++) {
    const fromA = farthest(a, shortest, 1);
    const fromB = farthest(b, shortest, -1);
    const next = minus(fromB, fromA);
    const squared = dot(shortest, shortest);
    size = Math.max(size, dot(next, next));
    if (squared <= TOLERANCE * size) return undefined;
    if (squared - dot(shortest, next) <= TOLERANCE * size) {
      const gap = Math.sqrt(squared);
      const normal: Place = [shortest[0] / gap, shortest[1] / gap];
      return { normal, gap, offset: -(dot(normal, fromA) + dot(normal, fromB)) / 2 };
    }
    corners = [...corners, next];
    if (corners.length === 3 && aroundOrigin(corners)) return undefined;
    ({ corners, shortest } = nearestSide(corners));
  }
  return undefined;
}

const dot = (p: Place, q: Place) => p[0] * q[0] + p[1] * q[1];
const minus = (p: Place, q: Place): Place => [p[0] - q[0], p[1] - q[1]];

function farthest(points: readonly Place[], direction: Place, sign: 1 | -1): Place {
  let best = points[0];
  for (const point of points) {
    if (sign * (dot(point, direction) - dot(best, direction)) > 0) best = point;
  }
  return best;
}

function aroundOrigin(corners: readonly Place[]): boolean {
  const turns = corners.map((p, k) => {
    const q = corners[(k + 1) % 3];
    return p[0] * q[1] - p[1] * q[0];
  });
  return turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0);
}

/** The point nearest to the origin on the sides between corners, and the side (or corner) it is on. */
function nearestSide(corners: readonly Place[]) {
  let found = { corners, shortest: corners[0] };
  let least = Infinity;
  corners.forEach((p, k) => {
    for (const q of corners.slice(0, k)) {
      const along = minus(q, p);
      const length = dot(along, along);
      const t = length > 0 ? Math.min(1, Math.max(0, -dot(p, along) / length)) : 0;
      const shortest: Place = [p[0] + t * along[0], p[1] + t * along[1]];
      const squared = dot(shortest, shortest);
      if (squared >= least) continue;
      least = squared;
      found = { corners: t === 0 ? [p] : t === 1 ? [q] : [p, q], shortest };
    }
  });
  return found;
}
