// The core's fast path for networks 1-H-1 (src/core/one-hidden-layer.ts).
import { createWorkspace, lossAndGradient } from '../../../src/core/backprop.ts';
import { createMlp } from '../../../src/core/mlp.ts';
import { fusedPasses, isFused } from '../../../src/core/one-hidden-layer.ts';
import { optimisers } from '../../../src/core/optimisers.ts';
import { DOUBLE, type Entry } from '../contract.ts';

export const entry: Entry = {
  tolerance: DOUBLE,
  accept: (workload) =>
    isFused(createMlp(workload)) && workload.batch === workload.sampleCount ? workload : null,
  create: (workload) => {
    const mlp = createMlp(workload);
    const parameters = workload.start.slice();
    const gradient = new Float64Array(mlp.parameterCount);
    const optimiser = optimisers[workload.optimiser];
    const state = new Float64Array(optimiser.stateLength(mlp.parameterCount));
    const { sampleCount, inputs, targets, learningRate } = workload;
    const workspace = createWorkspace(mlp, sampleCount);
    const steps = (count: number): void => {
      for (let k = 0; k < count; k++) {
        lossAndGradient(
          workspace,
          parameters,
          inputs,
          targets,
          'squaredError',
          gradient,
          fusedPasses,
        );
        optimiser.step(parameters, gradient, state, learningRate);
      }
    };
    return { steps, parameters: () => parameters };
  },
};
