// One sweep of moves over all widths: from wide to narrow, then from narrow to wide and at equal width.
// A width tries its best-ranked move of each kind; the next-ranked one if nothing around it changed
// since the last sweep, so that no work is done twice.

import type { Curve } from './polish.ts';
import { grow, inherit, open, type Search, shift, shrink, swap } from './search.ts';

/** The curves around a width when it was last tried, and the rank of the moves tried then. */
interface Attempt {
  readonly around: readonly (Curve | undefined)[];
  readonly rank: number;
}

export interface Tried {
  readonly down: Attempt[];
  readonly up: Attempt[];
}

export function nothingTried(): Tried {
  return { down: [], up: [] };
}

function nextRank(attempts: Attempt[], { best }: Search, width: number): number {
  const around = [best[width - 1], best[width], best[width + 1]];
  const last = attempts[width];
  const same = last?.around.every((curve, i) => curve === around[i]) ?? false;
  const rank = same && last ? last.rank + 1 : 0;
  attempts[width] = { around, rank };
  return rank;
}

/** Yields the share done, after each width. */
export function* sweep(search: Search, tried: Tried): Generator<number, void> {
  const widest = search.best.length - 1;
  for (let width = widest - 1; width > 0; width--) {
    if (open(search, width)) shrink(search, width, nextRank(tried.down, search, width));
    yield (widest - width) / (2 * widest);
  }
  for (let width = 1; width <= widest; width++) {
    if (!open(search, width)) continue;
    const rank = nextRank(tried.up, search, width);
    const grown = grow(search, width, rank);
    const swapped = swap(search, width, rank);
    if (grown || swapped || rank === 0) shift(search, width);
    yield 0.5 + width / (2 * widest);
  }
  inherit(search);
}
