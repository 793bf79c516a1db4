// The loops of combine() in rows.ts for two neighbouring units, whose rows stand one after the other. Rows of
// inputs are taken one by one until fours are left.

/** combine() of two units. */
export const combinePair = (
  to: Float64Array,
  row: number,
  from: Float64Array,
  rows: number,
  count: number,
  weights: Float64Array,
  at: number,
  unitStride: number,
  rowStride: number,
  bias: number,
): void => {
  const row2 = row + count;
  const start = bias < 0 ? 0 : weights[bias];
  const start2 = bias < 0 ? 0 : weights[bias + 1];
  const few = rows & 3;
  if (few > 0) {
    const a = weights[at];
    const a2 = weights[at + unitStride];
    for (let s = 0; s < count; s++) {
      const x = from[s];
      to[(row + s) | 0] = start + a * x;
      to[(row2 + s) | 0] = start2 + a2 * x;
    }
  } else {
    for (let s = 0; s < count; s++) {
      to[(row + s) | 0] = start;
      to[(row2 + s) | 0] = start2;
    }
  }
  let i = Math.min(few, 1);
  for (; i < few; i++) {
    const p = i * count;
    const a = weights[at + i * rowStride];
    const a2 = weights[at + i * rowStride + unitStride];
    for (let s = 0; s < count; s++) {
      const x = from[(p + s) | 0];
      to[(row + s) | 0] += a * x;
      to[(row2 + s) | 0] += a2 * x;
    }
  }
  for (; i < rows; i += 4) {
    addFour(to, row, from, i * count, count, weights, at + i * rowStride, unitStride, rowStride);
  }
};

/** Both rows ← themselves + the four rows from `p` on, each by its weight. */
const addFour = (
  to: Float64Array,
  row: number,
  from: Float64Array,
  p: number,
  count: number,
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
  const row2 = row + count;
  const q = p + count;
  const r = q + count;
  const t = r + count;
  for (let s = 0; s < count; s++) {
    const x = from[(p + s) | 0];
    const y = from[(q + s) | 0];
    const z = from[(r + s) | 0];
    const v = from[(t + s) | 0];
    to[(row + s) | 0] = to[(row + s) | 0] + a * x + b * y + c * z + d * v;
    to[(row2 + s) | 0] = to[(row2 + s) | 0] + a2 * x + b2 * y + c2 * z + d2 * v;
  }
};
