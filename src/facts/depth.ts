// How much cheaper a sawtooth is for a deep network: folds of the unit interval in half, each by
// two ReLUs, against one hidden layer (after Telgarsky 2016).

import { count, type Fact } from './fact.ts';

const FOLDS = 6;
const MANY_FOLDS = 20;
const RELUS_PER_FOLD = 2;

const relu = (z: number) => Math.max(0, z);

/** [0, 1] → [0, 1], up to 1 at ½ and down again. */
const fold = (u: number) => 2 * relu(u) - 4 * relu(u - 0.5);

/** Straight pieces of `folds` folds, counted on a dyadic grid, where the arithmetic is exact. */
export function countPieces(folds: number): number {
  const cells = 2 ** (folds + 2);
  const height = (i: number) => {
    let u = i / cells;
    for (let k = 0; k < folds; k++) u = fold(u);
    return u;
  };
  let pieces = 1;
  for (let i = 1; i < cells; i++) {
    if (height(i + 1) - height(i) !== height(i) - height(i - 1)) pieces++;
  }
  return pieces;
}

/**
 * Fewest ReLUs in one hidden layer that draw the sawtooth: its pieces − 1 kinks, and one more
 * neuron for the slope at the left end, which no choice of sides can balance.
 */
const shallowUnits = (folds: number) => countPieces(folds);

export const depthFacts = {
  'depth-pieces': count(countPieces(FOLDS)),
  'depth-deep-units': count(RELUS_PER_FOLD * FOLDS),
  'depth-shallow-units': count(shallowUnits(FOLDS)),
  'depth-deep-units-20': count(RELUS_PER_FOLD * MANY_FOLDS),
  'depth-shallow-units-20': count(shallowUnits(MANY_FOLDS)),
} satisfies Record<string, Fact>;
