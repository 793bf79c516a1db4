// factorCholesky() of src/core/approximation/trainers/cholesky.ts: two rows and four columns at a time.

import { ONE } from './lanes';
import { block, dot, rowAt, SUMS, twoBlocks } from './products';

/** Entry of L from what is left of A's, or 0 if that is not positive and finite. */
function rootOf(pivot: f64): f64 {
  return pivot > 0 && pivot < Infinity ? sqrt<f64>(pivot) : 0;
}

/** Two columns left of the diagonal, in both rows: p, p2 and q, q2 are where the columns begin in each. */
function settle(sums: usize, p: usize, p2: usize, q: usize, q2: usize): void {
  const near = load<f64>(q);
  const cross = load<f64>(q2);
  const far = load<f64>(q2, 8);
  let first = (load<f64>(p) - load<f64>(sums)) / near;
  store<f64>(p, first);
  store<f64>(p, (load<f64>(p, 8) - load<f64>(sums, 8) - first * cross) / far, 8);
  first = (load<f64>(p2) - load<f64>(sums, 16)) / near;
  store<f64>(p2, first);
  store<f64>(p2, (load<f64>(p2, 8) - load<f64>(sums, 24) - first * cross) / far, 8);
}

/** The two rows' own columns; false if either pivot is not positive and finite. */
function settleDiagonal(sums: usize, p: usize, p2: usize): bool {
  const first = rootOf(load<f64>(p) - load<f64>(sums));
  store<f64>(p, first);
  if (first === 0) return false;
  const below = (load<f64>(p2) - load<f64>(sums, 16)) / first;
  store<f64>(p2, below);
  const second = rootOf(load<f64>(p2, 8) - load<f64>(sums, 24) - below * below);
  store<f64>(p2, second, 8);
  return second !== 0;
}

/** L of the packed matrix, in place; whether the matrix is positive definite. */
export function factorCholesky(matrix: usize, size: usize): bool {
  const even = size & ~1;
  for (let i: usize = 0; i < even; i += 2) {
    const p = rowAt(matrix, i);
    const p2 = rowAt(matrix, i + 1);
    let j: usize = 0;
    for (; j + 2 <= i; j += 4) {
      const q = rowAt(matrix, j);
      const q2 = rowAt(matrix, j + 1);
      const r = rowAt(matrix, j + 2);
      const r2 = rowAt(matrix, j + 3);
      const at = j * ONE;
      memory.fill(SUMS, 0, 64);
      twoBlocks(p, p2, q, q2, r, r2, 0, at);
      settle(SUMS, p + at, p2 + at, q + at, q2 + at);
      block(SUMS + 32, p, p2, r, r2, at, at + 16);
      if (j + 2 === i) break;
      settle(SUMS + 32, p + at + 16, p2 + at + 16, r + at + 16, r2 + at + 16);
    }
    const own = i * ONE;
    if ((i & 2) === 0) {
      memory.fill(SUMS, 0, 64);
      block(SUMS, p, p2, p, p2, 0, own);
      if (!settleDiagonal(SUMS, p + own, p2 + own)) return false;
    } else if (!settleDiagonal(SUMS + 32, p + own, p2 + own)) return false;
  }
  if (even === size) return true;
  const row = rowAt(matrix, even);
  for (let j: usize = 0; j < even; j++) {
    const other = rowAt(matrix, j);
    const entry = load<f64>(row + j * ONE) - dot(row, other, j);
    store<f64>(row + j * ONE, entry / load<f64>(other + j * ONE));
  }
  const last = rootOf(load<f64>(row + even * ONE) - dot(row, row, even));
  store<f64>(row + even * ONE, last);
  return last > 0;
}
