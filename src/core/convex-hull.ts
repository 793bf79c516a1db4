// The corners of the convex hull of points in the plane, exactly (monotone chain, Andrew 1979).

import { integerPoints, type Reading, readPoints } from './integer-points.ts';

type IntegerPoint = readonly bigint[];

/** Twice the signed area of the triangle o, p, q: positive for a left turn. */
export function orientation(o: IntegerPoint, p: IntegerPoint, q: IntegerPoint): bigint {
  return (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0]);
}

/** Indices of the corners, counter-clockwise from the lowest of the leftmost, each place once. */
export function integerHull(points: readonly IntegerPoint[]): number[] {
  const order = [...points.keys()].sort((i, j) => {
    const [p, q] = [points[i], points[j]];
    const before = p[0] < q[0] || (p[0] === q[0] && p[1] < q[1]);
    const same = p[0] === q[0] && p[1] === q[1];
    return same ? i - j : before ? -1 : 1;
  });
  const chain = (indices: readonly number[]): number[] => {
    const corners: number[] = [];
    for (const index of indices) {
      while (corners.length > 0) {
        const last = points[corners[corners.length - 1]];
        const point = points[index];
        const repeated = last[0] === point[0] && last[1] === point[1];
        const turns =
          corners.length > 1 && orientation(points[corners[corners.length - 2]], last, point) > 0n;
        if (repeated || (corners.length > 1 && !turns)) corners.pop();
        else break;
      }
      corners.push(index);
    }
    return corners;
  };
  const lower = chain(order);
  const upper = chain(order.toReversed());
  return lower.length < 2 ? lower : [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

/**
 * Indices of the hull's corners, counter-clockwise; points on its sides are left out. Points are
 * pairs of finite numbers, read as `reading` says.
 */
export function convexHull(
  points: readonly (readonly number[])[],
  reading: Reading = 'decimal',
): number[] {
  const { sets, dimension } = integerPoints([readPoints(points, reading)]);
  if (points.length > 0 && dimension !== 2) {
    throw new RangeError(`convex hull: got points of ${dimension} coordinates, expected 2`);
  }
  return integerHull(sets[0]);
}
