// The passes of backprop.ts and of one-hidden-layer.ts by the kernel: the same contracts, the same
// operations in the same order, so the same bits. An activation the kernel does not have is left to
// its loops, which work on the same arrays.

import type { LayerPasses, Workspace } from './backprop.ts';
import type { Kernel } from './kernel.ts';
import { batchLoss, type LossName } from './losses.ts';

/** A layer's passes; every array is one of the kernel's room. */
export const kernelPasses = (kernel: Kernel): LayerPasses => ({
  forward: ({ layer, loops, code, sums, outputs }, parameters, inputs, count) => {
    const start = parameters.byteOffset;
    kernel.combine(
      sums.byteOffset,
      layer.outputs,
      inputs.byteOffset,
      layer.inputs,
      count,
      start + 8 * layer.weightOffset,
      layer.inputs,
      1,
      start + 8 * layer.biasOffset,
    );
    if (code < 0) loops.forward(sums, outputs, 0, outputs.length);
    else kernel.activate(code, sums.byteOffset, outputs.byteOffset, outputs.length);
  },
  backward: (
    { layer, loops, code, sums, outputs, gradient },
    parameters,
    inputs,
    inputGradient,
    parameterGradient,
    count,
  ) => {
    const deltas = gradient.byteOffset;
    const to = parameterGradient.byteOffset;
    if (code < 0) loops.backward(sums, outputs, gradient, 0, gradient.length);
    else kernel.descend(code, outputs.byteOffset, deltas, gradient.length);
    kernel.collect(
      deltas,
      layer.outputs,
      inputs.byteOffset,
      layer.inputs,
      count,
      to + 8 * layer.weightOffset,
      to + 8 * layer.biasOffset,
    );
    if (inputGradient === null) return;
    kernel.combine(
      inputGradient.byteOffset,
      layer.inputs,
      deltas,
      layer.outputs,
      count,
      parameters.byteOffset + 8 * layer.weightOffset,
      1,
      layer.inputs,
      0,
    );
  },
});

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
