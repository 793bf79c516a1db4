// The linear part of a layer, both ways, over rows of samples ([unit][sample]). Up to four rows, and two units
// where it pays (rows-in-pairs.ts), go through a loop together: what is read serves twice, and sums that wait for
// nothing but themselves grow side by side. Each sum keeps its order, so the bits are those of one at a time.
// Rows come as an array each, for an index into one is the sample's number: of an index that is a sum engines make
// the sum, widen it and check it, at every number, and take a twentieth longer for a whole step of training.

import { combinePair } from './rows-in-pairs.ts';

/** Equally long rows, a number per sample in each. */
export type RowList = readonly Float64Array[];

const known = new WeakMap<Float64Array, RowList>();

const makeRows = (numbers: Float64Array, count: number): RowList =>
  Array.from({ length: numbers.length / count }, (_, u) =>
    numbers.subarray(u * count, (u + 1) * count),
  );

/**
 * The rows of `count` samples that make up an array, as views of it; made when first asked for. (By a function of
 * its own: what a callback sees of its surroundings is laid out anew each time they are entered.)
 */
export const rowsOf = (numbers: Float64Array, count: number): RowList => {
  let rows = known.get(numbers);
  if (rows === undefined || rows.length * count !== numbers.length) {
    rows = makeRows(numbers, count);
    known.set(numbers, rows);
  }
  return rows;
};

/**
 * to[begin + u] ← start + Σᵢ weights[first + u·unitStride + i·rowStride]·from[i] over all samples, for u below
 * `units`, where start is weights[bias + u], or 0 if `bias` is negative. There is at least one row.
 */
export const combine = (
  to: RowList,
  begin: number,
  units: number,
  from: RowList,
  weights: Float64Array,
  first: number,
  unitStride: number,
  rowStride: number,
  bias: number,
): void => {
  const odd = units & 1;
  for (let u = 0; u < units - odd; u += 2) {
    const row = to[begin + u];
    const row2 = to[begin + u + 1];
    const own = bias < 0 ? bias : bias + u;
    combinePair(row, row2, from, weights, first + u * unitStride, unitStride, rowStride, own);
  }
  if (odd === 0) return;
  const u = units - 1;
  const row = to[begin + u];
  const start = bias < 0 ? 0 : weights[bias + u];
  // fill() would be handed its number in a box
  for (let s = 0; s < row.length; s++) row[s] = start;
  accumulate(row, from, weights, first + u * unitStride, rowStride);
};

/** to ← to + Σᵢ weights[at + i·stride]·from[i] over all samples. */
export const accumulate = (
  to: Float64Array,
  from: RowList,
  weights: Float64Array,
  at: number,
  stride: number,
): void => {
  const count = to.length;
  const rows = from.length;
  let i = 0;
  for (; i + 3 < rows; i += 4) {
    const first = at + i * stride;
    addFour(to, from[i], from[i + 1], from[i + 2], from[i + 3], weights, first, stride);
  }
  for (; i < rows; i++) {
    const weight = weights[at + i * stride];
    const row = from[i];
    for (let s = 0; s < count; s++) to[s] += weight * row[s];
  }
};

/** to ← to + Σ of the four rows, each by its weight. */
const addFour = (
  to: Float64Array,
  p: Float64Array,
  q: Float64Array,
  r: Float64Array,
  t: Float64Array,
  weights: Float64Array,
  at: number,
  stride: number,
): void => {
  const a = weights[at];
  const b = weights[at + stride];
  const c = weights[at + 2 * stride];
  const d = weights[at + 3 * stride];
  const count = to.length;
  for (let s = 0; s < count; s++) {
    to[s] = to[s] + a * p[s] + b * q[s] + c * r[s] + d * t[s];
  }
};

/**
 * gradient[weights + u·rows + i] ← Σₛ deltas[begin + u]·inputs[i] and gradient[biases + u] ← Σₛ deltas[begin + u],
 * each in the order of the samples, for u below `units`. There is at least one row of inputs.
 */
export const collect = (
  deltas: RowList,
  begin: number,
  units: number,
  inputs: RowList,
  gradient: Float64Array,
  weights: number,
  biases: number,
): void => {
  const rows = inputs.length;
  const few = rows & 3;
  for (let u = 0; u < units; u += 2) {
    // an odd last unit goes with itself
    const u2 = Math.min(u + 1, units - 1);
    const row = deltas[begin + u];
    const row2 = deltas[begin + u2];
    const at = weights + u * rows;
    const at2 = weights + u2 * rows;
    const count = row.length;
    for (let i = 0; i < few; i++) {
      const input = inputs[i];
      let total = 0;
      let total2 = 0;
      let sum = 0;
      let sum2 = 0;
      for (let s = 0; s < count; s++) {
        const x = input[s];
        const delta = row[s];
        const delta2 = row2[s];
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
      const p = inputs[i];
      const q = inputs[i + 1];
      const r = inputs[i + 2];
      const t = inputs[i + 3];
      dotFour(row, p, q, r, t, gradient, at + i, biases + u);
      if (u < u2) dotFour(row2, p, q, r, t, gradient, at2 + i, biases + u2);
    }
  }
};

/** The inner products of a row of deltas and four rows of inputs; its sum goes to `bias`. */
const dotFour = (
  deltas: Float64Array,
  p: Float64Array,
  q: Float64Array,
  r: Float64Array,
  t: Float64Array,
  gradient: Float64Array,
  at: number,
  bias: number,
): void => {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let total = 0;
  const count = deltas.length;
  for (let s = 0; s < count; s++) {
    const delta = deltas[s];
    total += delta;
    a += delta * p[s];
    b += delta * q[s];
    c += delta * r[s];
    d += delta * t[s];
  }
  gradient[bias] = total;
  gradient[at] = a;
  gradient[at + 1] = b;
  gradient[at + 2] = c;
  gradient[at + 3] = d;
};
