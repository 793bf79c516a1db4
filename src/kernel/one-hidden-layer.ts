// The fused passes of src/core/one-hidden-layer.ts: forward a hidden unit at a time, backward two, so that
// every sum is added up in the order of the TypeScript.

import { activate, RELU, SIGMOID, slope, TANH } from './activations';
import { both, ONE, pair, TWO, write } from './lanes';
import { accumulate, combine } from './rows';

/** So little is made of a sample that all is made at once. */
// @ts-ignore: decorator
@inline
function reluForward(
  row: usize,
  w: v128,
  b: v128,
  a: v128,
  inputs: usize,
  hidden: usize,
  outputs: usize,
): void {
  for (let s: usize = 0; s < row; s += TWO) {
    const whole = s + ONE < row;
    const z = f64x2.add(b, f64x2.mul(w, v128.load(inputs + s)));
    const h = f64x2.pmax(f64x2.splat(0), z);
    write(hidden + s, h, whole);
    write(outputs + s, f64x2.add(v128.load(outputs + s), f64x2.mul(a, h)), whole);
  }
}

/** hidden ← σ(w·inputs + b), outputs ← outputs + Σ a·hidden. Parameters: w, b, a, a row each. */
export function fusedForward(
  kind: i32,
  width: usize,
  count: usize,
  parameters: usize,
  inputs: usize,
  hidden: usize,
  outputs: usize,
): void {
  const row = count * ONE;
  const block = width * ONE;
  const end = parameters + block;
  for (; parameters < end; parameters += ONE, hidden += row) {
    if (kind == RELU) {
      reluForward(row, both(parameters), both(parameters + block), both(parameters + 2 * block), inputs, hidden, outputs);
      continue;
    }
    // a unit's row is still near when it is read again
    combine(hidden, 1, inputs, 1, count, parameters, 1, 1, parameters + block);
    activate(kind, hidden, hidden, count);
    accumulate(outputs, hidden, 1, count, parameters + 2 * block, 1);
  }
}

// @ts-ignore: decorator
@inline
function backwardAs(
  kind: i32,
  width: usize,
  count: usize,
  parameters: usize,
  inputs: usize,
  hidden: usize,
  misses: usize,
  gradient: usize,
): void {
  const row = count * ONE;
  const block = width * ONE;
  const last = block - ONE;
  for (let u: usize = 0; u < block; u += TWO) {
    // An odd last unit goes with itself.
    const u2 = min(u + ONE, last);
    const a = pair(parameters + 2 * block + u, parameters + 2 * block + u2);
    const h = hidden + u * count;
    const h2 = hidden + u2 * count;
    let byWeight = f64x2.splat(0);
    let byBias = f64x2.splat(0);
    let byOutput = f64x2.splat(0);
    for (let s: usize = 0; s < row; s += ONE) {
      const outputs = pair(h + s, h2 + s);
      const miss = both(misses + s);
      const delta = f64x2.mul(f64x2.mul(a, miss), slope(kind, outputs));
      byWeight = f64x2.add(byWeight, f64x2.mul(delta, both(inputs + s)));
      byBias = f64x2.add(byBias, delta);
      byOutput = f64x2.add(byOutput, f64x2.mul(miss, outputs));
    }
    v128.store_lane<f64>(gradient + u, byWeight, 0);
    v128.store_lane<f64>(gradient + u2, byWeight, 1);
    v128.store_lane<f64>(gradient + block + u, byBias, 0);
    v128.store_lane<f64>(gradient + block + u2, byBias, 1);
    v128.store_lane<f64>(gradient + 2 * block + u, byOutput, 0);
    v128.store_lane<f64>(gradient + 2 * block + u2, byOutput, 1);
  }
}

/** The gradient by w, b and a, from the loss's derivative by the outputs. */
export function fusedBackward(
  kind: i32,
  width: usize,
  count: usize,
  parameters: usize,
  inputs: usize,
  hidden: usize,
  misses: usize,
  gradient: usize,
): void {
  if (kind == RELU) backwardAs(RELU, width, count, parameters, inputs, hidden, misses, gradient);
  else if (kind == SIGMOID)
    backwardAs(SIGMOID, width, count, parameters, inputs, hidden, misses, gradient);
  else if (kind == TANH)
    backwardAs(TANH, width, count, parameters, inputs, hidden, misses, gradient);
}
