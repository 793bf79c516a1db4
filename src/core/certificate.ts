// The certificate that no hyperplane parts two sets: a common point of their hulls with its convex
// weights. In the plane the clearest one is chosen, two crossing segments; else, and in any other
// dimension, what the search found is thinned out to d + 2 points (Carathéodory 1907).

import { clearestCrossing, type Weighted } from './crossing.ts';
import { dependency } from './integer-linear.ts';
import type { NearestHulls } from './nearest-hulls.ts';
import { gcd, Rational } from './rational.ts';
import type { ConvexWeight, Inseparable } from './separability.ts';

type IntegerPoint = readonly bigint[];

/** The pairs' weights added up for each point of one class. */
export function marginal(nearest: NearestHulls, side: 'a' | 'b'): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const pair of nearest.pairs) {
    sums.set(pair[side], (sums.get(pair[side]) ?? 0n) + pair.weight);
  }
  return sums;
}

export function shares(
  weights: Iterable<readonly [number, bigint]>,
  total: bigint,
): ConvexWeight[] {
  return [...weights]
    .map(([index, weight]) => ({ index, weight: Rational.of(weight, total) }))
    .sort((p, q) => p.index - q.index);
}

/** A common point of two hulls whose shortest difference `nearest` is 0. */
export function certificate(
  a: readonly IntegerPoint[],
  b: readonly IntegerPoint[],
  nearest: NearestHulls,
  scale: bigint,
): Inseparable {
  const crossing = a[0].length === 2 ? clearestCrossing(a, b) : undefined;
  const [ofA, ofB] = crossing ?? thinned(a, b, nearest);
  const total = (weights: Weighted) => weights.reduce((sum, [, weight]) => sum + weight, 0n);
  const exactPoint = a[0].map((_, j) =>
    Rational.of(
      ofA.reduce((sum, [index, weight]) => sum + weight * a[index][j], 0n),
      total(ofA) * scale,
    ),
  );
  return {
    kind: 'inseparable',
    point: exactPoint.map((value) => value.toNumber()),
    exactPoint,
    weightsA: shares(ofA, total(ofA)),
    weightsB: shares(ofB, total(ofB)),
  };
}

/** The weights the search found, on at most d + 2 points. */
function thinned(
  a: readonly IntegerPoint[],
  b: readonly IntegerPoint[],
  nearest: NearestHulls,
): [Weighted, Weighted] {
  let entries = [
    ...[...marginal(nearest, 'a')].map(([index, weight]) => ({
      ofA: true,
      index,
      weight,
      column: [...a[index], 1n, 0n],
    })),
    ...[...marginal(nearest, 'b')].map(([index, weight]) => ({
      ofA: false,
      index,
      weight,
      column: [...b[index].map((value) => -value), 0n, 1n],
    })),
  ];
  // Carathéodory: as long as the columns are dependent, walk along the dependency, which keeps the
  // point common and both sums equal, until a weight is used up.
  for (;;) {
    const step = dependency(entries.map(({ column }) => column));
    if (!step) break;
    let last = -1;
    step.forEach((value, k) => {
      const sooner = last < 0 || entries[k].weight * step[last] < entries[last].weight * value;
      if (value > 0n && sooner) last = k;
    });
    const moved = entries.map(
      ({ weight }, k) => weight * step[last] - entries[last].weight * step[k],
    );
    const divisor = moved.reduce(gcd, 0n);
    entries = entries
      .map((entry, k) => ({ ...entry, weight: moved[k] / divisor }))
      .filter(({ weight }) => weight > 0n);
  }
  const of = (side: boolean): Weighted =>
    entries.filter(({ ofA }) => ofA === side).map(({ index, weight }) => [index, weight]);
  return [of(true), of(false)];
}
