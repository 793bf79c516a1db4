// What every entry's loss is compared with: the core's plain path, each batch put together by hand.
import { createWorkspace, forward, lossAndGradient } from '../../src/core/backprop.ts';
import { batchLoss } from '../../src/core/losses.ts';
import { createMlp } from '../../src/core/mlp.ts';
import { optimisers } from '../../src/core/optimisers.ts';
import type { Workload } from './contract.ts';

/** The loss at some parameters over all samples. */
export const lossAt = (workload: Workload, parameters: ArrayLike<number>): number => {
  const { sampleCount, inputs, targets } = workload;
  const outputs = forward(
    createWorkspace(createMlp(workload), sampleCount),
    Float64Array.from(parameters),
    inputs,
  );
  return batchLoss('squaredError', outputs, targets, new Float64Array(targets.length), sampleCount);
};

const gather = (rows: Float64Array, sampleCount: number, chosen: Int32Array): Float64Array =>
  Float64Array.from(
    { length: (rows.length / sampleCount) * chosen.length },
    (_, k) => rows[Math.trunc(k / chosen.length) * sampleCount + chosen[k % chosen.length]],
  );

/** The losses at the start and after every `every` steps, up to `last`. */
export const referenceLosses = (workload: Workload, every: number, last: number): number[] => {
  const { batch, schedule, sampleCount, updatesPerStep, learningRate } = workload;
  const mlp = createMlp(workload);
  const workspace = createWorkspace(mlp, batch);
  const parameters = workload.start.slice();
  const gradient = new Float64Array(mlp.parameterCount);
  const optimiser = optimisers[workload.optimiser];
  const state = new Float64Array(optimiser.stateLength(mlp.parameterCount));
  const losses = [lossAt(workload, parameters)];
  for (let update = 0; update < last * updatesPerStep; update++) {
    const first = (update * batch) % schedule.length;
    const chosen = schedule.subarray(first, first + batch);
    const inputs = gather(workload.inputs, sampleCount, chosen);
    const targets = gather(workload.targets, sampleCount, chosen);
    lossAndGradient(workspace, parameters, inputs, targets, 'squaredError', gradient);
    optimiser.step(parameters, gradient, state, learningRate);
    if ((update + 1) % (every * updatesPerStep) === 0) losses.push(lossAt(workload, parameters));
  }
  return losses;
};
