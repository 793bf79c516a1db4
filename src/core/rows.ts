// The linear part of a layer, both ways, over rows of samples ([unit][sample]). Up to four rows, and two units
// where it pays (rows-in-pairs.ts), go through a loop together: what is read serves twice, and sums that wait for
// nothing but themselves grow side by side. Each sum keeps its order, so the bits are those of one at a time.
// Where an index is a sum, `| 0` spares engines the check that it overflows: a twentieth of the time.

import { combinePair } from './rows-in-pairs.ts';

/**
 * to[u] ← start + Σᵢ weights[first + u·unitStride + i·rowStride]·from[i] over all samples, where start
 * is weights[bias + u], or 0 if `bias` is negative. The rows of `to` begin at index `begin`. There is at
 * least one row.
 */
export const combine = (
  to: Float64Array,
  begin: number,
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
    combinePair(to, begin + u * count, from, rows, count, weights, at, unitStride, rowStride, own);
  }
  if (odd === 0) return;
  const u = units - 1;
  const row = begin + u * count;
  const start = bias < 0 ? 0 : weights[bias + u];
  for (let s = 0; s < count; s++) to[(row + s) | 0] = start;
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
    for (let s = 0; s < count; s++) to[(row + s) | 0] += weight * from[(p + s) | 0];
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
    to[(row + s) | 0] =
      to[(row + s) | 0] +
      a * from[(p + s) | 0] +
      b * from[(q + s) | 0] +
      c * from[(r + s) | 0] +
      d * from[(t + s) | 0];
  }
};

/**
 * gradient[weights + u·rows + i] ← Σₛ deltas[u]·inputs[i] and gradient[biases + u] ← Σₛ deltas[u],
 * each in the order of the samples. The rows of deltas begin at index `begin`. There is at least one row of
 * inputs.
 */
export const collect = (
  deltas: Float64Array,
  begin: number,
  units: number,
  inputs: Float64Array,
  rows: number,
  count: number,
  gradient: Float64Array,
  weights: number,
  biases: number,
): void => {
  const few = rows & 3;
  for (let u = 0; u < units; u += 2) {
    // an odd last unit goes with itself
    const u2 = Math.min(u + 1, units - 1);
    const row = begin + u * count;
    const row2 = begin + u2 * count;
    const at = weights + u * rows;
    const at2 = weights + u2 * rows;
    for (let i = 0; i < few; i++) {
      const p = i * count;
      let total = 0;
      let total2 = 0;
      let sum = 0;
      let sum2 = 0;
      for (let s = 0; s < count; s++) {
        const x = inputs[(p + s) | 0];
        const delta = deltas[(row + s) | 0];
        const delta2 = deltas[(row2 + s) | 0];
        total += delta;
        total2 += delta2;
        sum += delta * x;
        sum2 += delta2 * x;
      }
      gradient[biases + u] = total;
      gradient[biases + u2] = total2;
      gradient[at + i] = sum;
      gradient[at2 + i] = sum2;
    }
    for (let i = few; i < rows; i += 4) {
      dotFour(deltas, row, inputs, i * count, count, gradient, at + i, biases + u);
      if (u < u2) dotFour(deltas, row2, inputs, i * count, count, gradient, at2 + i, biases + u2);
    }
  }
};

/** The inner products of deltas[row] and the four rows of inputs from `p` on; its sum goes to `bias`. */
const dotFour = (
  deltas: Float64Array,
  row: number,
  inputs: Float64Array,
  p: number,
  count: number,
  gradient: Float64Array,
  at: number,
  bias: number,
): void => {
  const q = p + count;
  const r = q + count;
  const t = r + count;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let total = 0;
  for (let s = 0; s < count; s++) {
    const delta = deltas[(row + s) | 0];
    total += delta;
    a += delta * inputs[(p + s) | 0];
    b += delta * inputs[(q + s) | 0];
    c += delta * inputs[(r + s) | 0];
    d += delta * inputs[(t + s) | 0];
  }
  gradient[bias] = total;
  gradient[at] = a;
  gradient[at + 1] = b;
  gradient[at + 2] = c;
  gradient[at + 3] = d;
};
