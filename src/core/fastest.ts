// One contract, three ways to keep it: the plain passes (backprop.ts), those fused for one hidden
// layer (one-hidden-layer.ts), and the kernel's. All give the same bits; here the fastest is chosen.

import { forward, lossAndGradient, type Workspace } from './backprop.ts';
import { kernelFusedLossAndGradient, kernelPasses } from './kernel-passes.ts';
import type { LossName } from './losses.ts';
import { fusedLossAndGradient, isFused } from './one-hidden-layer.ts';

export interface Passes {
  /** As in backprop.ts. */
  readonly forward: (
    workspace: Workspace,
    parameters: Float64Array,
    inputs: Float64Array,
  ) => Float64Array;
  /** As in backprop.ts. */
  readonly lossAndGradient: (
    workspace: Workspace,
    parameters: Float64Array,
    inputs: Float64Array,
    targets: Float64Array,
    loss: LossName,
    parameterGradient: Float64Array,
  ) => number;
}

/** The fastest passes for workspaces like this; with a kernel, all arrays must be of its room. */
export const passesFor = ({ mlp, kernel }: Workspace): Passes => {
  const fused = isFused(mlp);
  if (kernel === null)
    return { forward, lossAndGradient: fused ? fusedLossAndGradient : lossAndGradient };
  const passes = kernelPasses(kernel);
  return {
    forward: (workspace, parameters, inputs) => forward(workspace, parameters, inputs, passes),
    lossAndGradient: (workspace, parameters, inputs, targets, loss, gradient) =>
      fused
        ? kernelFusedLossAndGradient(kernel, workspace, parameters, inputs, targets, loss, gradient)
        : lossAndGradient(workspace, parameters, inputs, targets, loss, gradient, passes),
  };
};
