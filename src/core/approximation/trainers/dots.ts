// Products of many rows with one other, tile by tile: dotRange() of cholesky.ts has four partial sums, which
// are kept from tile to tile and added at the end. Tiles but the last are multiples of 4 long, so that each
// number goes to the partial sum it would go to at once.

import type { Kernel } from '../../kernel.ts';

/** Adds to partials[4u … 4u + 3] those of row u and `by`, which is as long. A kernel must reach all arrays. */
export function addRowDots(
  values: Float64Array,
  rows: number,
  by: Float64Array,
  partials: Float64Array,
  kernel: Kernel | null,
): void {
  const count = by.length;
  if (kernel !== null) {
    kernel.rowDots(values.byteOffset, rows, by.byteOffset, count, partials.byteOffset);
    return;
  }
  for (let u = 0; u < rows; u++) {
    const row = u * count;
    let sum0 = partials[4 * u];
    let sum1 = partials[4 * u + 1];
    let sum2 = partials[4 * u + 2];
    let sum3 = partials[4 * u + 3];
    let s = 0;
    for (; s + 3 < count; s += 4) {
      sum0 += values[row + s] * by[s];
      sum1 += values[row + s + 1] * by[s + 1];
      sum2 += values[row + s + 2] * by[s + 2];
      sum3 += values[row + s + 3] * by[s + 3];
    }
    for (; s < count; s++) sum0 += values[row + s] * by[s];
    partials[4 * u] = sum0;
    partials[4 * u + 1] = sum1;
    partials[4 * u + 2] = sum2;
    partials[4 * u + 3] = sum3;
  }
}

/** The product of row u. */
export const dotOf = (partials: Float64Array, u: number): number =>
  partials[4 * u] + partials[4 * u + 1] + (partials[4 * u + 2] + partials[4 * u + 3]);
