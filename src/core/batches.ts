// Mini-batches: each step sees a few samples, every sample once per round, in a new random order
// each round. What is left over at the end of a round is passed over.

import { createWorkspace, type Workspace } from './backprop.ts';
import { plainRoom, type Room } from './kernel.ts';
import type { Mlp } from './mlp.ts';
import type { Random } from './random.ts';

/** The samples of one step, a row per neuron. */
export interface Batch {
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

export interface Batches {
  readonly workspace: Workspace;
  /** The next step's samples, good until the one after them is asked for. */
  next(): Batch;
}

interface Samples {
  readonly mlp: Mlp;
  readonly sampleCount: number;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/** Puts the samples in order, batch after batch, a row per neuron in each. */
const gather = (
  from: Float64Array,
  sampleCount: number,
  to: Float64Array,
  size: number,
  order: Int32Array,
): void => {
  let at = 0;
  for (let first = 0; at < to.length; first += size) {
    for (let row = 0; row < from.length; row += sampleCount) {
      for (let s = first; s < first + size; s++) to[at++] = from[row + order[s]];
    }
  }
};

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
  const few = size * mlp.sizes[0];
  const fewer = size * mlp.sizes[mlp.sizes.length - 1];
  const allInputs = room.floats(count * few);
  const allTargets = room.floats(count * fewer);
  const round = Array.from(
    { length: count },
    (_, k): Batch => ({
      inputs: allInputs.subarray(k * few, (k + 1) * few),
      targets: allTargets.subarray(k * fewer, (k + 1) * fewer),
    }),
  );
  const workspace = createWorkspace(mlp, size, room, gradients);
  let k = count;
  const next = (): Batch => {
    if (k === count) {
      random.shuffle(order);
      gather(inputs, sampleCount, allInputs, size, order);
      gather(targets, sampleCount, allTargets, size, order);
      k = 0;
    }
    return round[k++];
  };
  return { workspace, next };
};
