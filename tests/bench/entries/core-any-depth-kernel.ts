// The core's passes for networks of any depth by the WebAssembly kernel (src/core/kernel-passes.ts),
// also where the pages would take the passes fused for one hidden layer.
import { createWorkspace } from '../../../src/core/backprop.ts';
import { createBatches } from '../../../src/core/batches.ts';
import { inRoom, useKernel } from '../../../src/core/kernel.ts';
import { kernelLossAndGradient } from '../../../src/core/kernel-passes.ts';
import { createMlp } from '../../../src/core/mlp.ts';
import { optimisers } from '../../../src/core/optimisers.ts';
import { createRandom } from '../../../src/core/random.ts';
import binary from '../../../src/kernel/out/kernel.wasm';
import { kernelMaker } from '../../../src/training/kernel.ts';
import { DOUBLE, type Entry } from '../contract.ts';

export const entry: Entry = {
  tolerance: DOUBLE,
  accept: (workload) => workload,
  create: async (workload) => {
    useKernel(kernelMaker(await WebAssembly.compile(binary)));
    const mlp = createMlp(workload);
    const optimiser = optimisers[workload.optimiser];
    const { sampleCount, batch, learningRate } = workload;
    const few = batch < sampleCount;
    const { kernel, parameters, gradient, state, all, batches } = inRoom(
      (room) => ({
        kernel: room.kernel,
        parameters: room.floats(mlp.parameterCount),
        gradient: room.floats(mlp.parameterCount),
        state: room.floats(optimiser.stateLength(mlp.parameterCount)),
        all: {
          inputs: room.floats(few ? 0 : workload.inputs.length),
          targets: room.floats(few ? 0 : workload.targets.length),
          workspace: few ? null : createWorkspace(mlp, sampleCount, room),
        },
        batches: few ? createBatches({ ...workload, mlp }, batch, createRandom(1), room) : null,
      }),
      0,
    );
    const workspace = batches?.workspace ?? all.workspace;
    if (kernel === null || !workspace) throw new Error('there is no kernel');
    parameters.set(workload.start);
    if (!few) {
      all.inputs.set(workload.inputs);
      all.targets.set(workload.targets);
    }
    const steps = (count: number): void => {
      for (let k = 0; k < count; k++) {
        const { inputs, targets } = batches?.next() ?? all;
        kernelLossAndGradient(
          kernel,
          workspace,
          parameters,
          inputs,
          targets,
          'squaredError',
          gradient,
        );
        optimiser.step(parameters, gradient, state, learningRate, kernel);
      }
    };
    return { steps, parameters: () => parameters };
  },
};
