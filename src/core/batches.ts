// Mini-batches: each step sees a few samples, every sample once per round, in a new random order
// each round. What is left over at the end of a round is passed over.

import { createWorkspace, type Workspace } from './backprop.ts';
import { plainRoom, type Room } from './kernel.ts';
import type { Mlp } from './mlp.ts';
import type { Random } from './random.ts';

/** The samples of the step at hand, a row per neuron; next() replaces them. */
export interface Batches {
  readonly workspace: Workspace;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  next(): void;
}

interface Samples {
  readonly mlp: Mlp;
  readonly sampleCount: number;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/** Copies the columns order[first …] of all rows. */
const gather = (
  from: Float64Array,
  sampleCount: number,
  to: Float64Array,
  size: number,
  order: Int32Array,
  first: number,
): void => {
  const rows = from.length / sampleCount;
  for (let row = 0; row < rows; row++) {
    for (let s = 0; s < size; s++) to[row * size + s] = from[row * sampleCount + order[first + s]];
  }
};

/** Batches of `size` samples, fewer than there are. */
export const createBatches = (
  { mlp, sampleCount, inputs, targets }: Samples,
  size: number,
  random: Random,
  room: Room = plainRoom,
  gradients = true,
): Batches => {
  if (!(Number.isSafeInteger(size) && size >= 1)) {
    throw new Error(`a batch is a whole number of samples, at least 1: ${size}`);
  }
  const order = Int32Array.from({ length: sampleCount }, (_, s) => s);
  const few = room.floats(mlp.sizes[0] * size);
  const theirs = room.floats(mlp.sizes[mlp.sizes.length - 1] * size);
  const workspace = createWorkspace(mlp, size, room, gradients);
  let first = sampleCount;
  const next = (): void => {
    if (first + size > sampleCount) {
      random.shuffle(order);
      first = 0;
    }
    gather(inputs, sampleCount, few, size, order, first);
    gather(targets, sampleCount, theirs, size, order, first);
    first += size;
  };
  return { workspace, inputs: few, targets: theirs, next };
};
