// Parts of a shallow network's memory that depend on who trains it: slopes are wanted of all units at
// once by second-order steps only, and so are dense matrices.

import type { Room } from '../../kernel.ts';
import type { Rows } from './products.ts';

/** Neighbouring units, with their rows of the network's arrays. */
export interface UnitBlock {
  readonly first: number;
  readonly units: number;
  readonly sums: Float64Array;
  readonly features: Float64Array;
  readonly slopes: Float64Array;
}

/** What dense second-order steps need. */
export interface DenseRoom {
  /** Rows of the Jacobian. */
  readonly jacobian: Rows;
  readonly normal: Float64Array;
  readonly factor: Float64Array;
  readonly gram: Float64Array;
}

/** Units whose slopes are held at once, unless second-order steps want all. */
export const SLOPE_ROWS = 16;

/** All units in blocks of `most` or fewer, which have their slopes in one place. */
export function unitBlocks(
  most: number,
  width: number,
  count: number,
  sums: Float64Array,
  features: Float64Array,
  floats: Room['floats'],
): readonly UnitBlock[] {
  const slopes = floats(Math.min(most, width) * count);
  return Array.from({ length: Math.ceil(width / most) }, (_, k) => {
    const first = k * most;
    const units = Math.min(most, width - first);
    const [from, to] = [first * count, (first + units) * count];
    return {
      first,
      units,
      sums: sums.subarray(from, to),
      features: features.subarray(from, to),
      slopes: slopes.subarray(0, units * count),
    };
  });
}

/** For `hidden` rows of the Jacobian. */
export function denseRoom(width: number, count: number, hidden: number, room: Room): DenseRoom {
  const size = hidden + width + 1;
  return {
    jacobian: {
      values: room.floats(hidden * count),
      count,
      rows: hidden,
      first: room.integers(hidden),
      end: room.integers(hidden),
    },
    normal: room.floats(size * size),
    factor: room.floats(size * size),
    gram: room.floats((width + 1) * (width + 1)),
  };
}
