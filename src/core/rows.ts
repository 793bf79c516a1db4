// The linear part of a layer, both ways, over rows of samples ([unit][sample]). Up to four rows go
// through a loop together: less is read and written twice, and sums that wait for nothing but
// themselves grow side by side. Each sum keeps its order, so the bits are those of a row at a time.

/** How many rows the first loop takes, so that fours are left: 1 … 4. */
const firstOf = (rows: number): number => ((rows - 1) & 3) + 1;

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
  const few = firstOf(rows);
  const second = count;
  const third = 2 * count;
  const fourth = 3 * count;
  for (let u = 0; u < units; u++) {
    const row = u * count;
    const start = bias < 0 ? 0 : weights[bias + u];
    const at = first + u * unitStride;
    const a = weights[at];
    const b = few > 1 ? weights[at + rowStride] : 0;
    const c = few > 2 ? weights[at + 2 * rowStride] : 0;
    if (few === 1) {
      for (let s = 0; s < count; s++) to[row + s] = start + a * from[s];
    } else if (few === 2) {
      for (let s = 0; s < count; s++) to[row + s] = start + a * from[s] + b * from[second + s];
    } else if (few === 3) {
      for (let s = 0; s < count; s++) {
        to[row + s] = start + a * from[s] + b * from[second + s] + c * from[third + s];
      }
    } else {
      const d = weights[at + 3 * rowStride];
      for (let s = 0; s < count; s++) {
        to[row + s] =
          start + a * from[s] + b * from[second + s] + c * from[third + s] + d * from[fourth + s];
      }
    }
    for (let i = few; i < rows; i += 4) {
      addFour(to, row, from, i * count, count, weights, at + i * rowStride, rowStride);
    }
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
  const few = firstOf(rows);
  const second = count;
  const third = 2 * count;
  // of three the last is read twice, to no effect
  const fourth = few === 3 ? third : 3 * count;
  for (let u = 0; u < units; u++) {
    const row = u * count;
    const at = weights + u * rows;
    let total = 0;
    let a = 0;
    let b = 0;
    let c = 0;
    if (few === 1) {
      for (let s = 0; s < count; s++) {
        const delta = deltas[row + s];
        total += delta;
        a += delta * inputs[s];
      }
    } else if (few === 2) {
      for (let s = 0; s < count; s++) {
        const delta = deltas[row + s];
        total += delta;
        a += delta * inputs[s];
        b += delta * inputs[second + s];
      }
    } else {
      let d = 0;
      for (let s = 0; s < count; s++) {
        const delta = deltas[row + s];
        total += delta;
        a += delta * inputs[s];
        b += delta * inputs[second + s];
        c += delta * inputs[third + s];
        d += delta * inputs[fourth + s];
      }
      if (few > 3) gradient[at + 3] = d;
    }
    gradient[biases + u] = total;
    gradient[at] = a;
    if (few > 1) gradient[at + 1] = b;
    if (few > 2) gradient[at + 2] = c;
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
