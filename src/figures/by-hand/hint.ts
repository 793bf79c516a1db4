// The one number whose change helps most: every number of every block is tried a little to both sides.
import { BASE, type Kind, type PartName, type Values } from './kinds/kind.ts';

export interface Hint {
  readonly block: number;
  readonly part: PartName;
  readonly to: number;
  /** The error with the number changed. */
  readonly rms: number;
}

const STEPS = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8];
/** Less than this share of the error is not worth a hint. */
const WORTH = 0.01;

export function hintFor(
  kind: Kind,
  values: Values,
  rmsOf: (values: Values) => number,
): Hint | undefined {
  const now = rmsOf(values);
  let best: Hint | undefined;
  for (let block = kind.hasBase ? BASE : 0; block < kind.count(values); block++) {
    for (const part of block === BASE ? (['base'] as const) : kind.parts) {
      const at = kind.get(values, block, part);
      const [low, high] = kind.range(values, block, part);
      for (const step of STEPS) {
        for (const to of [at - step, at + step]) {
          if (to < low || to > high) continue;
          const rms = rmsOf(kind.set(values, block, part, to));
          if (rms < (best?.rms ?? now * (1 - WORTH)))
            best = { block, part, to: Math.round(to * 1000) / 1000, rms };
        }
      }
    }
  }
  return best;
}
