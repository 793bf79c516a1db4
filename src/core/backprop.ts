// A network's outputs, loss and gradient over many samples at once, any depth.
// Arrays hold a row per neuron and a column per sample ([unit][sample]), so that every inner loop
// runs over neighbouring numbers; all of them are made once, in the workspace.
// Method: backpropagation (D. E. Rumelhart, G. E. Hinton and R. J. Williams, 1986).

import { type ActivationLoops, loopsOf } from './activation-loops.ts';
import { codeOf, type Kernel, plainRoom, type Room } from './kernel.ts';
import { batchLoss, type LossName } from './losses.ts';
import type { Mlp, MlpLayer } from './mlp.ts';
import { collect, combine, type RowList, rowsOf } from './rows.ts';

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
  /** The same arrays by their rows. */
  readonly sumRows: RowList;
  readonly outputRows: RowList;
  readonly gradientRows: RowList;
}

/** The memory for one network and one number of samples. */
export interface Workspace {
  readonly mlp: Mlp;
  readonly sampleCount: number;
  readonly layers: readonly LayerWorkspace[];
  /** Reaches all arrays here, if it is there. */
  readonly kernel: Kernel | null;
  /** Room for what the kernel has to know of the layers (kernel-passes.ts). */
  readonly plan: Int32Array;
}

/** Without `gradients` there is none in the hidden layers: fused passes do without. */
export const createWorkspace = (
  mlp: Mlp,
  sampleCount: number,
  { floats, integers, kernel }: Room = plainRoom,
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
    return {
      layer,
      loops,
      code: codeOf(layer.activation),
      sums,
      outputs,
      gradient,
      sumRows: rowsOf(sums, sampleCount),
      outputRows: rowsOf(outputs, sampleCount),
      gradientRows: rowsOf(gradient, sampleCount),
    };
  });
  const plan = integers(8 * layers.length);
  return { mlp, sampleCount, layers, kernel, plan };
};

export const checkLength = (what: string, got: number, expected: number): void => {
  if (got !== expected) throw new Error(`${what}: got ${got} numbers, expected ${expected}`);
};

/** How the passes over all layers are made: here plainly, elsewhere faster (fastest.ts). */
export interface Passes {
  /** Writes all sums and outputs. */
  readonly forward: (workspace: Workspace, parameters: Float64Array, inputs: Float64Array) => void;
  /** From the loss's derivatives by the outputs: writes parameterGradient. */
  readonly backward: (
    workspace: Workspace,
    parameters: Float64Array,
    inputs: Float64Array,
    parameterGradient: Float64Array,
  ) => void;
}

/**
 * So many units go through all loops of a layer before the next ones: an even number, whose rows are still
 * near the processor when the next loop wants them.
 */
const unitsAtOnce = (sampleCount: number): number => Math.max(2, (1024 / sampleCount) & -2);

/** The loss's derivatives by the sums of `few` units of a layer from u on, from those of the layer above. */
const descend = (
  layers: readonly LayerWorkspace[],
  l: number,
  u: number,
  few: number,
  count: number,
  parameters: Float64Array,
): void => {
  const { layer, loops, sums, outputs, outputRows, gradient, gradientRows } = layers[l];
  if (l + 1 < layers.length) {
    const { layer: above, gradientRows: deltas } = layers[l + 1];
    const first = above.weightOffset + u;
    if (above.outputs === 1 && loops.backwardFromOne) {
      for (let k = 0; k < few; k++) {
        const to = gradientRows[u + k];
        loops.backwardFromOne(parameters, first + k, deltas[0], outputRows[u + k], to);
      }
      return;
    }
    combine(gradientRows, u, few, deltas, parameters, first, 1, layer.outputs, -1);
  }
  loops.backward(sums, outputs, gradient, u * count, (u + few) * count);
};

export const plainPasses: Passes = {
  forward: ({ layers, sampleCount: count }, parameters, inputs) => {
    const atOnce = unitsAtOnce(count);
    let before = rowsOf(inputs, count);
    for (let l = 0; l < layers.length; l++) {
      const { layer, loops, sums, sumRows, outputs, outputRows } = layers[l];
      const { weightOffset, biasOffset, inputs: rows, outputs: units } = layer;
      for (let u = 0; u < units; u += atOnce) {
        const few = Math.min(atOnce, units - u);
        const first = weightOffset + u * rows;
        combine(sumRows, u, few, before, parameters, first, rows, 1, biasOffset + u);
        loops.forward(sums, outputs, u * count, (u + few) * count);
      }
      before = outputRows;
    }
  },
  backward: ({ layers, sampleCount: count }, parameters, inputs, to) => {
    const atOnce = unitsAtOnce(count);
    for (let l = layers.length - 1; l >= 0; l--) {
      const { layer, gradientRows } = layers[l];
      const { weightOffset, biasOffset, inputs: rows, outputs: units } = layer;
      const before = l === 0 ? rowsOf(inputs, count) : layers[l - 1].outputRows;
      for (let u = 0; u < units; u += atOnce) {
        const few = Math.min(atOnce, units - u);
        descend(layers, l, u, few, count, parameters);
        collect(gradientRows, u, few, before, to, weightOffset + u * rows, biasOffset + u);
      }
    }
  },
};

/** The network's outputs, outputs × sampleCount, from inputs, inputs × sampleCount. */
export const forward = (
  workspace: Workspace,
  parameters: Float64Array,
  inputs: Float64Array,
  passes = plainPasses,
): Float64Array => {
  const { mlp, sampleCount, layers } = workspace;
  checkLength('parameters', parameters.length, mlp.parameterCount);
  checkLength('inputs', inputs.length, mlp.sizes[0] * sampleCount);
  passes.forward(workspace, parameters, inputs);
  return layers[layers.length - 1].outputs;
};

/** The loss at the parameters over all samples, and its gradient by them. */
export const lossAndGradient = (
  workspace: Workspace,
  parameters: Float64Array,
  inputs: Float64Array,
  targets: Float64Array,
  loss: LossName,
  parameterGradient: Float64Array,
  passes = plainPasses,
): number => {
  const { mlp, sampleCount, layers } = workspace;
  const last = layers[layers.length - 1];
  checkLength('targets', targets.length, last.outputs.length);
  checkLength('gradient', parameterGradient.length, mlp.parameterCount);
  const outputs = forward(workspace, parameters, inputs, passes);
  const value = batchLoss(loss, outputs, targets, last.gradient, sampleCount);
  passes.backward(workspace, parameters, inputs, parameterGradient);
  return value;
};
