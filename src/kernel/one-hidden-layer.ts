// The fused passes of src/core/one-hidden-layer.ts: forward two samples at a time, backward two
// hidden units at a time, so that every sum is added up in the order of the TypeScript.

import {
  activation,
  COTH_2,
  COTH_4,
  constant,
  DENSITY,
  RELU,
  SIGMOID,
  slope,
  TANH,
  TANH_LEAST,
  TANH_MOST,
  TANH_ROUNDER,
} from './activations';
import { both, ONE, pair, read, TWO, write } from './lanes';

// @ts-ignore: decorator
@inline
function forwardAs(
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
  const most = constant(TANH_MOST);
  const least = constant(TANH_LEAST);
  const density = constant(DENSITY);
  const rounder = constant(TANH_ROUNDER);
  const coth2 = constant(COTH_2);
  const coth4 = constant(COTH_4);
  for (let u: usize = 0; u < width; u++) {
    const at = parameters + u * ONE;
    const w = both(at);
    const b = both(at + block);
    const a = both(at + 2 * block);
    const to = hidden + u * row;
    for (let s: usize = 0; s < row; s += TWO) {
      const whole = s + ONE < row;
      const z = f64x2.add(b, f64x2.mul(w, read(inputs + s, whole)));
      const h = activation(kind, z, most, least, density, rounder, coth2, coth4);
      write(to + s, h, whole);
      write(outputs + s, f64x2.add(read(outputs + s, whole), f64x2.mul(a, h)), whole);
    }
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
  if (kind == RELU) forwardAs(RELU, width, count, parameters, inputs, hidden, outputs);
  else if (kind == SIGMOID) forwardAs(SIGMOID, width, count, parameters, inputs, hidden, outputs);
  else if (kind == TANH) forwardAs(TANH, width, count, parameters, inputs, hidden, outputs);
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
