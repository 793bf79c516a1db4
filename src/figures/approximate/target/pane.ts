// The rectangle a curve is drawn in, and the grid of levels hand-made curves live on: a level is a whole
// number, so that a link restores a drawing to the bit.
import type { Domain } from '../../../core/approximation/samples.ts';

export interface Pane {
  /** Interval of x and of y, in the reader's units. */
  readonly domain: Domain;
  readonly range: Domain;
}

/** Levels run from 0, the left or lower edge, to TOP_LEVEL, the right or upper one. */
export const TOP_LEVEL = 4000;

/** The level nearest to a value, edges for values beyond them. */
export function levelOf(value: number, [low, high]: Domain): number {
  const level = Math.round(((value - low) / (high - low)) * TOP_LEVEL);
  return Math.min(TOP_LEVEL, Math.max(0, level)) || 0;
}

export function valueAt(level: number, [low, high]: Domain): number {
  const share = level / TOP_LEVEL;
  return (1 - share) * low + share * high;
}

/** Narrowest interval, alone and as a share of its distance from 0: its samples must differ. */
const NARROWEST = 1e-100;
const NARROWEST_SHARE = 1e-9;
const FARTHEST = 1e100;

/** Whether samples can be spread over the interval. */
export function isDomain([left, right]: Domain): boolean {
  const far = Math.max(Math.abs(left), Math.abs(right));
  return far < FARTHEST && right - left > Math.max(NARROWEST, NARROWEST_SHARE * far);
}

/** A pane with room above and below values from `low` to `high`. */
export function paneAround(domain: Domain, [low, high]: Domain): Pane {
  const spread = isDomain([low, high]);
  const room = spread ? (high - low) / 8 : Math.max(Math.abs(low), Math.abs(high)) / 2;
  const range: Domain = room > NARROWEST ? [low - room, high + room] : [-1, 1];
  return { domain, range: isDomain(range) ? range : [-FARTHEST / 2, FARTHEST / 2] };
}
