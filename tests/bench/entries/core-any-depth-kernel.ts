// The core's passes for networks of any depth by the WebAssembly kernel (src/core/kernel-passes.ts),
// also where the pages would take the passes fused for one hidden layer.
import { createWorkspace, lossAndGradient } from '../../../src/core/backprop.ts';
import { createBatches } from '../../../src/core/batches.ts';
import { inRoom, useKernel } from '../../../src/core/kernel.ts';
import { kernelPasses } from '../../../src/core/kernel-passes.ts';
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
    const { kernel, parameters, gradient, state, samples } = inRoom(
      (room) => ({
        kernel: room.kernel,
        parameters: room.floats(mlp.parameterCount),
        gradient: room.floats(mlp.parameterCount),
        state: room.floats(optimiser.stateLength(mlp.parameterCount)),
        samples: few
          ? createBatches({ ...workload, mlp }, batch, createRandom(1), room)
          : {
              workspace: createWorkspace(mlp, sampleCount, room),
              inputs: [room.floats(workload.inputs.length)],
              targets: [room.floats(workload.targets.length)],
              next: () => 0,
            },
      }),
      0,
    );
    if (kernel === null) throw new Error('there is no kernel');
    const passes = kernelPasses(kernel);
    const { workspace, inputs, targets } = samples;
    parameters.set(workload.start);
    if (!few) {
      inputs[0].set(workload.inputs);
      targets[0].set(workload.targets);
    }
    const steps = (count: number): void => {
      for (let k = 0; k < count; k++) {
        const b = samples.next();
        lossAndGradient(
          workspace,
          parameters,
          inputs[b],
          targets[b],
          'squaredError',
          gradient,
          passes,
        );
        optimiser.step(parameters, gradient, state, learningRate, kernel);
      }
    };
    return { steps, parameters: () => parameters };
  },
};
