import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaOf,
  clipped,
  ends,
  foot,
  halfPlane,
  type Line,
  side,
  squareOf,
  through,
  turned,
  withPart,
} from '../../src/ui/line.ts';

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

it('areaOf() is that of squares and triangles, whichever way they are walked', () => {
  expect(areaOf(squareOf(2))).toBe(16);
  expect(areaOf(squareOf(2).toReversed())).toBe(16);
  const triangle = [
    [0, 0],
    [3, 0],
    [0, 4],
  ] as const;
  expect(areaOf(triangle)).toBe(6);
  expect(areaOf([[1, 2]])).toBe(0);
});

describe('clipped', () => {
  // areas of order 16 from a dozen rounded products
  const slack = 1e-9;

  it('cuts a square into two parts that make up its area', () => {
    fc.assert(
      fc.property(line, (cut) => {
        const whole = areaOf(halfPlane(cut, 2, 1)) + areaOf(halfPlane(cut, 2, -1));
        expect(Math.abs(whole - 16)).toBeLessThan(slack);
      }),
    );
  });

  it('two lines cut a square into four parts that make up its area', () => {
    fc.assert(
      fc.property(line, line, (first, second) => {
        const signs = [1, -1] as const;
        const parts = signs.flatMap((s) =>
          signs.map((t) => areaOf(clipped(clipped(squareOf(2), first, s), second, t))),
        );
        const whole = parts.reduce((sum, part) => sum + part, 0);
        expect(Math.abs(whole - 16)).toBeLessThan(slack);
      }),
    );
  });

  it('cuts at a corner that is off the line by less than a product can show', () => {
    const lower = clipped(squareOf(2), [0, 0.01, 0], -1);
    expect(areaOf(clipped(lower, [0, 0.01, 5e-324], -1))).toBe(8);
  });

  it('keeps corners on their side only', () => {
    fc.assert(
      fc.property(line, (cut) => {
        for (const corner of halfPlane(cut, 2, 1)) {
          expect(side(cut, ...corner)).toBeGreaterThan(-slack);
        }
      }),
    );
  });
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

it('a number that would leave a line without direction is not taken', () => {
  expect(withPart([1, 0, 2], 0, 0)).toEqual([1, 0, 2]);
  expect(withPart([1, 0, 2], 0, Number.NaN)).toEqual([1, 0, 2]);
  expect(withPart([1, 0, 2], 1, 3)).toEqual([1, 3, 2]);
});
