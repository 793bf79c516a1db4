// Sizes of networks that the article mentions.

import { count, type Fact } from './fact.ts';

/** The figure `network`: inputs, hidden neurons, outputs. */
const DRAWN = [3, 4, 2];
/** Two inputs, ten hidden layers of a hundred neurons, one output. */
const TALL = [2, ...new Array<number>(10).fill(100), 1];

const layers = (sizes: readonly number[]) =>
  sizes.slice(1).map((outputs, layer) => ({ inputs: sizes[layer], outputs }));

/** Every neuron but the inputs has a weight for each input and a bias. */
const parameters = (sizes: readonly number[]) =>
  layers(sizes).reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);

const biases = (sizes: readonly number[]) =>
  layers(sizes).reduce((sum, { outputs }) => sum + outputs, 0);

export const networkFacts = {
  'network-parameters': count(parameters(DRAWN)),
  'network-biases': count(biases(DRAWN)),
  'linear-stack-parameters': count(parameters(TALL)),
  'single-neuron-parameters': count(parameters([2, 1])),
} satisfies Record<string, Fact>;
