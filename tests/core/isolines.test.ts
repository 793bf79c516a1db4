import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands, filledAbove, isolines, type ValueGrid } from '../../src/core/isolines.ts';

const box = { x0: -2, y0: -1, x1: 2, y1: 1 };

function sample(columns: number, rows: number, f: (x: number, y: number) => number): ValueGrid {
  const values = Float64Array.from({ length: columns * rows }, (_, k) => {
    const i = k % columns;
    const j = (k - i) / columns;
    return f(
      box.x0 + ((box.x1 - box.x0) * i) / (columns - 1),
      box.y0 + ((box.y1 - box.y0) * j) / (rows - 1),
    );
  });
  return { columns, rows, box, values };
}

/** Signed area of a ring, positive when counter-clockwise. */
function area(ring: Float64Array): number {
  let twice = 0;
  for (let k = 0; k < ring.length; k += 2) {
    const next = (k + 2) % ring.length;
    twice += ring[k] * ring[next + 1] - ring[next] * ring[k + 1];
  }
  return twice / 2;
}

const total = (rings: readonly Float64Array[]) => rings.reduce((sum, ring) => sum + area(ring), 0);

/** Bilinear value at a point that lies on an edge of the grid: linear between two nodes. */
function interpolate({ columns, rows, values }: ValueGrid, x: number, y: number): number {
  const u = ((x - box.x0) / (box.x1 - box.x0)) * (columns - 1);
  const v = ((y - box.y0) / (box.y1 - box.y0)) * (rows - 1);
  const i = Math.min(Math.floor(u), columns - 2);
  const j = Math.min(Math.floor(v), rows - 2);
  const at = (p: number, q: number) => values[q * columns + p];
  const low = at(i, j) * (1 - (u - i)) + at(i + 1, j) * (u - i);
  const high = at(i, j + 1) * (1 - (u - i)) + at(i + 1, j + 1) * (u - i);
  return low * (1 - (v - j)) + high * (v - j);
}

/** Few distinct values, so that saddles, plateaus and nodes exactly at the level abound. */
const grids = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([columns, rows]) =>
    fc
      .array(fc.integer({ min: -2, max: 2 }), {
        minLength: columns * rows,
        maxLength: columns * rows,
      })
      .map((values): ValueGrid => ({ columns, rows, box, values })),
  );
/** Coordinates and interpolated values are a few roundings of numbers near 1. */
const ROUNDING = 1e-12;

describe('isolines', () => {
  it('runs where the interpolated values equal the level', () => {
    fc.assert(
      fc.property(grids, fc.constantFrom(-1, -0.5, 0, 0.25, 1), (grid, level) => {
        for (const { points } of isolines(grid, level)) {
          for (let k = 0; k < points.length; k += 2) {
            const value = interpolate(grid, points[k], points[k + 1]);
            expect(Math.abs(value - level)).toBeLessThan(ROUNDING);
          }
        }
      }),
    );
  });

  it('ends only on the box, unless it closes', () => {
    const onBox = (x: number, y: number) =>
      x === box.x0 || x === box.x1 || y === box.y0 || y === box.y1;
    fc.assert(
      fc.property(grids, fc.constantFrom(-0.5, 0, 0.25), (grid, level) => {
        for (const { points, closed } of isolines(grid, level)) {
          if (closed) continue;
          expect(onBox(points[0], points[1])).toBe(true);
          expect(onBox(points[points.length - 2], points[points.length - 1])).toBe(true);
        }
      }),
    );
  });

  it('is one straight path for a linear function', () => {
    const paths = isolines(
      sample(9, 5, (x, y) => x - y),
      0.25,
    );
    expect(paths).toHaveLength(1);
    expect(paths[0].closed).toBe(false);
    for (let k = 0; k < paths[0].points.length; k += 2) {
      expect(paths[0].points[k] - paths[0].points[k + 1]).toBeCloseTo(0.25, 12);
    }
  });

  it('is one closed loop round a hill, counter-clockwise', () => {
    const paths = isolines(
      sample(41, 41, (x, y) => 0.5 - x * x - y * y),
      0,
    );
    expect(paths.map(({ closed }) => closed)).toEqual([true]);
    // The inscribed polygon of a disc of area π/2, missing O(cell²) of it.
    expect(area(paths[0].points)).toBeCloseTo(Math.PI / 2, 1);
  });

  it('joins the higher corners of a saddle only when the saddle point is higher', () => {
    const saddle = (corner: number): ValueGrid => ({
      columns: 2,
      rows: 2,
      box,
      values: [corner, -1, -1, corner],
    });
    // The bilinear saddle value is (corner² − 1) ÷ (2·corner + 2) = (corner − 1)/2.
    expect(total(filledAbove(saddle(2), 0))).toBeGreaterThan(4);
    expect(filledAbove(saddle(2), 0)).toHaveLength(1);
    expect(filledAbove(saddle(0.5), 0)).toHaveLength(2);
  });

  it('draws nothing for a plateau, at, above or below the level', () => {
    expect(
      isolines(
        sample(5, 5, () => 1),
        1,
      ),
    ).toEqual([]);
    expect(
      isolines(
        sample(5, 5, () => 1),
        0,
      ),
    ).toEqual([]);
    expect(
      isolines(
        sample(5, 5, () => 1),
        2,
      ),
    ).toEqual([]);
  });

  it('takes values that are not finite without a NaN in its paths', () => {
    const grid = sample(5, 5, (x, y) => (x === 0 ? Number.NaN : y === 0 ? Infinity : x));
    for (const path of [...isolines(grid, 0), ...isolines(grid, 1)]) {
      expect(path.points.every(Number.isFinite)).toBe(true);
    }
  });

  it('names the counts of a grid that does not fit', () => {
    expect(() => isolines({ columns: 2, rows: 3, box, values: [1] }, 0)).toThrow(
      'grid: got 1 values, expected 6',
    );
    expect(() => isolines({ columns: 1, rows: 1, box, values: [1] }, 0)).toThrow(
      'grid: got 1 by 1 nodes, expected 2 by 2 at least',
    );
  });
});

describe('filledAbove', () => {
  it('covers the box with its complement, which is what lies above for the negated values', () => {
    // No saddle value of integers is irrational: a saddle exactly at the level joins in both.
    fc.assert(
      fc.property(grids, fc.constantFrom(-Math.SQRT1_2, Math.SQRT2), (grid, level) => {
        const negated = { ...grid, values: Array.from(grid.values, (value) => -value) };
        const sum = total(filledAbove(grid, level)) + total(filledAbove(negated, -level));
        expect(Math.abs(sum - 8)).toBeLessThan(1e-10);
      }),
    );
  });

  it('is the whole box where all is above and nothing where all is below', () => {
    const flat = sample(4, 4, () => 1);
    expect(total(filledAbove(flat, 1))).toBe(8);
    expect(filledAbove(flat, 1.5)).toEqual([]);
  });
});

describe('bands', () => {
  it('have the areas of the slices of a linear function, and fill the box', () => {
    const grid = sample(9, 5, (x) => x);
    const areas = bands(grid, [-1, 0.5]).map(([outer, ...inner]) => area(outer) - total(inner));
    [2, 3, 3].forEach((expected, k) => {
      expect(areas[k]).toBeCloseTo(expected, 12);
    });
  });
});
