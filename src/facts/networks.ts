// Sizes of networks that the article mentions, and of the menu of activations.

import { activationNames } from '../core/activations.ts';
import { createMlp } from '../core/mlp.ts';
import { count, type Fact } from './fact.ts';

const network = (sizes: readonly number[]) => createMlp({ sizes, hidden: 'identity' });

/** The figure `network`: inputs, hidden neurons, outputs. */
const drawn = network([3, 4, 2]);
/** Two inputs, ten hidden layers of a hundred neurons, one output. */
const tall = network([2, ...new Array<number>(10).fill(100), 1]);

export const networkFacts = {
  'network-parameters': count(() => drawn.parameterCount),
  'network-biases': count(() => drawn.layers.reduce((sum, { outputs }) => sum + outputs, 0)),
  'linear-stack-parameters': count(() => tall.parameterCount),
  'single-neuron-parameters': count(() => network([2, 1]).parameterCount),
  'activation-count': count(() => activationNames.length),
} satisfies Record<string, Fact>;
