// Sums of products of rows, in the orders of src/core/approximation/trainers: products.ts, of blocks
// of 2 × 2 rows, and dots.ts, in four partial sums.

import { both, firsts, last, ONE, pair, seconds, TWO } from './lanes';

/** The four sums of a block, (s11, s12) and (s21, s22), of two blocks side by side. */
export const SUMS = memory.data(64, 16);

/** One block over the samples from … end; p, p2: rows of a, q, q2: rows of b. */
export function block(sums: usize, p: usize, p2: usize, q: usize, q2: usize, from: usize, end: usize): void {
  let upper = v128.load(sums);
  let lower = v128.load(sums + TWO);
  let s = from;
  for (; s + ONE < end; s += TWO) {
    const left = v128.load(q + s);
    const right = v128.load(q2 + s);
    const v = firsts(left, right);
    const next = seconds(left, right);
    upper = f64x2.add(f64x2.add(upper, f64x2.mul(both(p + s), v)), f64x2.mul(both(p + s + ONE), next));
    lower = f64x2.add(f64x2.add(lower, f64x2.mul(both(p2 + s), v)), f64x2.mul(both(p2 + s + ONE), next));
  }
  if (s < end) {
    const v = pair(q + s, q2 + s);
    upper = f64x2.add(upper, f64x2.mul(both(p + s), v));
    lower = f64x2.add(lower, f64x2.mul(both(p2 + s), v));
  }
  v128.store(sums, upper);
  v128.store(sums + TWO, lower);
}

/** Two blocks with the same rows of a; q, q2 and r, r2: rows of b. An odd last sample is left. */
export function twoBlocks(
  p: usize,
  p2: usize,
  q: usize,
  q2: usize,
  r: usize,
  r2: usize,
  from: usize,
  end: usize,
): void {
  let upper = v128.load(SUMS);
  let lower = v128.load(SUMS, 16);
  let upper2 = v128.load(SUMS, 32);
  let lower2 = v128.load(SUMS, 48);
  for (let s = from; s + ONE < end; s += TWO) {
    let left = v128.load(q + s);
    let right = v128.load(q2 + s);
    const v = firsts(left, right);
    const next = seconds(left, right);
    left = v128.load(r + s);
    right = v128.load(r2 + s);
    const w = firsts(left, right);
    const next2 = seconds(left, right);
    let a = both(p + s);
    upper = f64x2.add(upper, f64x2.mul(a, v));
    upper2 = f64x2.add(upper2, f64x2.mul(a, w));
    a = both(p + s + ONE);
    upper = f64x2.add(upper, f64x2.mul(a, next));
    upper2 = f64x2.add(upper2, f64x2.mul(a, next2));
    a = both(p2 + s);
    lower = f64x2.add(lower, f64x2.mul(a, v));
    lower2 = f64x2.add(lower2, f64x2.mul(a, w));
    a = both(p2 + s + ONE);
    lower = f64x2.add(lower, f64x2.mul(a, next));
    lower2 = f64x2.add(lower2, f64x2.mul(a, next2));
  }
  v128.store(SUMS, upper);
  v128.store(SUMS, lower, 16);
  v128.store(SUMS, upper2, 32);
  v128.store(SUMS, lower2, 48);
}

// @ts-ignore: decorator
@inline
function int(at: usize, index: usize): usize {
  return <usize>load<i32>(at + index * 4);
}

/** The address of row i of a packed matrix: rowStart() of cholesky.ts. */
export function rowAt(matrix: usize, i: usize): usize {
  const pairs = i >> 1;
  return matrix + (2 * pairs * (pairs + 1) + (i & 1) * (2 * pairs + 2)) * ONE;
}

/** A block's sums from where they stand in two rows, or 0. */
function begin(sums: usize, line: usize, line2: usize, j: usize, j2: usize, more: bool): void {
  memory.fill(sums, 0, 32);
  if (!more) return;
  v128.store(sums, pair(line + j * ONE, line + j2 * ONE));
  v128.store(sums, pair(line2 + j * ONE, line2 + j2 * ONE), TWO);
}

function keep(sums: usize, line: usize, line2: usize, j: usize, j2: usize): void {
  store<f64>(line + j * ONE, load<f64>(sums));
  store<f64>(line2 + j2 * ONE, load<f64>(sums, 24));
  store<f64>(line + j2 * ONE, load<f64>(sums, 8));
  store<f64>(line2 + j * ONE, load<f64>(sums, 16));
}

/** Row firstRow + i, column j of `out` ← Σₛ a[i][s]·b[j][s]; see innerProducts() in products.ts. */
export function innerProducts(
  a: usize,
  aRows: usize,
  aFirst: usize,
  aEnd: usize,
  b: usize,
  bRows: usize,
  bFirst: usize,
  bEnd: usize,
  count: usize,
  out: usize,
  firstRow: usize,
  symmetric: bool,
  more: bool,
): void {
  const row = count * ONE;
  for (let i: usize = 0; i < aRows; i += 2) {
    const i2 = min(i + 1, aRows - 1);
    const firstA = min(int(aFirst, i), int(aFirst, i2));
    const endA = max(int(aEnd, i), int(aEnd, i2));
    const most = symmetric ? i2 + 1 : bRows;
    const p = a + i * row;
    const p2 = a + i2 * row;
    const line = rowAt(out, firstRow + i);
    const line2 = rowAt(out, firstRow + i2);
    for (let j: usize = 0; j < most; j += 4) {
      const j2 = min(j + 1, bRows - 1);
      const from = max(firstA, min(int(bFirst, j), int(bFirst, j2))) * ONE;
      const to = min(endA, max(int(bEnd, j), int(bEnd, j2))) * ONE;
      const q = b + j * row;
      const q2 = b + j2 * row;
      begin(SUMS, line, line2, j, j2, more);
      if (j + 2 < most) {
        const k = j + 2;
        const k2 = min(k + 1, bRows - 1);
        const from2 = max(firstA, min(int(bFirst, k), int(bFirst, k2))) * ONE;
        const to2 = min(endA, max(int(bEnd, k), int(bEnd, k2))) * ONE;
        const r = b + k * row;
        const r2 = b + k2 * row;
        begin(SUMS + 32, line, line2, k, k2, more);
        // Together where both count, in whole pairs of samples; before and after, each alone.
        const start = max(from, from2);
        const end = max(start, min(to, to2));
        const middle = start + ((end - start) & ~(TWO - 1));
        block(SUMS, p, p2, q, q2, from, min(to, start));
        block(SUMS + 32, p, p2, r, r2, from2, min(to2, start));
        twoBlocks(p, p2, q, q2, r, r2, start, middle);
        block(SUMS, p, p2, q, q2, max(from, middle), to);
        block(SUMS + 32, p, p2, r, r2, max(from2, middle), to2);
        keep(SUMS + 32, line, line2, k, k2);
      } else {
        block(SUMS, p, p2, q, q2, from, to);
      }
      keep(SUMS, line, line2, j, j2);
    }
  }
}

/** Adds the products of `count` numbers to four partial sums. */
function addDot(partials: usize, values: usize, by: usize, count: usize): void {
  const fours = (count & ~3) * ONE;
  const row = count * ONE;
  let near = v128.load(partials);
  let far = v128.load(partials, TWO);
  let s: usize = 0;
  for (; s < fours; s += 2 * TWO) {
    near = f64x2.add(near, f64x2.mul(v128.load(values + s), v128.load(by + s)));
    far = f64x2.add(far, f64x2.mul(v128.load(values + s, TWO), v128.load(by + s, TWO)));
  }
  // the rest goes to the first; −0 changes nothing
  for (; s < row; s += ONE) {
    const product = f64x2.mul(last(values + s), last(by + s));
    near = f64x2.add(near, f64x2.replace_lane(product, 1, -0.0));
  }
  v128.store(partials, near);
  v128.store(partials, far, TWO);
}

/** dotRange() of cholesky.ts. */
export function dot(values: usize, by: usize, count: usize): f64 {
  memory.fill(SUMS, 0, 32);
  addDot(SUMS, values, by, count);
  return load<f64>(SUMS) + load<f64>(SUMS, 8) + (load<f64>(SUMS, 16) + load<f64>(SUMS, 24));
}

/** partials[4u …] ← theirs and those of row u and `by`; see addRowDots() in dots.ts. */
export function rowDots(
  values: usize,
  rows: usize,
  by: usize,
  count: usize,
  partials: usize,
): void {
  for (let u: usize = 0; u < rows; u++)
    addDot(partials + 4 * u * ONE, values + u * count * ONE, by, count);
}

/** out[u] ← out[u] + Σ of row u, sample by sample; two rows at a time. */
export function rowSums(values: usize, rows: usize, count: usize, out: usize): void {
  const row = count * ONE;
  for (let u: usize = 0; u < rows; u += 2) {
    const u2 = min(u + 1, rows - 1);
    const p = values + u * row;
    const p2 = values + u2 * row;
    let sum = pair(out + u * ONE, out + u2 * ONE);
    let s: usize = 0;
    for (; s + ONE < row; s += TWO) {
      const upper = v128.load(p + s);
      const lower = v128.load(p2 + s);
      sum = f64x2.add(f64x2.add(sum, firsts(upper, lower)), seconds(upper, lower));
    }
    if (s < row) sum = f64x2.add(sum, pair(p + s, p2 + s));
    v128.store_lane<f64>(out + u * ONE, sum, 0);
    v128.store_lane<f64>(out + u2 * ONE, sum, 1);
  }
}
