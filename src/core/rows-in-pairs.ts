// The loops of combine() in rows.ts for two units at once. Rows of inputs are taken one by one until fours are
// left.

import type { RowList } from './rows.ts';

/** combine() of two units. */
export const combinePair = (
  row: Float64Array,
  row2: Float64Array,
  from: RowList,
  weights: Float64Array,
  at: number,
  unitStride: number,
  rowStride: number,
  bias: number,
): void => {
  const start = bias < 0 ? 0 : weights[bias];
  const start2 = bias < 0 ? 0 : weights[bias + 1];
  const count = row.length;
  const rows = from.length;
  const few = rows & 3;
  if (few > 0) {
    const a = weights[at];
    const a2 = weights[at + unitStride];
    const input = from[0];
    for (let s = 0; s < count; s++) {
      const x = input[s];
      row[s] = start + a * x;
      row2[s] = start2 + a2 * x;
    }
  } else {
    // fill() would be handed its number in a box
    for (let s = 0; s < count; s++) {
      row[s] = start;
      row2[s] = start2;
    }
  }
  let i = Math.min(few, 1);
  for (; i < few; i++) {
    const a = weights[at + i * rowStride];
    const a2 = weights[at + i * rowStride + unitStride];
    const input = from[i];
    for (let s = 0; s < count; s++) {
      const x = input[s];
      row[s] += a * x;
      row2[s] += a2 * x;
    }
  }
  for (; i < rows; i += 4) {
    addFour(
      row,
      row2,
      from[i],
      from[i + 1],
      from[i + 2],
      from[i + 3],
      weights,
      at + i * rowStride,
      unitStride,
      rowStride,
    );
  }
};

/** Both rows ← themselves + the four others, each by its weight. */
const addFour = (
  row: Float64Array,
  row2: Float64Array,
  p: Float64Array,
  q: Float64Array,
  r: Float64Array,
  t: Float64Array,
  weights: Float64Array,
  at: number,
  unitStride: number,
  stride: number,
): void => {
  const at2 = at + unitStride;
  const a = weights[at];
  const b = weights[at + stride];
  const c = weights[at + 2 * stride];
  const d = weights[at + 3 * stride];
  const a2 = weights[at2];
  const b2 = weights[at2 + stride];
  const c2 = weights[at2 + 2 * stride];
  const d2 = weights[at2 + 3 * stride];
  const count = row.length;
  for (let s = 0; s < count; s++) {
    const x = p[s];
    const y = q[s];
    const z = r[s];
    const v = t[s];
    row[s] = row[s] + a * x + b * y + c * z + d * v;
    row2[s] = row2[s] + a2 * x + b2 * y + c2 * z + d2 * v;
  }
};
