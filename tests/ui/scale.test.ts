import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createScale, path, short, ticks } from '../../src/ui/scale.ts';

it('invert() undoes the scale', () => {
  const scale = createScale({ x: [-3, 5], y: [0, 10] });
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (x, y) => {
        const [px, py] = scale.invert(scale.x(x), scale.y(y));
        expect(px).toBeCloseTo(x, 9);
        expect(py).toBeCloseTo(y, 9);
      },
    ),
  );
});

it('ticks() are round, inside the domain and neither few nor many', () => {
  expect(ticks([-2.2, 2.2])).toEqual([-2, -1, 0, 1, 2]);
  fc.assert(
    fc.property(
      fc.double({ min: -1000, max: 1000, noNaN: true }),
      fc.double({ min: 0.001, max: 1000, noNaN: true }),
      (from, length) => {
        const found = ticks([from, from + length]);
        expect(found.length).toBeGreaterThanOrEqual(2);
        expect(found.length).toBeLessThanOrEqual(8);
        for (const tick of found) {
          expect(tick).toBeGreaterThanOrEqual(from - length * 1e-6);
          expect(tick).toBeLessThanOrEqual(from + length * (1 + 1e-6));
        }
      },
    ),
  );
});

it('path() joins points, rounded to a tenth of a unit', () => {
  const scale = createScale({
    left: 0,
    right: 0,
    top: 0,
    bottom: 0,
    width: 10,
    height: 10,
    x: [0, 3],
    y: [0, 1],
  });
  expect(
    path(scale, [
      [0, 0],
      [1, 1],
    ]),
  ).toBe('M0 10L3.3 0');
  expect(short(1.0000001)).toBe('1');
});
