// What is to be imitated, as everything downstream sees it: samples, a finer grid to measure on, and a
// curve to draw.
import { denseSamples } from '../../core/approximation/measure.ts';
import {
  type Domain,
  type Samples,
  STANDARD_CELLS,
  sampleFunction,
  toDomain,
} from '../../core/approximation/samples.ts';
import { type TargetName, targets } from '../../core/approximation/targets.ts';

export interface Problem {
  readonly samples: Samples;
  /** Made when a training begins, for it takes long; absent where nothing is known between the samples. */
  readonly dense: (() => Pick<Samples, 'x' | 'y'>) | undefined;
  /** The target in the reader's units; not finite where it has no value. */
  readonly value: (x: number) => number;
  /** Jumps in the reader's units, where the drawn curve is not joined. */
  readonly jumps: readonly number[];
  /** Least and greatest value to be shown, in the reader's units. */
  readonly window: Domain;
}

/** Room above and below the values of a preset, as a share of their range. */
const ROOM = 0.24;

/** The values of samples with room above and below. */
function windowAround({ y }: Samples): Domain {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of y) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  const room = greatest - least > 1e-9 ? (greatest - least) * ROOM : 1;
  return [least - room, greatest + room];
}

export function presetProblem(name: TargetName): Problem {
  const { value, domain, jumps } = targets[name];
  const samples = sampleFunction(value, { domain });
  return {
    samples,
    dense: () => denseSamples(value, samples, STANDARD_CELLS),
    value,
    jumps,
    window: windowAround(samples),
  };
}

/** The target at x in [−1, 1], in the samples' scale. */
export function scaledValue({ value, samples }: Problem, unit: number): number {
  return (value(toDomain(unit, samples.domain)) - samples.centre) / samples.scale;
}
