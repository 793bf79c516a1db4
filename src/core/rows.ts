// The linear part of a layer, both ways, over rows of samples ([unit][sample]). Up to four rows, and forward
// two units (rows-in-pairs.ts), go through a loop together: what is read serves twice, and sums that wait for
// nothing but themselves grow side by side. Each sum keeps its order, so the bits are those of one at a time.

import { combinePair } from './rows-in-pairs.ts';

/**
 * to[u] ← start + Σᵢ weights[first + u·unitStride + i·rowStride]·from[i] over all samples, where start
 * is weights[bias + u], or 0 if `bias` is negative. There is at least one row.
 */
export const combine = (
  to: Float64Array,
  units: number,
  from: Float64Array,
  rows: number,
  count: number,
  weights: Float64Array,
  first: number,
  unitStride: number,
  rowStride: number,
  bias: number,
): void => {
  const odd = units & 1;
  for (let u = 0; u < units - odd; u += 2) {
    const at = first + u * unitStride;
    const own = bias < 0 ? bias : bias + u;
    combinePair(to, u * count, from, rows, count, weights, at, unitStride, rowStride, own);
  }
  if (odd === 0) return;
  const u = units - 1;
  const row = u * count;
  const start = bias < 0 ? 0 : weights[bias + u];
  for (let s = 0; s < count; s++) to[row + s] = start;
  accumulate(to, row, from, rows, count, weights, first + u * unitStride, rowStride);
};

/** to[row] ← to[row] + Σᵢ weights[at + i·stride]·from[i] over all samples. */
export const accumulate = (
  to: Float64Array,
  row: number,
  from: Float64Array,
  rows: number,
  count: number,
  weights: Float64Array,
  at: number,
  stride: number,
): void => {
  let i = 0;
  for (; i + 3 < rows; i += 4) {
    addFour(to, row, from, i * count, count, weights, at + i * stride, stride);
  }
  for (; i < rows; i++) {
    const weight = weights[at + i * stride];
    const p = i * count;
    for (let s = 0; s < count; s++) to[row + s] += weight * from[p + s];
  }
};

/** to[row] ← to[row] + Σ of the four rows from `p` on, each by its weight. */
const addFour = (
  to: Float64Array,
  row: number,
  from: Float64Array,
  p: number,
  count: number,
  weights: Float64Array,
  at: number,
  stride: number,
): void => {
  const a = weights[at];
  const b = weights[at + stride];
  const c = weights[at + 2 * stride];
  const d = weights[at + 3 * stride];
  const q = p + count;
  const r = q + count;
  const t = r + count;
  for (let s = 0; s < count; s++) {
    to[row + s] =
      to[row + s] + a * from[p + s] + b * from[q + s] + c * from[r + s] + d * from[t + s];
  }
};

/**
 * gradient[weights + u·rows + i] ← Σₛ deltas[u]·inputs[i] and gradient[biases + u] ← Σₛ deltas[u],
 * each in the order of the samples. There is at least one row of inputs.
 */
export const collect = (
  deltas: Float64Array,
  units: number,
  inputs: Float64Array,
  rows: number,
  count: number,
  gradient: Float64Array,
  weights: number,
  biases: number,
): void => {
  const few = rows & 3;
  for (let u = 0; u < units; u++) {
    const row = u * count;
    const at = weights + u * rows;
    // the total comes with every single row; where there are fours only, with one that a four then takes again
    for (let i = 0; i < few || i === 0; i++) {
      const p = i * count;
      let total = 0;
      let sum = 0;
      for (let s = 0; s < count; s++) {
        const delta = deltas[row + s];
        total += delta;
        sum += delta * inputs[p + s];
      }
      gradient[biases + u] = total;
      gradient[at + i] = sum;
    }
    for (let i = few; i < rows; i += 4) {
      dotFour(deltas, row, inputs, i * count, count, gradient, at + i);
    }
  }
};

/** The inner products of deltas[row] and the four rows of inputs from `p` on. */
const dotFour = (
  deltas: Float64Array,
  row: number,
  inputs: Float64Array,
  p: number,
  count: number,
  gradient: Float64Array,
  at: number,
): void => {
  const q = p + count;
  const r = q + count;
  const t = r + count;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let s = 0; s < count; s++) {
    const delta = deltas[row + s];
    a += delta * inputs[p + s];
    b += delta * inputs[q + s];
    c += delta * inputs[r + s];
    d += delta * inputs[t + s];
  }
  gradient[at] = a;
  gradient[at + 1] = b;
  gradient[at + 2] = c;
  gradient[at + 3] = d;
};
