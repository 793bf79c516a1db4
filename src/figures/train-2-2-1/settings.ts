// What the reader can choose, where the figure starts, and what the worker is asked for.
import { type ActivationName, activations } from '../../core/activations.ts';
import type { PlanePoint } from '../../core/datasets.ts';
import { type OptimiserName, optimiserNames } from '../../core/optimisers.ts';
import type { PlaneInput } from '../../training/jobs/plane.ts';
import { numberIn, oneOf, wholeIn } from '../../ui/link.ts';
import { dataFields } from '../../ui/point-editor.ts';

export const activationNames = Object.keys(activations) as readonly ActivationName[];
export { optimiserNames };

/** Learning rates on offer. */
export const rates = [0.001, 0.003, 0.01, 0.03, 0.05, 0.1, 0.3, 1, 3, 10] as const;
/** A run goes no further; a link does not ask for more. */
export const mostSteps = 100_000;
/** Steps after which a trial is judged. */
export const trialSteps = 1000;
/** Random starts per activation; 0: none tried by the reader. */
export const startCounts = [20, 100, 500] as const;
/** Steps a second. */
export const paces = { slow: 15, normal: 60, fast: 600 } as const;
export type Pace = keyof typeof paces;

export interface Settings {
  readonly activation: ActivationName;
  readonly optimiser: OptimiserName;
  readonly rate: number;
  readonly seed: number;
}

/** This start finds the two edges that the article builds by hand. */
export const usual: Settings = { activation: 'relu', optimiser: 'adam', rate: 0.05, seed: 48 };
/** Steps of the run that is on show before the reader does anything. */
export const posterSteps = 300;

export const fields = {
  activation: oneOf(activationNames),
  optimiser: oneOf(optimiserNames),
  rate: numberIn(1e-4, 100),
  seed: wholeIn(0, 9999),
  step: wholeIn(0, mostSteps),
  starts: oneOf(['0', ...startCounts.map(String)]),
  ...dataFields,
};

const fixed = { hidden: 2, loss: 'logistic', initialiser: 'pytorch' } as const;

export function planeInput(settings: Settings, points: readonly PlanePoint[]): PlaneInput {
  const { rate: learningRate, ...rest } = settings;
  return { ...fixed, ...rest, learningRate, points, steps: mostSteps };
}

export function trialOptions(
  { optimiser, rate: learningRate }: Pick<Settings, 'optimiser' | 'rate'>,
  points: readonly PlanePoint[],
) {
  return { ...fixed, optimiser, learningRate, points, steps: trialSteps };
}
