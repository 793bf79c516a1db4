import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexHull } from '../../src/core/convex-hull.ts';
import { separate } from '../../src/core/separability.ts';

const coordinate = fc.integer({ min: -3, max: 3 }).map((n) => n / 10);
const points = fc.array(fc.array(coordinate, { minLength: 2, maxLength: 2 }), { maxLength: 10 });

describe('convexHull', () => {
  it('lists exactly the places that a line parts from all the others', () => {
    fc.assert(
      fc.property(points, (list) => {
        const corners = new Set(convexHull(list).map((index) => list[index].join()));
        for (const point of list) {
          const others = list.filter((other) => other.join() !== point.join());
          const alone = separate([point], others).kind !== 'inseparable';
          expect(corners.has(point.join())).toBe(alone);
        }
      }),
    );
  });

  it('lists each place once, counter-clockwise', () => {
    fc.assert(
      fc.property(points, (list) => {
        const corners = convexHull(list).map((index) => list[index]);
        expect(new Set(corners.map(String)).size).toBe(corners.length);
        if (corners.length < 3) return;
        corners.forEach((p, k) => {
          const q = corners[(k + 1) % corners.length];
          const r = corners[(k + 2) % corners.length];
          expect((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])).toBeGreaterThan(0);
        });
      }),
    );
  });

  it('is empty for no points and refuses points that are not in a plane', () => {
    expect(convexHull([])).toEqual([]);
    expect(() => convexHull([[1]])).toThrow('convex hull: got points of 1 coordinates, expected 2');
  });
});
