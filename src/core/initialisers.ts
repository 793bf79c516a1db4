// Where training starts: initialisers as one typed registry. Each fills a network's parameters from
// a seeded stream, layer by layer, weights row by row before biases.

import { type ActivationName, activations } from './activations.ts';
import type { Mlp, MlpLayer } from './mlp.ts';
import type { Random } from './random.ts';

export type Initialiser = (mlp: Mlp, parameters: Float64Array, random: Random) => void;

/** An initialiser that draws the weights of every layer from `weight` and the biases from `bias`. */
const perLayer =
  (
    weight: (layer: MlpLayer, random: Random) => number,
    bias: (layer: MlpLayer, random: Random) => number,
  ): Initialiser =>
  (mlp, parameters, random) => {
    for (const layer of mlp.layers) {
      const { weightOffset, biasOffset, outputs } = layer;
      for (let i = weightOffset; i < biasOffset; i++) parameters[i] = weight(layer, random);
      for (let u = 0; u < outputs; u++) parameters[biasOffset + u] = bias(layer, random);
    }
  };

const symmetric = (random: Random, bound: number): number => (2 * random.uniform() - 1) * bound;

const uniformByInputs = (layer: MlpLayer, random: Random): number =>
  symmetric(random, 1 / Math.sqrt(layer.inputs));

/** How steep a unit of each kind must be for its bend to be about 1/H of the interval wide. */
const spreadSlope = (name: ActivationName, width: number): number => {
  if (activations[name].piecewiseLinear || activations[name].polynomialDegree !== null) return 1;
  if (name === 'tanh' || name === 'sine') return 0.75 * width;
  return name === 'sigmoid' ? 1.5 * width : width;
};

const registry = {
  /** PyTorch's default for linear layers: W and b uniform in ±1/√inputs. */
  pytorch: perLayer(uniformByInputs, uniformByInputs),
  /** W normal with variance 2/inputs, b = 0 (K. He, X. Zhang, S. Ren and J. Sun, 2015). */
  he: perLayer(
    (layer, random) => random.normal() * Math.sqrt(2 / layer.inputs),
    () => 0,
  ),
  /** W uniform in ±√(6/(inputs + outputs)), b = 0 (X. Glorot and Y. Bengio, 2010). */
  glorot: perLayer(
    (layer, random) => symmetric(random, Math.sqrt(6 / (layer.inputs + layer.outputs))),
    () => 0,
  ),
  /**
   * For one input in [−1, 1] and one hidden layer: hidden unit i bends at a random place in the
   * i-th of H equal cells and faces either way; the output layer starts as PyTorch's.
   */
  spreadKnots: (mlp, parameters, random) => {
    const [hidden, output] = mlp.layers;
    if (mlp.sizes[0] !== 1 || mlp.layers.length !== 2) {
      throw new Error(`spread knots are for sizes 1-H-n: ${mlp.sizes.join('-')}`);
    }
    const width = hidden.outputs;
    const slope = spreadSlope(hidden.activation, width);
    for (let i = 0; i < width; i++) {
      const place = -1 + (2 * (i + random.uniform())) / width;
      const weight = random.uniform() < 0.5 ? slope : -slope;
      parameters[hidden.weightOffset + i] = weight;
      parameters[hidden.biasOffset + i] = -weight * place;
    }
    for (let i = output.weightOffset; i < mlp.parameterCount; i++) {
      parameters[i] = uniformByInputs(output, random);
    }
  },
} satisfies Readonly<Record<string, Initialiser>>;

export type InitialiserName = keyof typeof registry;

export const initialisers: Readonly<Record<InitialiserName, Initialiser>> = registry;

export const initialiserNames = Object.keys(registry) as readonly InitialiserName[];
