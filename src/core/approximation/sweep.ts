// One sweep of moves over all widths: from wide to narrow, then from narrow to wide and at equal width.
// A width tries its best-ranked move of each kind from the curve it starts at; the next-ranked one if that
// curve is still the same, so that no work is done twice.

import type { Curve } from './polish.ts';
import { grow, inherit, open, type Search, shift, shrink, swap } from './search.ts';

/** The curve a width last started a move from, and the rank of that move. */
interface Attempt {
  readonly source: Curve;
  readonly rank: number;
}

/** By width. */
export interface Tried {
  readonly shrunk: Attempt[];
  readonly grown: Attempt[];
  readonly swapped: Attempt[];
  /** Curves that no shift made better. */
  readonly shifted: Curve[];
}

export function nothingTried(): Tried {
  return { shrunk: [], grown: [], swapped: [], shifted: [] };
}

function nextRank(attempts: Attempt[], width: number, source: Curve): number {
  const last = attempts[width];
  const rank = last?.source === source ? last.rank + 1 : 0;
  attempts[width] = { source, rank };
  return rank;
}

/** Yields the share done, after each width. */
export function* sweep(search: Search, tried: Tried): Generator<number, void> {
  const { best } = search;
  const widest = best.length - 1;
  for (let width = widest - 1; width > 0; width--) {
    if (open(search, width)) shrink(search, width, nextRank(tried.shrunk, width, best[width + 1]));
    yield (widest - width) / (2 * widest);
  }
  for (let width = 1; width <= widest; width++) {
    if (!open(search, width)) continue;
    grow(search, width, nextRank(tried.grown, width, best[width - 1]));
    swap(search, width, nextRank(tried.swapped, width, best[width]));
    if (tried.shifted[width] !== best[width]) shift(search, width);
    tried.shifted[width] = best[width];
    yield 0.5 + width / (2 * widest);
  }
  inherit(search);
}
