// The multilayer perceptron: its shape, its parameters in one flat buffer, and its value at one
// input. The same for many inputs at once, and the gradient, are in backprop.ts.

import { type ActivationName, activations } from './activations.ts';

/** One layer: y = σ(Wx + b). */
export interface MlpLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: ActivationName;
  /** Where W begins in the parameters: outputs×inputs, row-major. */
  readonly weightOffset: number;
  /** Where b begins in the parameters. */
  readonly biasOffset: number;
}

/** The shape of a network. Parameters: for each layer in turn its weights, then its biases. */
export interface Mlp {
  /** Neurons per layer, the inputs first. */
  readonly sizes: readonly number[];
  /** Without the inputs, which compute nothing. */
  readonly layers: readonly MlpLayer[];
  readonly parameterCount: number;
}

export interface MlpOptions {
  readonly sizes: readonly number[];
  /** One for all hidden layers, or one for each. */
  readonly hidden: ActivationName | readonly ActivationName[];
  /** Identity unless given. */
  readonly output?: ActivationName;
}

export const createMlp = ({ sizes, hidden, output = 'identity' }: MlpOptions): Mlp => {
  if (sizes.length < 2) throw new Error(`a network has at least 2 layers: got ${sizes.length}`);
  for (const size of sizes) {
    if (!(Number.isSafeInteger(size) && size >= 1)) {
      throw new Error(`a layer has a whole number of neurons, at least 1: ${size}`);
    }
  }
  const hiddenCount = sizes.length - 2;
  const names = typeof hidden === 'string' ? new Array(hiddenCount).fill(hidden) : hidden;
  if (names.length !== hiddenCount) {
    throw new Error(`hidden activations: got ${names.length}, expected ${hiddenCount}`);
  }
  const layers: MlpLayer[] = [];
  let offset = 0;
  for (let l = 1; l < sizes.length; l++) {
    const inputs = sizes[l - 1];
    const outputs = sizes[l];
    const weightOffset = offset;
    const biasOffset = weightOffset + outputs * inputs;
    const activation = l <= hiddenCount ? names[l - 1] : output;
    layers.push({ inputs, outputs, activation, weightOffset, biasOffset });
    offset = biasOffset + outputs;
  }
  return { sizes, layers, parameterCount: offset };
};

const checkLengths = (mlp: Mlp, parameters: Float64Array, input: ArrayLike<number>): void => {
  if (parameters.length !== mlp.parameterCount) {
    throw new Error(`parameters: got ${parameters.length}, expected ${mlp.parameterCount}`);
  }
  if (input.length !== mlp.sizes[0]) {
    throw new Error(`input: got ${input.length} numbers, expected ${mlp.sizes[0]}`);
  }
};

/** Every neuron's weighted sum z = Wx + b and output σ(z), a pair of arrays per layer. */
export interface Trace {
  readonly sums: readonly Float64Array[];
  readonly outputs: readonly Float64Array[];
}

/** Follows one input (as many numbers as input neurons) through the network. */
export const trace = (mlp: Mlp, parameters: Float64Array, input: ArrayLike<number>): Trace => {
  checkLengths(mlp, parameters, input);
  const sums: Float64Array[] = [];
  const outputs: Float64Array[] = [];
  let before = input;
  for (const layer of mlp.layers) {
    const layerSums = new Float64Array(layer.outputs);
    const layerOutputs = new Float64Array(layer.outputs);
    const { value } = activations[layer.activation];
    for (let u = 0; u < layer.outputs; u++) {
      const row = layer.weightOffset + u * layer.inputs;
      // Bias first, then input by input: the order of backprop.ts, so that the bits agree.
      let sum = parameters[layer.biasOffset + u];
      for (let i = 0; i < layer.inputs; i++) sum += parameters[row + i] * before[i];
      layerSums[u] = sum;
      layerOutputs[u] = value(sum);
    }
    sums.push(layerSums);
    outputs.push(layerOutputs);
    before = layerOutputs;
  }
  return { sums, outputs };
};

/** The network's output at one input. */
export const predict = (
  mlp: Mlp,
  parameters: Float64Array,
  input: ArrayLike<number>,
): Float64Array => {
  const { outputs } = trace(mlp, parameters, input);
  return outputs[outputs.length - 1];
};
