// The numbers about the article's data against stored oracles and brute force, and the claims that
// the sentences around them make.
import { describe, expect, test } from 'vitest';
import { type ActivationName, activations } from '../../src/core/activations.ts';
import { hiddenGap, relu, tanh } from '../../src/facts/plane.ts';
import { facts } from '../../src/facts/registry.ts';
import hiddenGaps from '../fixtures/hidden-gaps.json' with { type: 'json' };
import plane from '../fixtures/plane.json' with { type: 'json' };

const value = (name: string) => facts[name]?.value ?? Number.NaN;
const sumsOf = ([x1 = 0, x2 = 0]: readonly number[]) =>
  plane.lines.map(({ w: [w1 = 0, w2 = 0], b }) => w1 * x1 + w2 * x2 + b);

type Segment = readonly [readonly number[], readonly number[]];

const pairs = (points: number[][]): Segment[] =>
  points.flatMap((p, i) => points.slice(i + 1).map((q) => [p, q] as const));

/** Where two segments cross, by Cramer's rule; undefined when they do not. */
function crossing([p, q]: Segment, [r, s]: Segment): number[][] | undefined {
  const [px = 0, py = 0] = p;
  const [dx, dy] = [(q[0] ?? 0) - px, (q[1] ?? 0) - py];
  const [ex, ey] = [(s[0] ?? 0) - (r[0] ?? 0), (s[1] ?? 0) - (r[1] ?? 0)];
  const [fx, fy] = [(r[0] ?? 0) - px, (r[1] ?? 0) - py];
  const determinant = dx * ey - dy * ex;
  const t = (fx * ey - fy * ex) / determinant;
  const u = (fx * dy - fy * dx) / determinant;
  return t > 0 && t < 1 && u > 0 && u < 1 ? [[px + t * dx, py + t * dy]] : undefined;
}

describe('the data', () => {
  test('the best line scores what the stored search over all dichotomies found', () => {
    expect(value('best-line-correct')).toBe(plane.facts.bestSingleLine.correct);
    expect(value('points-total')).toBe(plane.facts.bestSingleLine.of);
    expect(value('class-a-points')).toBe(plane.A.length);
  });

  test('that is three quarters, as the guess says, and what a line along the band gets', () => {
    expect(value('best-line-correct') / value('points-total')).toBe(0.75);
    const along = plane.lines.map((_, line) => {
      const right = (points: number[][], inA: boolean) =>
        points.filter((point) => (sumsOf(point)[line] ?? 0) < 0 === inA).length;
      return right(plane.A, true) + right(plane.B, false);
    });
    expect(along).toEqual([value('best-line-correct'), value('best-line-correct')]);
  });

  test('the certificate is where a segment between two of A crosses one between two of B', () => {
    const crossings = pairs(plane.A).flatMap((a) =>
      pairs(plane.B).flatMap((b) => crossing(a, b) ?? []),
    );
    const [x, y] = [value('certificate-x'), value('certificate-y')];
    // coordinates of order 1 from one division: a few units in the last place
    const near = crossings.filter((p) => Math.hypot((p[0] ?? 9) - x, (p[1] ?? 9) - y) < 1e-12);
    expect(near).toHaveLength(1);
    const [n1 = 0, n2 = 0] = sumsOf([x, y]);
    expect(value('certificate-n1')).toBeCloseTo(n1, 12);
    expect(value('certificate-n2')).toBeCloseTo(n2, 12);
  });
});

describe('the hidden plane', () => {
  test.each(hiddenGaps.rows)('$activation at scale $scale leaves the stored gap', (row) => {
    const name = row.activation as ActivationName;
    const activation = name === 'relu' ? relu : { value: activations[name].value };
    const { gap, spread } = hiddenGap(activation, row.scale);
    // the oracle keeps twelve significant digits
    expect(gap).toBeCloseTo(row.gap, 10);
    expect(spread).toBeCloseTo(row.spread, 10);
  });

  test('the facts about gaps are those of the stored table', () => {
    const gap = (activation: string, scale = 1) => {
      const row = hiddenGaps.rows.find((r) => r.activation === activation && r.scale === scale);
      return { width: row?.gap ?? Number.NaN, spread: row?.spread ?? Number.NaN };
    };
    const ratio = (scale: number) => gap('tanh', scale).width / gap('relu', scale).width;
    const relative = (scale: number) =>
      ratio(scale) / (gap('tanh', scale).spread / gap('relu', scale).spread);
    expect(value('gap-relu')).toBeCloseTo(gap('relu').width, 10);
    expect(value('gap-tanh')).toBeCloseTo(gap('tanh').width, 10);
    expect(value('gap-sigmoid')).toBeCloseTo(gap('sigmoid').width, 10);
    expect(value('gap-ratio')).toBeCloseTo(ratio(1), 10);
    expect(value('gap-ratio-scale-4')).toBeCloseTo(ratio(4), 10);
    expect(value('gap-ratio-scale-half')).toBeCloseTo(ratio(0.5), 10);
    expect(value('gap-ratio-relative')).toBeCloseTo(relative(1), 10);
    expect(value('gap-ratio-relative-scale-4')).toBeCloseTo(relative(4), 10);
  });

  test('ReLU sends all of A to the origin and leaves B exactly one positive sum', () => {
    expect(plane.A.flatMap(sumsOf).filter((sum) => relu.value(sum) !== 0)).toEqual([]);
    const positive = plane.B.map((point) => sumsOf(point).filter((sum) => sum > 0).length);
    expect(new Set(positive)).toEqual(new Set([1]));
  });

  test('flipping all signs leaves tanh its gap and ReLU none', () => {
    expect(hiddenGap(relu, -1).gap).toBe(0);
    expect(hiddenGap(tanh, -1).gap).toBeCloseTo(value('gap-tanh'), 12);
  });

  test('the gap of ReLU grows with the weights, that of tanh stays inside its square', () => {
    expect(hiddenGap(relu, 64).gap).toBeCloseTo(64 * value('gap-relu'), 9);
    expect(hiddenGap(tanh, 64).gap).toBeLessThanOrEqual(Math.SQRT2);
  });

  test('areas are multiplied by the determinant of the printed weights', () => {
    expect(value('hidden-determinant')).toBeCloseTo(1.6 * -0.9 - 1.2 * -1.8, 12);
  });
});
