import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  cellMiddle,
  sampleFunction,
  samplePoints,
  toDomain,
  toRawValue,
  toUnit,
} from '../../../src/core/approximation/samples.ts';

// Two roundings of numbers of the domain's size.
const ROUNDING = 1e-12;

it('sampleFunction() samples the middles of equal cells of [−1, 1]', () => {
  const { x, y } = sampleFunction((v) => 3 * v, { cells: 4 });
  expect([...x]).toEqual([-0.75, -0.25, 0.25, 0.75]);
  expect([...y]).toEqual([-2.25, -0.75, 0.75, 2.25]);
});

it('sampleFunction() gives the target its own units of x', () => {
  const seen: number[] = [];
  sampleFunction((x) => seen.push(x), { cells: 5, domain: [0, 10] });
  expect(seen.map((x) => Math.round(x * 1e9) / 1e9)).toEqual([1, 3, 5, 7, 9]);
});

it('the maps between the domain and [−1, 1] undo each other', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (left, length, unit) => {
        const domain = [left, left + length] as const;
        const back = toUnit(toDomain(unit, domain), domain);
        expect(Math.abs(back - unit)).toBeLessThan((ROUNDING * (Math.abs(left) + length)) / length);
      },
    ),
  );
});

it('standardised values have mean 0 and largest magnitude 1, and toRawValue() undoes it', () => {
  const target = (x: number) => 1e5 + 300 * x * x;
  const samples = sampleFunction(target, { standardise: true });
  const mean = samples.y.reduce((sum, value) => sum + value, 0) / samples.y.length;
  expect(Math.abs(mean)).toBeLessThan(1e-10);
  expect(Math.max(...samples.y.map(Math.abs))).toBe(1);
  samples.y.forEach((value, i) => {
    expect(toRawValue(value, samples)).toBeCloseTo(target(cellMiddle(i, 512)), 8);
  });
});

it('a constant target is standardised to zeros', () => {
  const samples = sampleFunction(() => 7, { standardise: true, cells: 3 });
  expect([...samples.y]).toEqual([0, 0, 0]);
  expect(toRawValue(0, samples)).toBe(7);
});

it.each([0.3, -1e-20, 1e20, 1e-320, 0])(
  'the constant %d is no noise to be magnified',
  (constant) => {
    const { y, scale } = sampleFunction(() => constant, { standardise: true });
    const size = Math.abs(constant) > 1e-100 ? Math.abs(constant) : 1;
    expect(scale / size).toBeCloseTo(1, 11);
    for (const value of y) expect(Math.abs(value)).toBeLessThan(1e-12);
  },
);

it('values that are not finite are left out and counted', () => {
  const samples = sampleFunction((x) => (x < 0 ? Number.NaN : 1 / (x - 0.75)), { cells: 4 });
  expect([...samples.x]).toEqual([0.25]);
  expect(samples.omitted).toBe(3);
});

it('samplePoints() averages the points of a cell and leaves empty cells out', () => {
  const { x, y, omitted } = samplePoints([0, 0.1, 0.9, 1, 5, 0.5], [1, 3, 10, 20, 99, Number.NaN], {
    cells: 4,
    domain: [0, 1],
  });
  expect([...x]).toEqual([-0.75, 0.75]);
  expect([...y]).toEqual([2, 15]);
  expect(omitted).toBe(2);
});

it('impossible grids and lengths are refused with the value', () => {
  expect(() => sampleFunction(() => 0, { cells: 0 })).toThrow(
    'number of cells must be a positive integer: got 0',
  );
  expect(() => sampleFunction(() => 0, { domain: [1, 1] })).toThrow(
    'domain must have left < right, both finite: got [1, 1]',
  );
  expect(() => samplePoints([1, 2], [1])).toThrow('x and y must be equally long: got 2 and 1');
});
