// What no one-layer network of a given width can beat on the sawtooth; computed at build, since the
// dynamic program behind it is not for the reader's browser.
import { lowerBounds, unjoinedLines } from '../../core/approximation/segments.ts';
import { sawtoothSamples } from '../../core/partial-sawtooth.ts';
import { type Bounds, budgets } from './model.ts';

/** Folds for which the bounds are quick to compute. */
const FOLDS = 6;

/** Rounded down, so that they stay bounds. */
const shortened = (bound: number) => Math.floor(bound * 1000) / 1000;

export function bounds(): Bounds {
  return Array.from({ length: FOLDS }, (_, k) => {
    const { x, y } = sawtoothSamples(k + 1);
    const allowed = budgets(k + 1);
    const found = lowerBounds(unjoinedLines(x, y, (allowed.at(-1) ?? 0) + 1), y);
    return allowed.map((units) => shortened(found[units]));
  });
}
