// Can a hyperplane part two finite sets of points? Either the one of widest margin, or a certificate
// that none exists: a point that is a convex mixture of each set (the hulls meet; Kirchberger 1903).
// Exact throughout, from nearest-hulls.ts, and still fit for every frame of a drag: 48 points in the
// plane take well under a millisecond. `verifySeparation` in verify-separation.ts checks an answer independently.

import { certificate, marginal, shares } from './certificate.ts';
import { integerPoints, type Reading, readPoints } from './integer-points.ts';
import { type NearestHulls, nearestHulls } from './nearest-hulls.ts';
import { Rational } from './rational.ts';

/** Point `index` of its class carries the share `weight` > 0; a class's weights add up to 1. */
export interface ConvexWeight {
  readonly index: number;
  readonly weight: Rational;
}

/** A hyperplane parts the classes: normal·x + offset ≤ −gap/2 on A, ≥ gap/2 on B. */
export interface Separable {
  readonly kind: 'separable';
  /** Unit vector from A towards B. */
  readonly normal: readonly number[];
  readonly offset: number;
  /** Distance between the convex hulls: the width of the widest empty strip. */
  readonly gap: number;
  /** Points on the strip's two faces. */
  readonly supportA: readonly number[];
  readonly supportB: readonly number[];
  /** The nearest points of the hulls, as mixtures of support points. */
  readonly weightsA: readonly ConvexWeight[];
  readonly weightsB: readonly ConvexWeight[];
  readonly exact: ExactStrip;
}

/** The strip in exact numbers: direction·a ≤ faceA < faceB ≤ direction·b. */
export interface ExactStrip {
  /** Nearest point of B's hull minus nearest point of A's; the unit normal is this ÷ gap. */
  readonly direction: readonly Rational[];
  readonly faceA: Rational;
  readonly faceB: Rational;
  /** |direction|², which is also faceB − faceA. */
  readonly gapSquared: Rational;
}

/**
 * No hyperplane parts the classes: `point` lies in both hulls, with the weights that prove it. In
 * the plane it is the crossing of two segments wherever corners of the hulls allow one.
 */
export interface Inseparable {
  readonly kind: 'inseparable';
  readonly point: readonly number[];
  readonly exactPoint: readonly Rational[];
  /** At most d + 2 entries in both lists together. */
  readonly weightsA: readonly ConvexWeight[];
  readonly weightsB: readonly ConvexWeight[];
}

/** There is nothing to part. */
export interface EmptyClass {
  readonly kind: 'empty';
  readonly empty: 'A' | 'B' | 'both';
}

export type Separation = Separable | Inseparable | EmptyClass;

type Points = readonly (readonly number[])[];
type RationalPoints = readonly (readonly Rational[])[];
type IntegerPoint = readonly bigint[];

/**
 * Parts A from B by the hyperplane of widest margin, or certifies that none does; hulls that only
 * touch count as inseparable. Points: any common dimension ≥ 1, duplicates welcome. `reading` says
 * what a coordinate stands for: the decimal it prints as, or its exact double (hidden-space points).
 * Throws when dimensions differ or a coordinate is not finite.
 */
export function separate(a: Points, b: Points, reading: Reading = 'decimal'): Separation {
  return separateRationals(readPoints(a, reading), readPoints(b, reading));
}

/** `separate` for points already exact. */
export function separateRationals(a: RationalPoints, b: RationalPoints): Separation {
  const { sets, scale } = integerPoints([a, b]);
  if (a.length === 0 || b.length === 0) {
    return { kind: 'empty', empty: a.length > 0 ? 'B' : b.length > 0 ? 'A' : 'both' };
  }
  const nearest = nearestHulls(sets[0], sets[1]);
  return nearest.numerators.every((value) => value === 0n)
    ? certificate(sets[0], sets[1], nearest, scale)
    : strip(sets[0], sets[1], nearest, scale);
}

function strip(
  a: readonly IntegerPoint[],
  b: readonly IntegerPoint[],
  nearest: NearestHulls,
  scale: bigint,
): Separable {
  // numerators is A − B; the strip's direction runs from A to B.
  const along = nearest.numerators.map((value) => -value);
  const level = (point: IntegerPoint) =>
    point.reduce((sum, value, j) => sum + value * along[j], 0n);
  const levelsA = a.map(level);
  const levelsB = b.map(level);
  const faceA = levelsA.reduce((most, value) => (value > most ? value : most));
  const faceB = levelsB.reduce((least, value) => (value < least ? value : least));
  const onFace = (levels: readonly bigint[], face: bigint) =>
    levels.flatMap((value, index) => (value === face ? [index] : []));

  const unit = scale * nearest.total;
  const direction = along.map((value) => Rational.of(value, unit));
  const face = (value: bigint) => Rational.of(value, unit * scale);
  const exact = {
    direction,
    faceA: face(faceA),
    faceB: face(faceB),
    gapSquared: face(faceB - faceA),
  };
  return {
    kind: 'separable',
    ...unitForm(exact),
    supportA: onFace(levelsA, faceA),
    supportB: onFace(levelsB, faceB),
    weightsA: shares(marginal(nearest, 'a'), nearest.total),
    weightsB: shares(marginal(nearest, 'b'), nearest.total),
    exact,
  };
}

/** Rounded once from the exact strip, by the largest entry first so that no square overflows. */
function unitForm({ direction, faceA, faceB }: ExactStrip) {
  const size = (value: Rational) => (value.sign() < 0 ? value.negate() : value);
  const largest = direction.map(size).reduce((p, q) => (p.compare(q) < 0 ? q : p));
  const ratios = direction.map((value) => value.divide(largest).toNumber());
  const length = Math.sqrt(ratios.reduce((sum, value) => sum + value * value, 0));
  const middle = faceA.add(faceB).divide(Rational.of(-2)).divide(largest);
  return {
    normal: ratios.map((value) => value / length),
    offset: middle.toNumber() / length,
    gap: largest.toNumber() * length,
  };
}
