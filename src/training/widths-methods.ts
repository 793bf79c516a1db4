// How networks of several widths may be trained side by side: by which trainer, with how many steps each.
import type { ActivationName } from '../core/activations.ts';
import type { Samples } from '../core/approximation/samples.ts';
import type { WidthsInput } from './jobs/widths.ts';

interface Method {
  /** Whether idle units are taken up and planted anew. */
  readonly recycle: boolean;
  /** Steps of every width: a second or two of work for all widths up to 64. */
  readonly budget: number;
  /** Steps a second at which it can be watched. */
  readonly pace: number;
}

export const methods = {
  gradientDescent: { recycle: false, budget: 2000, pace: 300 },
  adam: { recycle: false, budget: 2000, pace: 300 },
  variableProjection: { recycle: true, budget: 150, pace: 12 },
} as const satisfies Readonly<Record<string, Method>>;

export type MethodName = keyof typeof methods;
export const methodNames = Object.keys(methods) as readonly MethodName[];

export interface Choice {
  readonly activation: ActivationName;
  readonly trainer: MethodName;
  readonly seed: number;
}

export function widthsInput(
  samples: Samples,
  widths: readonly number[],
  { activation, trainer, seed }: Choice,
): WidthsInput {
  const { recycle, budget } = methods[trainer];
  return {
    samples,
    widths,
    activation,
    trainer,
    recycle,
    initialiser: 'spreadKnots',
    seed,
    budget,
  };
}
