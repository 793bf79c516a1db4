// An independent check of separability.ts in plain rational arithmetic on the points themselves: it
// shares no step with the search and takes nothing on trust but the definitions.

import { type Reading, readPoints } from './integer-points.ts';
import { Rational } from './rational.ts';
import type { ConvexWeight, Separation } from './separability.ts';

type Point = readonly Rational[];

function dot(p: Point, q: Point): Rational {
  return p.reduce((sum, value, j) => sum.add(value.multiply(q[j])), Rational.zero);
}

/** The convex mixture of `points`, or undefined when the weights are not positive with sum 1. */
function mixture(points: readonly Point[], weights: readonly ConvexWeight[]): Point | undefined {
  let sum = Rational.zero;
  for (const { weight } of weights) {
    if (weight.sign() <= 0) return undefined;
    sum = sum.add(weight);
  }
  if (!sum.equals(Rational.one)) return undefined;
  return points[0].map((_, j) =>
    weights.reduce(
      (value, { index, weight }) => value.add(weight.multiply(points[index][j])),
      Rational.zero,
    ),
  );
}

const equal = (p: Point, q: Point): boolean => p.every((value, j) => value.equals(q[j]));

/**
 * Whether `answer` is right for A and B, exactly: a certificate's mixtures coincide, or every point
 * lies beyond its face and the strip is as wide as the distance of two points of the hulls, so that
 * no wider one exists. Same reading as was given to `separate`.
 */
export function verifySeparation(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  answer: Separation,
  reading: Reading = 'decimal',
): boolean {
  return verifyRationals(readPoints(a, reading), readPoints(b, reading), answer);
}

/** `verifySeparation` for an answer of `separateRationals`. */
export function verifyRationals(
  a: readonly Point[],
  b: readonly Point[],
  answer: Separation,
): boolean {
  if (answer.kind === 'empty') {
    const empty = a.length > 0 ? (b.length > 0 ? 'none' : 'B') : b.length > 0 ? 'A' : 'both';
    return answer.empty === empty;
  }
  if (a.length === 0 || b.length === 0) return false;
  const mixtureA = mixture(a, answer.weightsA);
  const mixtureB = mixture(b, answer.weightsB);
  if (!mixtureA || !mixtureB) return false;
  if (answer.kind === 'inseparable') {
    return equal(mixtureA, answer.exactPoint) && equal(mixtureB, answer.exactPoint);
  }
  const { direction, faceA, faceB, gapSquared } = answer.exact;
  return (
    faceA.compare(faceB) < 0 &&
    a.every((point) => dot(direction, point).compare(faceA) <= 0) &&
    b.every((point) => dot(direction, point).compare(faceB) >= 0) &&
    equal(
      direction,
      mixtureB.map((value, j) => value.subtract(mixtureA[j])),
    ) &&
    dot(direction, direction).equals(gapSquared) &&
    faceB.subtract(faceA).equals(gapSquared)
  );
}
