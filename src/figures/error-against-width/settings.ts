// What the reader can choose, where the figure starts, and the window of the chart.
import { type ActivationName, activationNames } from '../../core/activations.ts';
import type { TargetName } from '../../core/approximation/targets.ts';
import { type MethodName, methodNames } from '../../training/widths-methods.ts';
import { presetNames } from '../../ui/curves/presets.ts';
import { oneOf, wholeIn } from '../../ui/link.ts';
import { createScale } from '../../ui/scale.ts';

export const WIDEST = 512;
/** The best is searched for up to here. */
export const WIDEST_BEST = 64;
export const SEEDS = 10_000;
/** Steps a link may ask for: more than any budget, twice. */
const MOST_STEPS = 10_000;
/** Widths that are trained: one or two to each doubling. */
export const trainedWidths: readonly number[] = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];
/** And then these; second order is dense, and stops sooner. */
export const widerWidths: Readonly<Record<MethodName, readonly number[]>> = {
  gradientDescent: [128, 256, 512],
  adam: [128, 256, 512],
  variableProjection: [128],
};
/** Widths at which the guarantee is drawn. */
export const boundWidths: readonly number[] = [
  ...Array.from({ length: WIDEST_BEST }, (_, i) => i + 1),
  ...[96, 128, 192, 256, 384, WIDEST],
];
/** The slope is measured from here on, where the few bends of the target no longer matter. */
export const SLOPE_FROM = 8;

export interface Start {
  readonly target: TargetName;
  readonly activation: ActivationName;
  readonly trainer: MethodName;
  readonly seed: number;
  readonly width: number;
}

export const usual: Start = {
  target: 'sine',
  activation: 'relu',
  trainer: 'adam',
  seed: 1,
  width: 16,
};

export const fields = {
  target: oneOf(presetNames),
  activation: oneOf(activationNames),
  trainer: oneOf(methodNames),
  seed: wholeIn(0, SEEDS - 1),
  width: wholeIn(1, WIDEST),
  step: wholeIn(0, MOST_STEPS),
};

/** Powers of ten between which errors are drawn; what is smaller is drawn at the lower edge. */
export const DECADES = [-6, 2] as const;

/** Doublings of the width × powers of ten of the error. */
export const scale = createScale({
  x: [-0.2, 9.2],
  y: DECADES,
  width: 420,
  height: 432,
  left: 46,
  // room for the slopes at the ends of the lines
  right: 46,
});
