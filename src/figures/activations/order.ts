// The registry in the order of the figure: the article's two first.
import { type ActivationName, activationNames } from '../../core/activations.ts';

const first: readonly ActivationName[] = ['relu', 'tanh'];

export const order: readonly ActivationName[] = [
  ...first,
  ...activationNames.filter((name) => !first.includes(name)),
];
