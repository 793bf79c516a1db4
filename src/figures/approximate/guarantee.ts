// What some network of a width reaches for sure, before any search: by the theorems of the core, or by simpler
// means where those say more.
import {
  reluBound,
  sigmoidBound,
  slopeVariation,
  variation,
} from '../../core/approximation/bounds.ts';
import type { Samples } from '../../core/approximation/samples.ts';

export interface Guarantee {
  /** In the samples' scale. */
  readonly size: number;
  /**
   * 'exact': a unit for each turn leaves no error. 'level': a level line halfway between the least and the
   * greatest value is as near. 'variation': by the total variation.
   */
  readonly by: 'exact' | 'level' | 'variation';
  /** What the total variation alone promises. */
  readonly variation: number;
  /** Bends of the polygon through the samples for ReLU, changes of value for sigmoids. */
  readonly turns: number;
}

/**
 * Slopes between samples, and values, that differ by less do so by their rounding; and if not, all of them
 * together move the polygon by less than can be told from zero.
 */
const ROUNDING = 1e-10;

/** None for activations of which nothing so simple is known. */
export function guarantee(
  samples: Samples,
  activation: string,
  width: number,
): Guarantee | undefined {
  const relu = activation === 'relu';
  if (!relu && activation !== 'sigmoid' && activation !== 'tanh') return undefined;
  const turns = relu ? bends(samples) : changes(samples.y);
  const promised = relu
    ? reluBound(slopeVariation(samples), width)
    : sigmoidBound(variation(samples), width);
  const told = { variation: promised, turns };
  // a ReLU for each bend, and one for the first slope; a step for each change
  if (relu ? turns < width : turns <= width) return { ...told, size: 0, by: 'exact' };
  const level = halfRange(samples.y);
  return level < promised
    ? { ...told, size: level, by: 'level' }
    : { ...told, size: promised, by: 'variation' };
}

function bends({ x, y }: Samples): number {
  let count = 0;
  for (let i = 2; i < y.length; i++) {
    const before = (y[i - 1] - y[i - 2]) / (x[i - 1] - x[i - 2]);
    const after = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
    if (Math.abs(after - before) > ROUNDING) count++;
  }
  return count;
}

function changes(y: Float64Array): number {
  let count = 0;
  for (let i = 1; i < y.length; i++) if (Math.abs(y[i] - y[i - 1]) > ROUNDING) count++;
  return count;
}

function halfRange(y: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of y) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return (greatest - least) / 2;
}
