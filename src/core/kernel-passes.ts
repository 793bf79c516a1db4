// The passes of backprop.ts and of one-hidden-layer.ts by the kernel: the same contracts, the same
// operations in the same order, so the same bits. An activation the kernel does not have is left to
// its loops, which work on the same arrays.

import type { Passes, Workspace } from './backprop.ts';
import type { Kernel } from './kernel.ts';
import { sumOf } from './one-hidden-layer.ts';

/** Bytes of a layer's record in the plan. */
const RECORD = 32;

/** The address of the plan: where everything is, eight integers per layer. Written when first asked for. */
const planOf = ({ plan, layers }: Workspace): number => {
  if (plan[0] > 0) return plan.byteOffset;
  for (const [l, { layer, code, sums, outputs, gradient }] of layers.entries()) {
    const { inputs, outputs: units, weightOffset, biasOffset } = layer;
    const numbers = [units, inputs, 8 * weightOffset, 8 * biasOffset];
    const arrays = [sums.byteOffset, outputs.byteOffset, gradient.byteOffset];
    plan.set([...numbers, ...arrays, code], 8 * l);
  }
  return plan.byteOffset;
};

/** The passes of all layers at once, interrupted where an activation is not the kernel's. */
export const kernelPasses = (kernel: Kernel): Passes => ({
  forward: (workspace, parameters, inputs) => {
    const { layers, sampleCount } = workspace;
    const from = parameters.byteOffset;
    let record = planOf(workspace);
    let before = inputs.byteOffset;
    let end = record;
    for (let l = 0; l < layers.length; l++) {
      const { loops, code, sums, outputs } = layers[l];
      end += RECORD;
      if (code >= 0 && l < layers.length - 1) continue;
      kernel.forward(record, end, sampleCount, from, before);
      if (code < 0) loops.forward(sums, outputs, 0, outputs.length);
      record = end;
      before = outputs.byteOffset;
    }
  },
  backward: (workspace, parameters, inputs, gradient) => {
    const { layers, sampleCount } = workspace;
    const from = parameters.byteOffset;
    const first = planOf(workspace);
    const to = gradient.byteOffset;
    let record = first + RECORD * layers.length;
    let last = record;
    for (let l = layers.length - 1; l >= 0; l--) {
      const { loops, code, sums, outputs, gradient: deltas } = layers[l];
      if (code < 0) {
        kernel.backward(record - RECORD, last, first, sampleCount, from, inputs.byteOffset, to);
        record = last;
        loops.backward(sums, outputs, deltas, 0, deltas.length);
      }
      last -= RECORD;
    }
    kernel.backward(record - RECORD, first, first, sampleCount, from, inputs.byteOffset, to);
  },
});

/** Those of one-hidden-layer.ts; every array is one of the workspace's room. */
export const kernelFusedPasses = (kernel: Kernel): Passes => ({
  forward: ({ sampleCount, layers }, parameters, inputs) => {
    const [{ layer, code, outputs: hidden }, { outputs }] = layers;
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
  },
  backward: ({ sampleCount, layers }, parameters, inputs, parameterGradient) => {
    const [{ layer, code, outputs: hidden }, { gradient: r }] = layers;
    const width = layer.outputs;
    parameterGradient[3 * width] = sumOf(r);
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
  },
});
