// The activations of two neurons or samples at once, step by step as in src/core/elementary and
// activation-loops.ts, so that both lanes get the bits of the TypeScript. Any other activation is
// left to the TypeScript.

import { both, firsts, ONE, seconds, TWO } from './lanes';

export const IDENTITY = 0;
export const RELU = 1;
export const SIGMOID = 2;
export const TANH = 3;

// The tables of hyperbolic-tangent.ts, put here before the first call: per centre 4 doubles.
const ENTRY_SHIFT = 5;
const TANH_TABLE: usize = 256;
const SIGMOID_TABLE: usize = 78400;
/** No number, not even a NaN, leads beyond the tables. */
const INDEX_MASK = 4095;

// Constants are read from memory: engines make a literal of two lanes anew each time.
const CONSTANTS = memory.data<f64>([
  64, // centres per unit
  19.0625, -19.0625, // tanh is ±1 beyond
  6755399441055744 + 1220, // 1.5·2⁵² rounds to an integer; index of the centre 0
  0.3333333333293912 / 64, 0.02222202845982143 / 262144, // COTH_2, COTH_4
  6755399441055744 + 1280,
  1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720,
  1, 20,
]);
// @ts-ignore: decorator
@inline
export function constant(index: usize): v128 {
  return both(CONSTANTS + index * ONE);
}
export const DENSITY = 0;
export const TANH_MOST = 1;
export const TANH_LEAST = 2;
export const TANH_ROUNDER = 3;
export const COTH_2 = 4;
export const COTH_4 = 5;
const SIGMOID_ROUNDER = 6;
const HALF = 7;
const UNITY = 12;
const SIGMOID_MOST = 13;

// @ts-ignore: decorator
@inline
function entryAt(index: i32): usize {
  return (<usize>(index & INDEX_MASK)) << ENTRY_SHIFT;
}

/** tanh; its constants are the caller's, read once before a loop. */
// @ts-ignore: decorator
@inline
function tanh(
  x: v128,
  most: v128,
  least: v128,
  density: v128,
  rounder: v128,
  coth2: v128,
  coth4: v128,
): v128 {
  const inside = f64x2.pmax(f64x2.pmin(x, most), least);
  const held = f64x2.mul(inside, density);
  const rounded = f64x2.add(held, rounder);
  const first = entryAt(i32x4.extract_lane(rounded, 0));
  const second = entryAt(i32x4.extract_lane(rounded, 2));
  const a = v128.load(first, TANH_TABLE);
  const b = v128.load(second, TANH_TABLE);
  const d = f64x2.sub(held, f64x2.sub(rounded, rounder));
  const dd = f64x2.mul(d, d);
  const value = firsts(a, b);
  const w = f64x2.add(
    f64x2.mul(dd, f64x2.sub(coth2, f64x2.mul(dd, coth4))),
    f64x2.mul(d, value),
  );
  const slopes = v128.load64_lane(
    second,
    v128.load64_zero(first, TANH_TABLE + TWO),
    1,
    TANH_TABLE + TWO,
  );
  const rise = f64x2.mul(slopes, d);
  const rest = f64x2.div(
    f64x2.mul(rise, f64x2.sub(f64x2.splat(0), w)),
    f64x2.add(density, w),
  );
  return f64x2.add(value, f64x2.add(seconds(a, b), f64x2.add(rise, rest)));
}

/** 1/(1 + e⁻ˣ) as the TypeScript has it, for arguments where it takes an exponential. */
// @ts-ignore: decorator
@external('env', 'sigmoid')
declare function farSigmoid(x: f64): f64;

// @ts-ignore: decorator
@inline
export function sigmoid(x: v128): v128 {
  const far = f64x2.gt(f64x2.abs(x), constant(SIGMOID_MOST));
  if (v128.any_true(far)) return sigmoidOneByOne(x);
  return nearSigmoid(x);
}

// @ts-ignore: decorator
@inline
function nearSigmoid(x: v128): v128 {
  const rounded = f64x2.add(f64x2.mul(x, constant(DENSITY)), constant(SIGMOID_ROUNDER));
  const first = entryAt(i32x4.extract_lane(rounded, 0));
  const second = entryAt(i32x4.extract_lane(rounded, 2));
  const a = v128.load(first, SIGMOID_TABLE);
  const b = v128.load(second, SIGMOID_TABLE);
  const low = v128.load(first, SIGMOID_TABLE + TWO);
  const high = v128.load(second, SIGMOID_TABLE + TWO);
  const d = f64x2.sub(x, firsts(a, b));
  const value = seconds(a, b);
  const dd = f64x2.mul(d, d);
  // d + dd·(1/2 + d/6 + dd·(1/24 + d/120 + dd/720))
  let series = f64x2.add(constant(HALF + 2), f64x2.mul(d, constant(HALF + 3)));
  series = f64x2.add(series, f64x2.mul(dd, constant(HALF + 4)));
  series = f64x2.mul(dd, series);
  series = f64x2.add(f64x2.add(constant(HALF), f64x2.mul(d, constant(HALF + 1))), series);
  const m = f64x2.add(d, f64x2.mul(dd, series));
  const w = f64x2.mul(m, value);
  const share = f64x2.div(w, f64x2.add(constant(UNITY), w));
  const rest = f64x2.sub(m, f64x2.mul(m, share));
  return f64x2.add(
    value,
    f64x2.add(firsts(low, high), f64x2.mul(seconds(low, high), rest)),
  );
}

function sigmoidOneByOne(x: v128): v128 {
  const first = farSigmoid(f64x2.extract_lane(x, 0));
  return f64x2.replace_lane(f64x2.splat(first), 1, farSigmoid(f64x2.extract_lane(x, 1)));
}

/** σ of two sums; what follows them are constants of tanh, by the names below. */
// @ts-ignore: decorator
@inline
export function activation(
  kind: i32,
  sums: v128,
  most: v128,
  least: v128,
  density: v128,
  rounder: v128,
  coth2: v128,
  coth4: v128,
): v128 {
  if (kind == RELU) return f64x2.pmax(f64x2.splat(0), sums);
  if (kind == SIGMOID) return sigmoid(sums);
  if (kind == TANH) return tanh(sums, most, least, density, rounder, coth2, coth4);
  return sums;
}

/** σ′ at two sums, from σ. */
// @ts-ignore: decorator
@inline
export function slope(kind: i32, outputs: v128): v128 {
  const one = constant(UNITY);
  if (kind == RELU) return v128.and(one, f64x2.gt(outputs, f64x2.splat(0)));
  if (kind == SIGMOID) return f64x2.mul(outputs, f64x2.sub(one, outputs));
  if (kind == TANH) return f64x2.sub(one, f64x2.mul(outputs, outputs));
  return one;
}

// @ts-ignore: decorator
@inline
function activateAs(kind: i32, sums: usize, outputs: usize, count: usize): void {
  const most = constant(TANH_MOST);
  const least = constant(TANH_LEAST);
  const density = constant(DENSITY);
  const rounder = constant(TANH_ROUNDER);
  const coth2 = constant(COTH_2);
  const coth4 = constant(COTH_4);
  const end = outputs + count * ONE;
  // the last of an odd number goes with what is beyond
  const beyond = load<f64>(end);
  for (; outputs < end; sums += TWO, outputs += TWO) {
    const x = v128.load(sums);
    v128.store(outputs, activation(kind, x, most, least, density, rounder, coth2, coth4));
  }
  store<f64>(end, beyond);
}

/** outputs ← σ(sums); the two may be one array. */
export function activate(kind: i32, sums: usize, outputs: usize, count: usize): void {
  if (kind == RELU) activateAs(RELU, sums, outputs, count);
  else if (kind == SIGMOID) activateAs(SIGMOID, sums, outputs, count);
  else if (kind == TANH) activateAs(TANH, sums, outputs, count);
  else memory.copy(outputs, sums, count * ONE);
}

/** gradient ← gradient·σ′, with σ′ from the outputs σ. What is beyond an odd number is put back, as above. */
export function descend(kind: i32, outputs: usize, gradient: usize, count: usize): void {
  if (kind <= IDENTITY) return;
  const end = gradient + count * ONE;
  const beyond = load<f64>(end);
  for (; gradient < end; outputs += TWO, gradient += TWO) {
    v128.store(gradient, f64x2.mul(v128.load(gradient), slope(kind, v128.load(outputs))));
  }
  store<f64>(end, beyond);
}
