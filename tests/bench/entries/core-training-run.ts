// A training run as the page makes it (src/core/train.ts), with its watch over divergence, and
// the WebAssembly kernel where the network is large enough for it.
import { useKernel } from '../../../src/core/kernel.ts';
import { createMlp } from '../../../src/core/mlp.ts';
import { train } from '../../../src/core/train.ts';
import binary from '../../../src/kernel/out/kernel.wasm';
import { kernelMaker } from '../../../src/training/kernel.ts';
import { DOUBLE, type Entry } from '../contract.ts';

/** Steps between two looks at the loss over all samples; a few steps too many are made up for later. */
const STEPS_PER_YIELD = 20;

export const entry: Entry = {
  tolerance: DOUBLE,
  accept: (workload) => workload,
  create: async (workload) => {
    useKernel(kernelMaker(await WebAssembly.compile(binary)));
    const { optimiser, learningRate, sampleCount, batch, start } = workload;
    const run = train(
      { ...workload, mlp: createMlp(workload) },
      {
        optimiser,
        learningRate,
        loss: 'squaredError',
        ...(batch < sampleCount && { batchSize: batch }),
        start,
        seed: 1,
        stepsPerYield: STEPS_PER_YIELD,
        stop: {},
      },
    );
    let { parameters } = run.next().value;
    let owed = 0;
    const steps = (count: number): void => {
      owed += count;
      for (; owed > 0; owed -= STEPS_PER_YIELD) ({ parameters } = run.next().value);
    };
    return { steps, parameters: () => parameters };
  },
};
