import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestLine } from '../../src/core/best-line.ts';
import { Rational } from '../../src/core/rational.ts';
import { separate } from '../../src/core/separability.ts';
import { verifySeparation } from '../../src/core/verify-separation.ts';
import plane from '../fixtures/plane.json' with { type: 'json' };

type Points = number[][];

/** Every subset of the points, tried with `separate`: what a line may say A to. */
function bruteForce(a: Points, b: Points): number {
  const all = [...a, ...b];
  let best = 0;
  for (let subset = 0; subset < 1 << all.length; subset++) {
    const saysA = all.map((_, p) => (subset >> p) % 2 === 1);
    const answer = separate(
      all.filter((_, p) => saysA[p]),
      all.filter((_, p) => !saysA[p]),
    );
    if (answer.kind === 'inseparable') continue;
    best = Math.max(best, saysA.filter((says, p) => says === p < a.length).length);
  }
  return best;
}

/** How many points the line of floating-point numbers strictly gets right, in exact arithmetic. */
function count(a: Points, b: Points, normal: readonly number[], offset: number): number {
  const value = (point: number[]) =>
    point
      .reduce(
        (sum, x, j) => sum.add(Rational.fromDouble(normal[j]).multiply(Rational.fromDecimal(x))),
        Rational.fromDouble(offset),
      )
      .sign();
  return a.filter((p) => value(p) < 0).length + b.filter((p) => value(p) > 0).length;
}

const coordinates = [
  fc.integer({ min: -1, max: 1 }),
  fc.integer({ min: -5, max: 5 }).map((n) => n / 5),
  fc.integer({ min: -200, max: 200 }).map((n) => n / 100),
];
const sets = fc.constantFrom(...coordinates).chain((coordinate) => {
  const point = fc.tuple(coordinate, coordinate).map(([x, y]) => [x, y]);
  return fc.tuple(fc.array(point, { maxLength: 5 }), fc.array(point, { maxLength: 5 }));
});

describe('bestLine', () => {
  it('gets 36 of the article’s 48 points right, and no line does better', () => {
    const best = bestLine(plane.A, plane.B);
    expect([best.correct, best.total]).toEqual([
      plane.facts.bestSingleLine.correct,
      plane.facts.bestSingleLine.of,
    ]);
    expect(count(plane.A, plane.B, best.normal, best.offset)).toBe(36);
  });

  it('equals the best over all subsets a line can cut off, degenerate sets included', () => {
    fc.assert(
      fc.property(sets, ([a, b]) => {
        const best = bestLine(a, b);
        expect(best.correct).toBe(bruteForce(a, b));
        expect(best.total).toBe(a.length + b.length);
        expect(count(a, b, best.normal, best.offset)).toBe(best.correct);
        expect(best.wrongA.length + best.wrongB.length).toBe(best.total - best.correct);
      }),
      { numRuns: 120 },
    );
  });

  it('runs midway in a strip that is exactly verified', () => {
    const { sides, wrongA, wrongB } = bestLine(plane.A, plane.B);
    const saysA = [
      ...plane.A.filter((_, p) => !wrongA.includes(p)),
      ...plane.B.filter((_, p) => wrongB.includes(p)),
    ];
    const saysB = [
      ...plane.A.filter((_, p) => wrongA.includes(p)),
      ...plane.B.filter((_, p) => !wrongB.includes(p)),
    ];
    expect(sides.kind).toBe('separable');
    expect(verifySeparation(saysA, saysB, sides)).toBe(true);
  });

  it('counts the same on coordinates too large for cross products in doubles', () => {
    const enlarged = (points: Points) =>
      points.map((point) => point.map((value) => Math.round(value * 100) * 1e9));
    fc.assert(
      fc.property(sets, ([a, b]) => {
        expect(bestLine(enlarged(a), enlarged(b)).correct).toBe(bestLine(a, b).correct);
      }),
    );
  });

  it('has an answer for one class and for no points at all', () => {
    const none = bestLine([], []);
    expect([none.correct, none.total]).toEqual([0, 0]);
    const onlyB = bestLine(
      [],
      [
        [5, 1],
        [-7, 2],
      ],
    );
    expect(onlyB.correct).toBe(2);
    expect(
      count(
        [],
        [
          [5, 1],
          [-7, 2],
        ],
        onlyB.normal,
        onlyB.offset,
      ),
    ).toBe(2);
  });

  it('refuses points that are not in a plane', () => {
    expect(() => bestLine([[1, 2, 3]], [])).toThrow(
      'best line: got points of 3 coordinates, expected 2',
    );
  });
});
