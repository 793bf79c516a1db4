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

/** Whether a unit has no slope of its own: it can be scaled and stay what it is. */
const isScaleFree = (name: ActivationName): boolean =>
  activations[name].piecewiseLinear || activations[name].polynomialDegree !== null;

/** How steep a unit of each kind must be for its bend to be about 1/H of the interval wide. */
const cellSlope = (name: ActivationName, width: number): number => {
  if (isScaleFree(name)) return 1;
  if (name === 'tanh' || name === 'sine') return 0.75 * width;
  return name === 'sigmoid' ? 1.5 * width : width;
};

/** Times steeper than its cell asks for: more with the width up to 64 units, then less again. */
const steeper = (name: ActivationName, width: number): number =>
  isScaleFree(name) || name === 'sine' ? 1 : Math.max(1, Math.min(width / 16, 256 / width));

/**
 * A wide network is there for what is fine: a unit that turns over several waves feels only their mean
 * and is never led to one of them, whereas a steep one is led to be gentle. Past 64 units the steepest
 * that samples can see are steep enough.
 */
const spreadSlope = (name: ActivationName, width: number): number =>
  cellSlope(name, width) * steeper(name, width);

/** Every so many units one is gentle, where the others are steep: for what is slow. */
const GENTLE_PERIOD = 8;
const gentleSlope = (name: ActivationName, width: number): number =>
  cellSlope(name, width) / (steeper(name, width) > 1 ? 4 : 1);

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
   * i-th of H equal cells, faces either way and turns about as fast as such cells can show; the
   * output layer starts as PyTorch's.
   */
  spreadKnots: (mlp, parameters, random) => {
    const [hidden, output] = mlp.layers;
    if (mlp.sizes[0] !== 1 || mlp.layers.length !== 2) {
      throw new Error(`spread knots are for sizes 1-H-n: ${mlp.sizes.join('-')}`);
    }
    const width = hidden.outputs;
    const slope = spreadSlope(hidden.activation, width);
    const gentle = gentleSlope(hidden.activation, width);
    for (let i = 0; i < width; i++) {
      const place = -1 + (2 * (i + random.uniform())) / width;
      const steepness = i % GENTLE_PERIOD === GENTLE_PERIOD / 2 ? gentle : slope;
      const weight = random.uniform() < 0.5 ? steepness : -steepness;
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
