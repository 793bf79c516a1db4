// One contract, four ways to keep it: the plain passes (backprop.ts), those fused for one hidden layer
// (one-hidden-layer.ts), and the kernel's of both kinds. All give the same bits; here the fastest are chosen.

import { type Passes, plainPasses, type Workspace } from './backprop.ts';
import { kernelFusedPasses, kernelPasses } from './kernel-passes.ts';
import { fusedPasses, isFused } from './one-hidden-layer.ts';

/** The fastest passes for workspaces like this; with a kernel, all arrays must be of its room. */
export const passesFor = ({ mlp, kernel }: Workspace): Passes => {
  if (isFused(mlp)) return kernel === null ? fusedPasses : kernelFusedPasses(kernel);
  return kernel === null ? plainPasses : kernelPasses(kernel);
};
