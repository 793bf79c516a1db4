import { describe, expect, it } from 'vitest';
import { articleLines, datasetNames, datasets, type PlanePoint } from '../../src/core/datasets.ts';

const distance = (p: PlanePoint, q: PlanePoint): number => Math.hypot(p.x1 - q.x1, p.x2 - q.x2);
const sideOf = ({ x1, x2 }: PlanePoint, { w, b }: (typeof articleLines)[number]): number =>
  w[0] * x1 + w[1] * x2 + b;

describe.each(datasetNames)('%s', (name) => {
  const points: readonly PlanePoint[] = datasets[name].points;

  it('has 24 points of each class', () => {
    expect(points.filter(({ label }) => label === 'A')).toHaveLength(24);
    expect(points.filter(({ label }) => label === 'B')).toHaveLength(24);
  });

  it('lies in [−2, 2]² on the grid of 0.01', () => {
    for (const x of points.flatMap(({ x1, x2 }) => [x1, x2])) {
      expect(Math.abs(x)).toBeLessThanOrEqual(2);
      expect(x).toBe(Math.round(100 * x) / 100);
    }
  });

  it('keeps points of different classes apart', () => {
    for (const p of points) {
      for (const q of points) {
        if (p.label !== q.label) expect(distance(p, q)).toBeGreaterThan(0.1);
      }
    }
  });

  it('has no point twice', () => {
    expect(new Set(points.map(({ x1, x2 }) => `${x1} ${x2}`)).size).toBe(points.length);
  });
});

describe('article', () => {
  const { points } = datasets.article;

  it('has class A where both lines are negative, and twelve of B beyond each line', () => {
    const beyond = [0, 0];
    for (const point of points) {
      const values = articleLines.map((line) => sideOf(point, line));
      if (point.label === 'A') expect(Math.max(...values)).toBeLessThan(0);
      else beyond[values.findIndex((value) => value > 0)]! += 1;
    }
    expect(beyond).toEqual([12, 12]);
  });

  it('keeps 0.4 from both lines in their value and 0.22 between points', () => {
    // Coordinates are decimal: half a grid step of slack for their binary rounding is plenty.
    for (const [i, p] of points.entries()) {
      for (const line of articleLines) {
        expect(Math.abs(sideOf(p, line))).toBeGreaterThan(0.4 - 1e-12);
      }
      for (const q of points.slice(i + 1)) expect(distance(p, q)).toBeGreaterThan(0.22 - 1e-12);
    }
  });
});

describe('xor', () => {
  it('is class A exactly where the coordinates have one sign', () => {
    for (const { x1, x2, label } of datasets.xor.points) expect(x1 * x2 > 0).toBe(label === 'A');
  });
});

describe('rings', () => {
  it('has a radius between the classes', () => {
    for (const { x1, x2, label } of datasets.rings.points) {
      expect(Math.hypot(x1, x2) < 1).toBe(label === 'A');
    }
  });
});
