// Inner products of many rows with many rows, two by two at a time: each number read from memory is used
// twice, which halves the time of the loops that training spends most in. A row counts only in its range
// first ≤ s < end; the products of a pair are summed over where all four rows of its block may count.

import type { Kernel } from '../../kernel.ts';
import { rowStart } from './cholesky.ts';

export interface Rows {
  /** A row of `count` numbers per unit. */
  readonly values: Float64Array;
  readonly count: number;
  readonly rows: number;
  readonly first: Int32Array;
  readonly end: Int32Array;
}

/**
 * Σₛ a[i][s]·b[j][s] into row firstRow + i, column j of `out`, a packed matrix (cholesky.ts), for all i
 * and j; with `symmetric` (a and b the same, firstRow 0), at least for j ≤ i. With `more` the sums go on
 * from what is there. A kernel must reach all arrays.
 */
export function innerProducts(
  a: Rows,
  b: Rows,
  out: Float64Array,
  firstRow: number,
  symmetric: boolean,
  more = false,
  kernel: Kernel | null = null,
): void {
  const { values: av, count } = a;
  const { values: bv } = b;
  if (kernel !== null) {
    kernel.innerProducts(
      av.byteOffset,
      a.rows,
      a.first.byteOffset,
      a.end.byteOffset,
      bv.byteOffset,
      b.rows,
      b.first.byteOffset,
      b.end.byteOffset,
      count,
      out.byteOffset,
      firstRow,
      symmetric,
      more,
    );
    return;
  }
  for (let i = 0; i < a.rows; i += 2) {
    const i2 = Math.min(i + 1, a.rows - 1);
    const firstA = Math.min(a.first[i], a.first[i2]);
    const endA = Math.max(a.end[i], a.end[i2]);
    const row = rowStart(firstRow + i);
    const row2 = rowStart(firstRow + i2);
    const most = symmetric ? i2 + 1 : b.rows;
    for (let j = 0; j < most; j += 2) {
      const j2 = Math.min(j + 1, b.rows - 1);
      const from = Math.max(firstA, Math.min(b.first[j], b.first[j2]));
      const to = Math.min(endA, Math.max(b.end[j], b.end[j2]));
      let p = i * count + from;
      let p2 = i2 * count + from;
      let q = j * count + from;
      let q2 = j2 * count + from;
      let s11 = more ? out[row + j] : 0;
      let s12 = more ? out[row + j2] : 0;
      let s21 = more ? out[row2 + j] : 0;
      let s22 = more ? out[row2 + j2] : 0;
      for (let s = from; s < to; s++) {
        const u = av[p++];
        const u2 = av[p2++];
        const v = bv[q++];
        const v2 = bv[q2++];
        s11 += u * v;
        s12 += u * v2;
        s21 += u2 * v;
        s22 += u2 * v2;
      }
      out[row + j] = s11;
      out[row2 + j2] = s22;
      out[row + j2] = s12;
      out[row2 + j] = s21;
    }
  }
}
