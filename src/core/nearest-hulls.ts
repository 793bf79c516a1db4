// The nearest points of two convex hulls, exactly: Wolfe's minimum-norm-point algorithm (Wolfe 1976)
// on the differences a − b, in integers. It keeps a "corral" of affinely independent differences
// whose nearest point to the origin lies inside their hull; the distance falls at every step and
// there are finitely many corrals, so in exact arithmetic it ends, touching and degenerate sets
// included. Not the public answer: that is separability.ts.

import { solveIntegers } from './integer-linear.ts';
import { gcd } from './rational.ts';

type Point = readonly bigint[];

/** A difference a − b that carries weight. */
export interface WeightedPair {
  readonly a: number;
  readonly b: number;
  /** Positive; the pair's share is weight ÷ the sum of all weights. */
  readonly weight: bigint;
}

/** The shortest difference of the hulls, Σ weight·(a − b) ÷ total; all 0 when they meet. */
export interface NearestHulls {
  readonly pairs: readonly WeightedPair[];
  readonly numerators: readonly bigint[];
  readonly total: bigint;
}

interface Member {
  readonly a: number;
  readonly b: number;
  readonly difference: Point;
}

function dot(p: Point, q: Point): bigint {
  let sum = 0n;
  for (let j = 0; j < p.length; j++) sum += p[j] * q[j];
  return sum;
}

const total = (weights: readonly bigint[]): bigint => weights.reduce((sum, w) => sum + w, 0n);

function lowestTerms(weights: readonly bigint[]): bigint[] {
  const divisor = weights.reduce(gcd, 0n);
  return weights.map((weight) => weight / divisor);
}

/**
 * Weights, up to a positive factor, of the point nearest to the origin in the affine hull:
 * u of (G + 11ᵀ)u = 1 with G the Gram matrix (Wolfe 1976, section 4).
 */
function affineWeights(corral: readonly Member[]): bigint[] {
  const matrix = corral.map((p) => corral.map((q) => dot(p.difference, q.difference) + 1n));
  const solution = solveIntegers(
    matrix,
    corral.map(() => 1n),
  );
  if (!solution) throw new Error(`corral of ${corral.length} is affinely dependent`);
  // G + 11ᵀ is positive definite, so its determinant is positive and so is the sum of u.
  return lowestTerms(solution.numerators);
}

/** Index of the point whose product with `direction` is smallest (sign 1) or largest (sign −1). */
function extreme(points: readonly Point[], direction: Point, sign: 1n | -1n): number {
  let best = 0;
  let least = dot(points[0], direction) * sign;
  for (let i = 1; i < points.length; i++) {
    const value = dot(points[i], direction) * sign;
    if (value < least) [best, least] = [i, value];
  }
  return best;
}

/** Nearest points of the hulls of `a` and `b`, both non-empty, integers over one scale. */
export function nearestHulls(a: readonly Point[], b: readonly Point[]): NearestHulls {
  const member = (i: number, j: number): Member => ({
    a: i,
    b: j,
    difference: a[i].map((value, k) => value - b[j][k]),
  });
  let corral = [member(0, 0)];
  let weights = [1n];
  for (;;) {
    const sum = total(weights);
    const numerators = a[0].map((_, j) =>
      corral.reduce((value, { difference }, k) => value + weights[k] * difference[j], 0n),
    );
    const next = member(extreme(a, numerators, 1n), extreme(b, numerators, -1n));
    const length = dot(numerators, numerators);
    if (length === 0n || dot(numerators, next.difference) * sum >= length) {
      const pairs = corral.map((pair, k) => ({ a: pair.a, b: pair.b, weight: weights[k] }));
      return { pairs, numerators, total: sum };
    }
    corral.push(next);
    weights.push(0n);
    let target = affineWeights(corral);
    while (target.some((weight) => weight <= 0n)) {
      ({ corral, weights } = retreat(corral, weights, target));
      target = affineWeights(corral);
    }
    weights = target;
  }
}

/** From `weights` towards `target` until the first weight is used up; members left at 0 drop out. */
function retreat(
  corral: readonly Member[],
  weights: readonly bigint[],
  target: readonly bigint[],
): { corral: Member[]; weights: bigint[] } {
  const here = total(weights);
  const there = total(target);
  // Member k is used up at the share numerator/denominator of the way; the least share wins.
  let numerator = 1n;
  let denominator = 1n;
  target.forEach((weight, k) => {
    if (weight > 0n) return;
    const part = weights[k] * there;
    const whole = part - weight * here;
    if (part * denominator < numerator * whole) [numerator, denominator] = [part, whole];
  });
  const moved = weights.map(
    (weight, k) => (denominator - numerator) * weight * there + numerator * target[k] * here,
  );
  const kept = moved.flatMap((weight, k) => (weight > 0n ? [k] : []));
  return { corral: kept.map((k) => corral[k]), weights: lowestTerms(kept.map((k) => moved[k])) };
}
