// The two passes of backprop.ts and of one-hidden-layer.ts by the kernel: the same contracts, the
// same operations in the same order, so the same bits. An activation the kernel does not have is
// left to its loops, which work on the same arrays.

import type { LayerWorkspace, Workspace } from './backprop.ts';
import { checkLength } from './backprop.ts';
import type { Kernel } from './kernel.ts';
import { batchLoss, type LossName } from './losses.ts';

const forwardLayer = (
  kernel: Kernel,
  { layer, loops, code, sums, outputs }: LayerWorkspace,
  parameters: Float64Array,
  inputs: Float64Array,
  sampleCount: number,
): void => {
  const start = parameters.byteOffset;
  kernel.combine(
    sums.byteOffset,
    layer.outputs,
    inputs.byteOffset,
    layer.inputs,
    sampleCount,
    start + 8 * layer.weightOffset,
    layer.inputs,
    1,
    start + 8 * layer.biasOffset,
  );
  if (code < 0) loops.forward(sums, outputs, 0, outputs.length);
  else kernel.activate(code, sums.byteOffset, outputs.byteOffset, outputs.length);
};

const backwardLayer = (
  kernel: Kernel,
  { layer, loops, code, sums, outputs, gradient }: LayerWorkspace,
  parameters: Float64Array,
  inputs: Float64Array,
  inputGradient: Float64Array | null,
  parameterGradient: Float64Array,
  sampleCount: number,
): void => {
  if (code < 0) loops.backward(sums, outputs, gradient, 0, gradient.length);
  else kernel.descend(code, outputs.byteOffset, gradient.byteOffset, gradient.length);
  kernel.collect(
    gradient.byteOffset,
    layer.outputs,
    inputs.byteOffset,
    layer.inputs,
    sampleCount,
    parameterGradient.byteOffset + 8 * layer.weightOffset,
    parameterGradient.byteOffset + 8 * layer.biasOffset,
  );
  if (inputGradient === null) return;
  kernel.combine(
    inputGradient.byteOffset,
    layer.inputs,
    gradient.byteOffset,
    layer.outputs,
    sampleCount,
    parameters.byteOffset + 8 * layer.weightOffset,
    1,
    layer.inputs,
    0,
  );
};

/** As forward() of backprop.ts; every array is one of the workspace's room. */
export const kernelForward = (
  kernel: Kernel,
  { mlp, sampleCount, layers }: Workspace,
  parameters: Float64Array,
  inputs: Float64Array,
): Float64Array => {
  checkLength('parameters', parameters.length, mlp.parameterCount);
  checkLength('inputs', inputs.length, mlp.sizes[0] * sampleCount);
  let before = inputs;
  for (let l = 0; l < layers.length; l++) {
    forwardLayer(kernel, layers[l], parameters, before, sampleCount);
    before = layers[l].outputs;
  }
  return before;
};

/** As lossAndGradient() of backprop.ts; every array is one of the workspace's room. */
export const kernelLossAndGradient = (
  kernel: Kernel,
  workspace: Workspace,
  parameters: Float64Array,
  inputs: Float64Array,
  targets: Float64Array,
  loss: LossName,
  parameterGradient: Float64Array,
): number => {
  const { mlp, sampleCount, layers } = workspace;
  const last = layers[layers.length - 1];
  checkLength('targets', targets.length, last.outputs.length);
  checkLength('gradient', parameterGradient.length, mlp.parameterCount);
  const outputs = kernelForward(kernel, workspace, parameters, inputs);
  const value = batchLoss(loss, outputs, targets, last.gradient, sampleCount);
  for (let l = layers.length - 1; l >= 0; l--) {
    const before = l === 0 ? inputs : layers[l - 1].outputs;
    const gradientBefore = l === 0 ? null : layers[l - 1].gradient;
    backwardLayer(
      kernel,
      layers[l],
      parameters,
      before,
      gradientBefore,
      parameterGradient,
      sampleCount,
    );
  }
  return value;
};

/** As fusedLossAndGradient() of one-hidden-layer.ts; every array is one of the workspace's room. */
export const kernelFusedLossAndGradient = (
  kernel: Kernel,
  { sampleCount, layers }: Workspace,
  parameters: Float64Array,
  inputs: Float64Array,
  targets: Float64Array,
  loss: LossName,
  parameterGradient: Float64Array,
): number => {
  const [{ layer, code, outputs: hidden }, { outputs, gradient: r }] = layers;
  const width = layer.outputs;
  outputs.fill(parameters[3 * width]);
  kernel.fusedForward(
    code,
    width,
    sampleCount,
    parameters.byteOffset,
    inputs.byteOffset,
    hidden.byteOffset,
    outputs.byteOffset,
  );
  const value = batchLoss(loss, outputs, targets, r, sampleCount);
  let total = 0;
  for (let s = 0; s < sampleCount; s++) total += r[s];
  parameterGradient[3 * width] = total;
  kernel.fusedBackward(
    code,
    width,
    sampleCount,
    parameters.byteOffset,
    inputs.byteOffset,
    hidden.byteOffset,
    r.byteOffset,
    parameterGradient.byteOffset,
  );
  return value;
};
