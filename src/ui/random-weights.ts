// Random weights that can be checked in the head: halves from −2 to 2, never 0. Every possible
// connection has its own place in the draw, so that adding a neuron leaves the others as they were.
import { createRandom } from '../core/random.ts';

/** weights[layer][to][from]; the last of each row is the bias. */
export type WeightTable = readonly (readonly (readonly number[])[])[];

const steps = 4;

/** `layers` tables of `most` neurons with `most` weights and a bias each, from `seed`. */
export function drawWeights(seed: number, layers: number, most: number): WeightTable {
  const random = createRandom(seed);
  const draw = () => ((random.integer(steps) + 1) / 2) * (random.integer(2) === 0 ? 1 : -1);
  return Array.from({ length: layers }, () =>
    Array.from({ length: most }, () => Array.from({ length: most + 1 }, draw)),
  );
}
