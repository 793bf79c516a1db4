import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ends, foot, halfPlane, type Line, side, through, turned } from '../../src/ui/line.ts';

const coefficient = fc.double({ min: -5, max: 5, noNaN: true });
const line = fc
  .tuple(coefficient, coefficient, coefficient)
  .filter(([w1, w2]) => Math.hypot(w1, w2) > 0.05) as fc.Arbitrary<Line>;

/** Rounding of a few products of numbers up to about 100. */
const tolerance = 1e-9;

it('the foot and both ends lie on the line', () => {
  fc.assert(
    fc.property(line, (l) => {
      for (const [x, y] of [foot(l), ...ends(l, 2)]) {
        expect(Math.abs(side(l, x, y))).toBeLessThan(tolerance * 1000);
      }
    }),
  );
});

it('the two half-planes share the square between them', () => {
  const area = (points: readonly (readonly [number, number])[]) =>
    Math.abs(
      points.reduce((sum, [x, y], i) => {
        const [nx, ny] = points[(i + 1) % points.length] ?? [0, 0];
        return sum + x * ny - nx * y;
      }, 0),
    ) / 2;
  fc.assert(
    fc.property(line, (l) => {
      expect(area(halfPlane(l, 2, 1)) + area(halfPlane(l, 2, -1))).toBeCloseTo(16, 6);
    }),
  );
});

it('through() moves the line to the place, keeping its direction and staying within reach', () => {
  fc.assert(
    fc.property(line, coefficient, coefficient, (l, x, y) => {
      const moved = through(l, [x, y], 2);
      expect([moved[0], moved[1]]).toEqual([l[0], l[1]]);
      expect(Math.hypot(...foot(moved))).toBeLessThanOrEqual(2 + tolerance);
    }),
  );
});

it('turned() keeps the foot on the line and refuses a normal without direction', () => {
  expect(turned([1, 2, 3], [0, 0])).toEqual([1, 2, 3]);
  fc.assert(
    fc.property(line, (l) => {
      const [x, y] = foot(l);
      expect(Math.abs(side(turned(l, [1, 0.5]), x, y))).toBeLessThan(tolerance * 1000);
    }),
  );
});
