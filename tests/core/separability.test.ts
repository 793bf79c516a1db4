import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/core/rational.ts';
import { type Separable, separate } from '../../src/core/separability.ts';
import { verifySeparation } from '../../src/core/verify-separation.ts';
import plane from '../fixtures/plane.json' with { type: 'json' };

type Points = number[][];

const facts = plane.facts;
/** plane.json gives the gaps to four decimals. */
const FOUR_DECIMALS = 4;

function hidden(points: Points, activation: (z: number) => number): Points {
  return points.map(([x1, x2]) =>
    plane.lines.map(({ w, b }) => activation(w[0] * x1 + w[1] * x2 + b)),
  );
}

function separable(a: Points, b: Points): Separable {
  const answer = separate(a, b, 'double');
  if (answer.kind !== 'separable') throw new Error(`got ${answer.kind}`);
  expect(verifySeparation(a, b, answer, 'double')).toBe(true);
  return answer;
}

/** A tiny grid makes duplicates, collinear sets, shared points and touching hulls common. */
const grids = [
  fc.integer({ min: -1, max: 1 }),
  fc.integer({ min: -4, max: 4 }).map((n) => n / 2),
  fc.integer({ min: -200, max: 200 }).map((n) => n / 100),
  fc.maxSafeInteger().map((n) => n / 2 ** 51),
];
const cases = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...grids))
  .chain(([dimension, coordinate]) => {
    const point = fc.array(coordinate, { minLength: dimension, maxLength: dimension });
    const points = fc.array(point, { maxLength: 9 });
    return fc.tuple(points, points, fc.constantFrom('decimal' as const, 'double' as const));
  });

describe('separate', () => {
  it('gives a hyperplane or a certificate, always, and it holds in exact arithmetic', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(cases, ([a, b, reading]) => {
        const answer = separate(a, b, reading);
        expect(verifySeparation(a, b, answer, reading)).toBe(true);
        seen.set(answer.kind, (seen.get(answer.kind) ?? 0) + 1);
        if (answer.kind === 'inseparable') {
          const carriers = answer.weightsA.length + answer.weightsB.length;
          expect(carriers).toBeLessThanOrEqual(answer.point.length + 2);
        }
      }),
      { numRuns: 1500 },
    );
    for (const kind of ['separable', 'inseparable', 'empty']) {
      expect(seen.get(kind) ?? 0).toBeGreaterThan(20);
    }
  });

  it('answers the same for the classes exchanged, with the normal turned round', () => {
    fc.assert(
      fc.property(cases, ([a, b, reading]) => {
        const one = separate(a, b, reading);
        const other = separate(b, a, reading);
        expect(other.kind).toBe(one.kind);
        if (one.kind === 'separable' && other.kind === 'separable') {
          expect(other.exact.gapSquared).toEqual(one.exact.gapSquared);
          expect(other.exact.direction).toEqual(one.exact.direction.map((v) => v.negate()));
          expect(other.supportA).toEqual(one.supportB);
        }
      }),
    );
  });

  it('certifies the article’s data by the stored crossing of two segments', () => {
    const { segmentA, segmentB, point } = facts.certificate;
    const answer = separate(plane.A, plane.B);
    if (answer.kind !== 'inseparable') throw new Error(`got ${answer.kind}`);
    expect(verifySeparation(plane.A, plane.B, answer)).toBe(true);
    const ends = (points: Points, weights: readonly { index: number }[]) =>
      weights.map(({ index }) => points[index]);
    expect(ends(plane.A, answer.weightsA)).toEqual(segmentA);
    expect(ends(plane.B, answer.weightsB)).toEqual(segmentB);
    expect(answer.point[0]).toBeCloseTo(point[0], 10);
    expect(answer.point[1]).toBeCloseTo(point[1], 10);
    // The stored orientations on the ×100 grid: −110003, +125135 and +103548, −131590.
    const shares = (weights: typeof answer.weightsA) => weights.map(({ weight }) => weight);
    expect(shares(answer.weightsA)).toEqual([
      Rational.of(125135, 125135 + 110003),
      Rational.of(110003, 125135 + 110003),
    ]);
    expect(shares(answer.weightsB)).toEqual([
      Rational.of(131590, 131590 + 103548),
      Rational.of(103548, 131590 + 103548),
    ]);
  });

  it('certifies a triangle round a point, where no two segments cross', () => {
    const corners = [
      [0, 0],
      [3, 0],
      [0, 3],
    ];
    const answer = separate(corners, [[1, 1]]);
    if (answer.kind !== 'inseparable') throw new Error(`got ${answer.kind}`);
    expect(answer.weightsA.map(({ weight }) => weight)).toEqual(
      corners.map(() => Rational.of(1, 3)),
    );
    expect(answer.exactPoint).toEqual([Rational.one, Rational.one]);
  });

  it('still certifies the article’s data after the affine map of the identity activation', () => {
    const a = hidden(plane.A, (z) => z);
    const b = hidden(plane.B, (z) => z);
    expect(separate(a, b).kind).toBe('inseparable');
  });

  it.each([
    ['relu', facts.hullGapInHiddenSpace.relu, (z: number) => Math.max(z, 0)],
    ['tanh', facts.hullGapInHiddenSpace.tanh, Math.tanh],
    ['sigmoid', facts.hullGapInHiddenSpace.sigmoid, (z: number) => 1 / (1 + Math.exp(-z))],
    ['leaky relu', facts.hullGapInHiddenSpace.leakyRelu0_1, (z: number) => Math.max(z, z / 10)],
  ])('parts the hidden images under %s by the stored gap of %d', (_, gap, activation) => {
    const answer = separable(hidden(plane.A, activation), hidden(plane.B, activation));
    expect(answer.gap).toBeCloseTo(gap, FOUR_DECIMALS);
  });

  it('draws the stored widest-margin lines under relu and tanh', () => {
    const line = (activation: (z: number) => number) => {
      const { normal, offset } = separable(
        hidden(plane.A, activation),
        hidden(plane.B, activation),
      );
      return [...normal, offset].map((value) => Number(value.toFixed(4)));
    };
    expect(line((z) => Math.max(z, 0))).toEqual([0.5973, 0.802, -0.172]);
    expect(line(Math.tanh)).toEqual([0.6774, 0.7356, 0.6439]);
  });

  it('puts the line midway, so that each side keeps half the gap', () => {
    const { normal, offset, gap, supportA, supportB } = separable(
      [
        [0, 0],
        [0, 2],
      ],
      [[3, 1]],
    );
    expect(normal).toEqual([1, 0]);
    expect(offset).toBe(-1.5);
    expect(gap).toBe(3);
    expect([supportA, supportB]).toEqual([[0, 1], [0]]);
  });

  it('counts hulls that only touch as inseparable', () => {
    const answer = separate(
      [
        [0, 0],
        [2, 0],
      ],
      [
        [1, 0],
        [1, 5],
      ],
    );
    if (answer.kind !== 'inseparable') throw new Error(`got ${answer.kind}`);
    expect(answer.point).toEqual([1, 0]);
    expect(answer.weightsB).toEqual([{ index: 0, weight: Rational.one }]);
  });

  it('reads coordinates as decimals or as doubles, as told', () => {
    // The midpoint of 0.1 and 0.3 is 0.2 in decimals; the doubles of those names miss it by 10⁻¹⁷.
    const segment = [
      [0, 0.1],
      [0.2, 0.3],
    ];
    expect(separate(segment, [[0.1, 0.2]], 'decimal').kind).toBe('inseparable');
    expect(separate(segment, [[0.1, 0.2]], 'double').kind).toBe('separable');
  });

  it('keeps its numbers finite for coordinates near the ends of the range', () => {
    for (const size of [1e300, 1e-300]) {
      const { gap, normal } = separable([[size, size]], [[-size, -size]]);
      expect(gap / size).toBeCloseTo(2 * Math.SQRT2, 12);
      expect(normal[0]).toBeCloseTo(-Math.SQRT1_2, 12);
    }
  });

  it('says which class is empty', () => {
    expect(separate([], [[1, 2]])).toEqual({ kind: 'empty', empty: 'A' });
    expect(separate([[1, 2]], [])).toEqual({ kind: 'empty', empty: 'B' });
    expect(separate([], [])).toEqual({ kind: 'empty', empty: 'both' });
  });

  it('refuses mixed dimensions and numbers that are not finite', () => {
    expect(() => separate([[1, 2]], [[1]])).toThrow('point 0: got 1 coordinates, expected 2');
    expect(() => separate([[]], [[]])).toThrow('point 0: got 0 coordinates, expected at least 1');
    expect(() => separate([[Number.NaN]], [[1]])).toThrow('not a finite number: NaN');
  });
});

describe('verifySeparation', () => {
  it('rejects an answer that is off in any of its parts', () => {
    const answer = separate(plane.A, plane.B);
    if (answer.kind !== 'inseparable') throw new Error(`got ${answer.kind}`);
    const half = Rational.of(1, 2);
    const [first, ...rest] = answer.weightsA;
    const wrong = [
      { ...answer, exactPoint: answer.exactPoint.map((value) => value.add(half)) },
      { ...answer, weightsA: [{ ...first, weight: first.weight.add(half) }, ...rest] },
      { ...answer, weightsB: [] },
      { kind: 'empty' as const, empty: 'A' as const },
    ];
    for (const claim of wrong) expect(verifySeparation(plane.A, plane.B, claim)).toBe(false);

    const a = [[0, 0]];
    const b = [[2, 1]];
    const strip = separate(a, b);
    if (strip.kind !== 'separable') throw new Error(`got ${strip.kind}`);
    const { exact } = strip;
    const broken = [
      { ...exact, faceA: exact.faceB },
      { ...exact, faceA: exact.faceA.subtract(half) },
      { ...exact, gapSquared: exact.gapSquared.add(half) },
      { ...exact, direction: exact.direction.map((value) => value.multiply(half)) },
    ];
    for (const claim of broken) {
      expect(verifySeparation(a, b, { ...strip, exact: claim })).toBe(false);
    }
    expect(verifySeparation([], b, strip)).toBe(false);
  });
});
