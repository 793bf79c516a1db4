// Steps and bumps as networks of the material chosen.
import {
  type Bump,
  buildFromRelusWithin,
  buildFromSigmoids,
  buildFromTanhs,
  type Construction,
  type Step,
} from '../../../core/approximation/constructions.ts';
import type { Made } from './kind.ts';

export function buildSteep(
  blocks: readonly (Step | Bump)[],
  { material, steepness }: Made,
  base: number,
): Construction {
  switch (material) {
    case 'sigmoid':
      return buildFromSigmoids(blocks, steepness, base);
    case 'tanh':
      return buildFromTanhs(blocks, steepness, base);
    case 'relu':
      return buildFromRelusWithin(blocks, base);
    default:
      return material satisfies never;
  }
}

/**
 * How much of the interval a step takes from a tenth of its height to nine tenths: (2 ln 9)/w for a sigmoid;
 * 0.8 of the ramp 4/w, which is as steep in the middle, for two ReLUs.
 */
export function riseOf({ material, steepness }: Made): number {
  return (material === 'relu' ? 3.2 : 2 * Math.log(9)) / steepness;
}
