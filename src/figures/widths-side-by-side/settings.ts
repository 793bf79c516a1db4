// What the reader can choose, and where the figure starts.
import { type ActivationName, activationNames } from '../../core/activations.ts';
import type { TargetName } from '../../core/approximation/targets.ts';
import { type MethodName, methodNames } from '../../training/widths-methods.ts';
import { presetNames } from '../../ui/curves/presets.ts';
import { oneOf, wholeIn } from '../../ui/link.ts';

export const SEEDS = 10_000;
export const widths: readonly number[] = [1, 2, 4, 8, 16, 32, 64];
/** Steps a link may ask for: more than any budget. */
const MOST_STEPS = 10_000;

export interface Start {
  readonly target: TargetName;
  readonly activation: ActivationName;
  readonly trainer: MethodName;
  readonly seed: number;
  /** Steps of the run on show before the reader does anything. */
  readonly step: number;
}

export const usual: Start = {
  target: 'sine',
  activation: 'relu',
  trainer: 'variableProjection',
  seed: 1,
  step: 18,
};

export const fields = {
  target: oneOf(presetNames),
  activation: oneOf(activationNames),
  trainer: oneOf(methodNames),
  seed: wholeIn(0, SEEDS - 1),
  step: wholeIn(0, MOST_STEPS),
};
