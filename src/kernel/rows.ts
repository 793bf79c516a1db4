// The linear part of a layer, both ways, over rows of samples ([unit][sample], as in backprop.ts).

import { both, ONE, TWO } from './lanes';

/**
 * to ← start + Σ weights·rows, sample by sample, the rows one after another: `many` of them, 1, 2, 4
 * or 8, which is known where this is copied to, as is whether it begins with `start` or with what is there.
 * Of an odd number the last goes with what is beyond the row, and that is put back.
 */
// @ts-ignore: decorator
@inline
function addRows(
  many: i32,
  begins: bool,
  start: v128,
  to: usize,
  from: usize,
  row: usize,
  weights: usize,
  stride: usize,
): void {
  const w0 = both(weights);
  const w1 = both(many > 1 ? weights + stride : weights);
  const w2 = both(many > 2 ? weights + 2 * stride : weights);
  const w3 = both(many > 2 ? weights + 3 * stride : weights);
  const w4 = both(many > 4 ? weights + 4 * stride : weights);
  const w5 = both(many > 4 ? weights + 5 * stride : weights);
  const w6 = both(many > 4 ? weights + 6 * stride : weights);
  const w7 = both(many > 4 ? weights + 7 * stride : weights);
  const end = to + row;
  const beyond = load<f64>(end);
  for (; to < end; to += TWO, from += TWO) {
    let sum = f64x2.add(begins ? start : v128.load(to), f64x2.mul(w0, v128.load(from)));
    if (many > 1) sum = f64x2.add(sum, f64x2.mul(w1, v128.load(from + row)));
    if (many > 2) sum = f64x2.add(sum, f64x2.mul(w2, v128.load(from + 2 * row)));
    if (many > 2) sum = f64x2.add(sum, f64x2.mul(w3, v128.load(from + 3 * row)));
    if (many > 4) sum = f64x2.add(sum, f64x2.mul(w4, v128.load(from + 4 * row)));
    if (many > 4) sum = f64x2.add(sum, f64x2.mul(w5, v128.load(from + 5 * row)));
    if (many > 4) sum = f64x2.add(sum, f64x2.mul(w6, v128.load(from + 6 * row)));
    if (many > 4) sum = f64x2.add(sum, f64x2.mul(w7, v128.load(from + 7 * row)));
    v128.store(to, sum);
  }
  store<f64>(end, beyond);
}

/** to ← to + Σᵢ weights[i·stride]·from[i] over all samples, row after row. */
export function accumulate(
  to: usize,
  from: usize,
  rows: usize,
  count: usize,
  weights: usize,
  stride: usize,
): void {
  const row = count * ONE;
  const step = stride * ONE;
  const none = f64x2.splat(0);
  let i: usize = 0;
  for (; i + 4 <= rows; i += 4, weights += 4 * step) {
    addRows(4, false, none, to, from + i * row, row, weights, step);
  }
  for (; i < rows; i++, weights += step) {
    addRows(1, false, none, to, from + i * row, row, weights, step);
  }
}

/**
 * Two units at once, each as addRows() has it, with 1, 2 or 4 rows: what is read of these serves twice. Their
 * weights are `unit` bytes apart; the number of samples is even.
 */
// @ts-ignore: decorator
@inline
function addRowsToTwo(
  many: i32,
  begins: bool,
  start: v128,
  start2: v128,
  to: usize,
  from: usize,
  row: usize,
  weights: usize,
  unit: usize,
  stride: usize,
): void {
  const others = weights + unit;
  const w0 = both(weights);
  const w1 = both(many > 1 ? weights + stride : weights);
  const w2 = both(many > 2 ? weights + 2 * stride : weights);
  const w3 = both(many > 2 ? weights + 3 * stride : weights);
  const v0 = both(others);
  const v1 = both(many > 1 ? others + stride : others);
  const v2 = both(many > 2 ? others + 2 * stride : others);
  const v3 = both(many > 2 ? others + 3 * stride : others);
  for (const end = to + row; to < end; to += TWO, from += TWO) {
    let x = v128.load(from);
    let sum = f64x2.add(begins ? start : v128.load(to), f64x2.mul(w0, x));
    let sum2 = f64x2.add(begins ? start2 : v128.load(to + row), f64x2.mul(v0, x));
    if (many > 1) {
      x = v128.load(from + row);
      sum = f64x2.add(sum, f64x2.mul(w1, x));
      sum2 = f64x2.add(sum2, f64x2.mul(v1, x));
    }
    if (many > 2) {
      x = v128.load(from + 2 * row);
      sum = f64x2.add(sum, f64x2.mul(w2, x));
      sum2 = f64x2.add(sum2, f64x2.mul(v2, x));
      x = v128.load(from + 3 * row);
      sum = f64x2.add(sum, f64x2.mul(w3, x));
      sum2 = f64x2.add(sum2, f64x2.mul(v3, x));
    }
    v128.store(to, sum);
    v128.store(to + row, sum2);
  }
}

/**
 * to[u] ← start[u] + Σᵢ weights[u·unitStride + i·rowStride]·from[i] over all samples; start 0 unless
 * `biases` is an address. Strides are counted in numbers.
 */
export function combine(
  to: usize,
  units: usize,
  from: usize,
  rows: usize,
  count: usize,
  weights: usize,
  unitStride: usize,
  rowStride: usize,
  biases: usize,
): void {
  const row = count * ONE;
  const step = rowStride * ONE;
  const unit = unitStride * ONE;
  let few: usize = rows < 2 ? 1 : rows < 4 ? 2 : 4;
  // of odd rows the first would reach into the second
  const pairs: usize = count & 1 ? 0 : units & ~1;
  let u: usize = 0;
  for (; u < pairs; u += 2, to += 2 * row, weights += 2 * unit) {
    const start = biases ? both(biases + u * ONE) : f64x2.splat(0);
    const start2 = biases ? both(biases + u * ONE + ONE) : f64x2.splat(0);
    if (few == 1) addRowsToTwo(1, true, start, start2, to, from, row, weights, unit, step);
    else if (few == 2) addRowsToTwo(2, true, start, start2, to, from, row, weights, unit, step);
    else addRowsToTwo(4, true, start, start2, to, from, row, weights, unit, step);
    let i = few;
    for (; i + 4 <= rows; i += 4)
      addRowsToTwo(4, false, start, start2, to, from + i * row, row, weights + i * step, unit, step);
    if (i < rows) {
      accumulate(to, from + i * row, rows - i, count, weights + i * step, rowStride);
      accumulate(to + row, from + i * row, rows - i, count, weights + unit + i * step, rowStride);
    }
  }
  few = rows < 8 ? 1 : 8;
  for (; u < units; u++, to += row, weights += unit) {
    const start = biases ? both(biases + u * ONE) : f64x2.splat(0);
    if (few == 1) addRows(1, true, start, to, from, row, weights, step);
    else addRows(8, true, start, to, from, row, weights, step);
    if (few < rows) {
      accumulate(to, from + few * row, rows - few, count, weights + few * step, rowStride);
    }
  }
}
