// How errors fall with the width, where that can be said at all.
import { NEGLIGIBLE } from '../../ui/errors.ts';
import { SLOPE_FROM } from './settings.ts';

/** An error at a width. */
export interface Reading {
  readonly width: number;
  readonly rms: number;
}

/**
 * 'unknown': nothing is known yet. 'rounding', 'small': the errors are those of rounding, or as small as
 * training makes them, from the first width on. 'fast': they come down to that before a slope shows.
 */
export type Slope =
  | { readonly kind: 'power'; readonly exponent: number }
  | { readonly kind: 'level' | 'unknown' | 'rounding' | 'small' | 'fast' };

/**
 * Below this an error says where its run stopped, not what its width can do: training ends at an error of
 * NEGLIGIBLE, and one step before it may stand at several times that.
 */
export const LEAST_TOLD = 10 * NEGLIGIBLE;
/** Values of about unit size, from sums over 512 samples, are not told from zero in double precision below this. */
export const ROUNDING = 1e-12;
/** An exponent that is printed as zero, or is none of a fall. */
const LEVEL = -0.05;

/** The power law c·Hᵖ through the readings, by least squares on both logarithms; three must be left for it. */
export function slopeOf(readings: readonly Reading[]): Slope {
  const seen = readings.filter(({ width }) => width >= SLOPE_FROM);
  const points = seen
    .filter(({ rms }) => rms > LEAST_TOLD)
    .map(({ width, rms }) => [Math.log(width), Math.log(rms)] as const);
  // where most are too small, those that stick out are no law either
  if (points.length < Math.max(3, seen.length / 2)) return { kind: kindOf(seen) };
  const mean = (part: 0 | 1) => points.reduce((sum, point) => sum + point[part], 0) / points.length;
  const [centre, height] = [mean(0), mean(1)];
  let product = 0;
  let square = 0;
  for (const [x, y] of points) {
    product += (x - centre) * (y - height);
    square += (x - centre) * (x - centre);
  }
  const exponent = product / square;
  return exponent < LEVEL ? { kind: 'power', exponent } : { kind: 'level' };
}

function kindOf(seen: readonly Reading[]) {
  if (seen.length < 3) return 'unknown';
  if (seen.every(({ rms }) => rms <= ROUNDING)) return 'rounding';
  return seen[0].rms > LEAST_TOLD ? 'fast' : 'small';
}
