// A layer's gradient: products of its deltas with its inputs, rows of samples both (collect() of rows.ts in
// src/core).

import { both, ONE, pair } from './lanes';

/**
 * The sums of two units, whose deltas are at d and d2, with up to four rows of inputs from i on, or with
 * up to two: `many` is known where this is copied to.
 */
// @ts-ignore: decorator
@inline
function collectRows(
  many: i32,
  d: usize,
  d2: usize,
  inputs: usize,
  i: usize,
  rows: usize,
  row: usize,
  upperLine: usize,
  lowerLine: usize,
  upperBias: usize,
  lowerBias: usize,
): void {
  // missing rows are the last one
  const i1 = min(i + 1, rows - 1);
  const i2 = min(i + 2, rows - 1);
  const i3 = min(i + 3, rows - 1);
  const q0 = inputs + i * row;
  const q1 = inputs + i1 * row;
  const q2 = inputs + i2 * row;
  const q3 = inputs + i3 * row;
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let sum = s0;
  for (let s: usize = 0; s < row; s += ONE) {
    const p = pair(d + s, d2 + s);
    sum = f64x2.add(sum, p);
    s0 = f64x2.add(s0, f64x2.mul(p, both(q0 + s)));
    s1 = f64x2.add(s1, f64x2.mul(p, both(q1 + s)));
    if (many > 2) {
      s2 = f64x2.add(s2, f64x2.mul(p, both(q2 + s)));
      s3 = f64x2.add(s3, f64x2.mul(p, both(q3 + s)));
    }
  }
  keep(upperLine, lowerLine, i, s0);
  keep(upperLine, lowerLine, i1, s1);
  if (many > 2) {
    keep(upperLine, lowerLine, i2, s2);
    keep(upperLine, lowerLine, i3, s3);
  }
  keep(upperBias, lowerBias, 0, sum);
}

/**
 * weightGradient[u·rows + i] ← Σₛ deltas[u]·inputs[i] and biasGradient[u] ← Σₛ deltas[u]: two units
 * at a time, four inputs at a time, each sum in the order of the samples.
 */
export function collect(
  deltas: usize,
  units: usize,
  inputs: usize,
  rows: usize,
  count: usize,
  weightGradient: usize,
  biasGradient: usize,
): void {
  const row = count * ONE;
  const line = rows * ONE;
  for (let u: usize = 0; u < units; u += 2) {
    // An odd last unit goes with itself.
    const u2 = min(u + 1, units - 1);
    const d = deltas + u * row;
    const d2 = deltas + u2 * row;
    const to = weightGradient + u * line;
    const to2 = weightGradient + u2 * line;
    const bias = biasGradient + u * ONE;
    const bias2 = biasGradient + u2 * ONE;
    let i: usize = 0;
    for (; i + 2 < rows; i += 4) {
      collectRows(4, d, d2, inputs, i, rows, row, to, to2, bias, bias2);
    }
    if (i < rows) collectRows(2, d, d2, inputs, i, rows, row, to, to2, bias, bias2);
  }
}

// @ts-ignore: decorator
@inline
function keep(upper: usize, lower: usize, index: usize, sums: v128): void {
  v128.store_lane<f64>(upper + index * ONE, sums, 0);
  v128.store_lane<f64>(lower + index * ONE, sums, 1);
}
