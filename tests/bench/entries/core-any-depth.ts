// The core's plain path, for networks of any depth (src/core/backprop.ts).
import { createWorkspace, lossAndGradient } from '../../../src/core/backprop.ts';
import { createBatches } from '../../../src/core/batches.ts';
import { createMlp } from '../../../src/core/mlp.ts';
import { optimisers } from '../../../src/core/optimisers.ts';
import { createRandom } from '../../../src/core/random.ts';
import { DOUBLE, type Entry } from '../contract.ts';

export const entry: Entry = {
  tolerance: DOUBLE,
  accept: (workload) => workload,
  create: (workload) => {
    const mlp = createMlp(workload);
    const parameters = workload.start.slice();
    const gradient = new Float64Array(mlp.parameterCount);
    const optimiser = optimisers[workload.optimiser];
    const state = new Float64Array(optimiser.stateLength(mlp.parameterCount));
    const { sampleCount, batch, learningRate } = workload;
    const samples =
      batch < sampleCount
        ? createBatches({ ...workload, mlp }, batch, createRandom(1))
        : {
            workspace: createWorkspace(mlp, sampleCount),
            inputs: [workload.inputs],
            targets: [workload.targets],
            next: () => 0,
          };
    const { workspace, inputs, targets } = samples;
    const steps = (count: number): void => {
      for (let k = 0; k < count; k++) {
        const b = samples.next();
        lossAndGradient(workspace, parameters, inputs[b], targets[b], 'squaredError', gradient);
        optimiser.step(parameters, gradient, state, learningRate);
      }
    };
    return { steps, parameters: () => parameters };
  },
};
