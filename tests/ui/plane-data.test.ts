import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/core/datasets.ts';
import { dataField, mostPoints, ownData, pointsOf } from '../../src/ui/plane-data.ts';

const coordinate = fc.integer({ min: -210, max: 210 }).map((steps) => steps / 100);
const points = fc.array(
  fc.record({ x1: coordinate, x2: coordinate, label: fc.constantFrom('A' as const, 'B' as const) }),
  { maxLength: mostPoints },
);

describe('data in a link', () => {
  it('own points read back exactly, in order, with only characters that need no escape', () => {
    fc.assert(
      fc.property(points, (own) => {
        const text = dataField.format(ownData(own));
        expect(encodeURIComponent(text).replaceAll('%2C', ',')).toBe(text);
        const back = dataField.parse(text);
        expect(back && pointsOf(back)).toEqual(own);
      }),
    );
  });

  it('writes whole grid steps, a letter where the class changes', () => {
    const own = [
      { x1: -0.18, x2: 0.04, label: 'A' as const },
      { x1: 1, x2: 0, label: 'A' as const },
      { x1: 0.11, x2: 1.92, label: 'B' as const },
    ];
    expect(dataField.format(ownData(own))).toBe('A-18,4,100,0B11,192');
  });

  it.each(Object.keys(datasets))('a dataset is written by its name: %s', (name) => {
    expect(dataField.parse(name)).toEqual({ name });
    expect(dataField.format({ name: name as keyof typeof datasets })).toBe(name);
  });

  it('every dataset becomes own points without a change', () => {
    for (const { points: given } of Object.values(datasets)) {
      expect(pointsOf(ownData(given))).toEqual(given);
    }
  });

  it.each([
    'constructor',
    'Article',
    '1,2',
    'A',
    'A1',
    'A1,2,3',
    'A1,2B',
    'A01,2',
    'A-0,2',
    'A1.5,2',
    'A1,2 ',
    'A211,0',
    'A0,-211',
    'C1,2',
    'A1,,2',
    'A1e1,2',
    `A${'1,2,'.repeat(mostPoints)}1,2`,
    'A'.repeat(5000),
  ])('refuses %s', (text) => {
    expect(dataField.parse(text)).toBeUndefined();
  });

  it('takes no points at all', () => {
    expect(dataField.parse('')).toEqual({ name: 'own', own: [] });
    expect(dataField.format(ownData([]))).toBe('');
  });
});

it('own points are kept on the grid, in the window, finite and not too many', () => {
  const wild = [
    { x1: 0.1234, x2: -9, label: 'A' as const },
    { x1: Number.NaN, x2: 0, label: 'B' as const },
    { x1: Number.POSITIVE_INFINITY, x2: 0, label: 'B' as const },
  ];
  expect(pointsOf(ownData(wild))).toEqual([{ x1: 0.12, x2: -2.1, label: 'A' }]);
  const many = Array.from({ length: 300 }, () => ({ x1: 0, x2: 0, label: 'A' as const }));
  expect(pointsOf(ownData(many))).toHaveLength(mostPoints);
});
