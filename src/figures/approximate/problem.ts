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
  readonly dense: Pick<Samples, 'x' | 'y'>;
  /** The target in the reader's units; not finite where it has no value. */
  readonly value: (x: number) => number;
  /** Jumps in the reader's units, where the drawn curve is not joined. */
  readonly jumps: readonly number[];
  /** Least and greatest value. */
  readonly range: Domain;
}

/** Least and greatest sample, in the reader's units. */
export function rangeOf({ y, centre, scale }: Samples): Domain {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of y) {
    least = Math.min(least, centre + value * scale);
    greatest = Math.max(greatest, centre + value * scale);
  }
  return [least, greatest];
}

export function presetProblem(name: TargetName): Problem {
  const { value, domain, jumps } = targets[name];
  const samples = sampleFunction(value, { domain });
  return {
    samples,
    dense: denseSamples(value, samples, STANDARD_CELLS),
    value,
    jumps,
    range: rangeOf(samples),
  };
}

/** The target at x in [−1, 1], in the samples' scale. */
export function scaledValue({ value, samples }: Problem, unit: number): number {
  return (value(toDomain(unit, samples.domain)) - samples.centre) / samples.scale;
}
