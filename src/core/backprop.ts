// A network's outputs, loss and gradient over many samples at once, any depth.
// Arrays hold a row per neuron and a column per sample ([unit][sample]), so that every inner loop
// runs over neighbouring numbers; all of them are made once, in the workspace.
// Method: backpropagation (D. E. Rumelhart, G. E. Hinton and R. J. Williams, 1986).

import { type ActivationLoops, loopsOf } from './activation-loops.ts';
import { codeOf, type Kernel, plainRoom, type Room } from './kernel.ts';
import { batchLoss, type LossName } from './losses.ts';
import type { Mlp, MlpLayer } from './mlp.ts';
import { collect, combine } from './rows.ts';

/** What one layer keeps between the two passes; each array is outputs × sampleCount. */
export interface LayerWorkspace {
  readonly layer: MlpLayer;
  readonly loops: ActivationLoops;
  /** The kernel's name for the activation, or −1. */
  readonly code: number;
  /** z = Wx + b; the outputs' array where σ′ follows from σ. */
  readonly sums: Float64Array;
  /** σ(z). */
  readonly outputs: Float64Array;
  /** The loss's derivative by the outputs, then, in place, by the sums. */
  readonly gradient: Float64Array;
}

/** The memory for one network and one number of samples. */
export interface Workspace {
  readonly mlp: Mlp;
  readonly sampleCount: number;
  readonly layers: readonly LayerWorkspace[];
  /** Reaches all arrays here, if it is there. */
  readonly kernel: Kernel | null;
}

/** Without `gradients` there is none in the hidden layers: fused passes do without. */
export const createWorkspace = (
  mlp: Mlp,
  sampleCount: number,
  { floats, kernel }: Room = plainRoom,
  gradients = true,
): Workspace => {
  if (!(Number.isSafeInteger(sampleCount) && sampleCount >= 1)) {
    throw new Error(`a workspace is for a whole number of samples, at least 1: ${sampleCount}`);
  }
  const layers = mlp.layers.map((layer, l) => {
    const length = layer.outputs * sampleCount;
    const loops = loopsOf(layer.activation);
    const outputs = floats(length);
    const sums = loops.inPlace ? outputs : floats(length);
    const gradient = floats(gradients || l === mlp.layers.length - 1 ? length : 0);
    return { layer, loops, code: codeOf(layer.activation), sums, outputs, gradient };
  });
  return { mlp, sampleCount, layers, kernel };
};

export const checkLength = (what: string, got: number, expected: number): void => {
  if (got !== expected) throw new Error(`${what}: got ${got} numbers, expected ${expected}`);
};

/** How one layer's passes are made: here in TypeScript, in kernel-passes.ts by the kernel. */
export interface LayerPasses {
  /** Writes sums and outputs. */
  readonly forward: (
    layer: LayerWorkspace,
    parameters: Float64Array,
    inputs: Float64Array,
    sampleCount: number,
  ) => void;
  /** Writes the layer's part of parameterGradient, and the gradient by its inputs unless null. */
  readonly backward: (
    layer: LayerWorkspace,
    parameters: Float64Array,
    inputs: Float64Array,
    inputGradient: Float64Array | null,
    parameterGradient: Float64Array,
    sampleCount: number,
  ) => void;
}

const plain: LayerPasses = {
  forward: ({ layer, loops, sums, outputs }, parameters, inputs, count) => {
    const { weightOffset, biasOffset, inputs: rows, outputs: units } = layer;
    combine(sums, units, inputs, rows, count, parameters, weightOffset, rows, 1, biasOffset);
    loops.forward(sums, outputs, 0, outputs.length);
  },
  backward: (
    { layer, loops, sums, outputs, gradient },
    parameters,
    inputs,
    inputGradient,
    parameterGradient,
    count,
  ) => {
    const { weightOffset, biasOffset, inputs: rows, outputs: units } = layer;
    loops.backward(sums, outputs, gradient, 0, gradient.length);
    collect(gradient, units, inputs, rows, count, parameterGradient, weightOffset, biasOffset);
    if (inputGradient === null) return;
    combine(inputGradient, rows, gradient, units, count, parameters, weightOffset, 1, rows, -1);
  },
};

/** The network's outputs, outputs × sampleCount, from inputs, inputs × sampleCount. */
export const forward = (
  { mlp, sampleCount, layers }: Workspace,
  parameters: Float64Array,
  inputs: Float64Array,
  passes = plain,
): Float64Array => {
  checkLength('parameters', parameters.length, mlp.parameterCount);
  checkLength('inputs', inputs.length, mlp.sizes[0] * sampleCount);
  let before = inputs;
  for (let l = 0; l < layers.length; l++) {
    passes.forward(layers[l], parameters, before, sampleCount);
    before = layers[l].outputs;
  }
  return before;
};

/** The loss at the parameters over all samples, and its gradient by them. */
export const lossAndGradient = (
  workspace: Workspace,
  parameters: Float64Array,
  inputs: Float64Array,
  targets: Float64Array,
  loss: LossName,
  parameterGradient: Float64Array,
  passes = plain,
): number => {
  const { mlp, sampleCount, layers } = workspace;
  const last = layers[layers.length - 1];
  checkLength('targets', targets.length, last.outputs.length);
  checkLength('gradient', parameterGradient.length, mlp.parameterCount);
  const outputs = forward(workspace, parameters, inputs, passes);
  const value = batchLoss(loss, outputs, targets, last.gradient, sampleCount);
  for (let l = layers.length - 1; l >= 0; l--) {
    const before = l === 0 ? inputs : layers[l - 1].outputs;
    const gradientBefore = l === 0 ? null : layers[l - 1].gradient;
    passes.backward(layers[l], parameters, before, gradientBefore, parameterGradient, sampleCount);
  }
  return value;
};
