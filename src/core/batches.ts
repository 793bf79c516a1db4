// Mini-batches: each step sees a few samples, every sample once per round, in a new random order
// each round. What is left over at the end of a round is passed over.

import { createWorkspace, type Workspace } from './backprop.ts';
import { plainRoom, type Room } from './kernel.ts';
import type { Mlp } from './mlp.ts';
import type { Random } from './random.ts';

/** A round's batches, a row per neuron in each. */
export interface Batches {
  readonly workspace: Workspace;
  readonly inputs: readonly Float64Array[];
  readonly targets: readonly Float64Array[];
  /** The number of the step's batch. After the last one of a round all are laid out anew. */
  next(): number;
}

interface Samples {
  readonly mlp: Mlp;
  readonly sampleCount: number;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/** Batches of `size` samples, fewer than there are. A round is laid out at once, at its start. */
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
  const count = Math.floor(sampleCount / size);
  const parts = ({ length }: Float64Array): readonly Float64Array[] =>
    Array.from({ length: count }, () => room.floats((length / sampleCount) * size));
  const gatherOne = (from: Float64Array, to: Float64Array, first: number): void => {
    const end = first + size;
    for (let row = 0, at = 0; row < from.length; row += sampleCount) {
      for (let s = first; s < end; s++) to[at++] = from[row + order[s]];
    }
  };
  const gather = (from: Float64Array, to: readonly Float64Array[]): void => {
    for (let k = 0; k < count; k++) gatherOne(from, to[k], k * size);
  };
  const [few, theirs] = [parts(inputs), parts(targets)];
  let k = count;
  return {
    workspace: createWorkspace(mlp, size, room, gradients),
    inputs: few,
    targets: theirs,
    next: () => {
      if (k === count) {
        random.shuffle(order);
        gather(inputs, few);
        gather(targets, theirs);
        k = 0;
      }
      return k++;
    },
  };
};
