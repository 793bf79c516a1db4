// How the network's output moves with its hidden layer: a row of the Jacobian per hidden unknown, a column
// per sample, and the inner products of these rows that second-order steps need. Unknowns: every b, then,
// unless the activation is homogeneous, every w.

import { activations } from '../../activations.ts';
import { dotRange, rowStart } from './cholesky.ts';
import { innerProducts, type Rows } from './products.ts';
import type { Shallow } from './shallow.ts';
import type { Jacobian } from './shallow-rooms.ts';
import { evaluateSlopes } from './sweep.ts';

/**
 * A slope below this share of the unit's largest counts as nothing: smooth units are flat over most of the
 * interval. The same for all products, so that the normal matrix stays one.
 */
const NEGLIGIBLE = 1e-10;

/**
 * Near a kink the derivative by the kink's place changes as it passes each sample, and the error has
 * a crease there. Blended over one sample's distance, the gradient vanishes at a crease that is a
 * minimum, instead of pointing across it and spoiling the step of all other units.
 */
function blendSlopes({ width, x, parameters, tiles, activation }: Shallow): void {
  const { sums, slopes } = tiles[0];
  const { derivative } = activations[activation];
  const left = derivative(-1);
  const rise = derivative(1) - left;
  const count = x.length;
  for (let unit = 0; unit < width; unit++) {
    const scale = count / (2 * Math.abs(parameters[unit]));
    for (let k = unit * count; k < (unit + 1) * count; k++) {
      const part = 0.5 + sums[k] * scale;
      slopes[k] = left + rise * (part > 0 ? (part < 1 ? part : 1) : 0);
    }
  }
}

/** The Jacobian's rows by b at the current point, and where each row is not negligible. */
export function fillRows(net: Shallow, { all, byBias }: Jacobian, blended: boolean): void {
  const { values: rows, first, end, count } = byBias;
  const { width, parameters, tiles } = net;
  const { slopes } = tiles[0];
  if (all.rows === width && blended) blendSlopes(net);
  else evaluateSlopes(net, tiles[0]);
  for (let unit = 0; unit < width; unit++) {
    const height = parameters[2 * width + unit];
    const row = unit * count;
    let largest = 0;
    for (let i = 0; i < count; i++) largest = Math.max(largest, Math.abs(slopes[row + i]));
    const least = NEGLIGIBLE * largest;
    let from = 0;
    let to = count;
    while (from < to && !(Math.abs(slopes[row + from]) > least)) from++;
    while (to > from && !(Math.abs(slopes[row + to - 1]) > least)) to--;
    first[unit] = from;
    end[unit] = to;
    // the blocks of innerProducts reach beyond a row's own range
    rows.fill(0, row, row + from);
    rows.fill(0, row + to, row + count);
    for (let i = from; i < to; i++) rows[row + i] = height * slopes[row + i];
  }
  if (all.rows === width) return;
  all.first.copyWithin(width, 0, width);
  all.end.copyWithin(width, 0, width);
}

/** Rows by w, of the units from the given one on, out of those by b. */
function timesX({ values, count }: Rows, from: number, x: Float64Array, to: Rows): void {
  const { values: products, rows } = to;
  for (let u = 0; u < rows; u++) {
    const row = (from + u) * count;
    for (let i = 0; i < count; i++) products[u * count + i] = values[row + i] * x[i];
  }
}

/**
 * The hidden unknowns' part of the normal matrix, packed, and the gradient. Needs the rows by b. Rows by w that
 * take the features' place do so once their products with these are made, slice by slice.
 */
export function assembleHidden(
  net: Shallow,
  { all, byBias, byWeight, slices }: Jacobian,
  normal: Float64Array,
  gradient: Float64Array,
): void {
  const { values: rows, rows: hidden, count, first, end } = all;
  const { width, x, residual, tiles, kernel } = net;
  const { rows: features } = tiles[0];
  const apart = slices.length === 0;
  if (apart) timesX(byBias, 0, x, byWeight);
  innerProducts(features, apart ? all : byBias, normal, hidden, false, false, kernel);
  for (const { from, rows: some, normal: columns } of slices) {
    timesX(byBias, from, x, some);
    innerProducts(features, some, columns, hidden, false, false, kernel);
  }
  if (!apart) timesX(byBias, 0, x, byWeight);
  innerProducts(all, all, normal, 0, true, false, kernel);
  for (let i = 0; i < hidden; i++)
    gradient[i] = dotRange(rows, i * count + first[i], residual, first[i], end[i] - first[i]);
  const last = rowStart(hidden + width);
  for (let j = 0; j < hidden; j++) {
    let sum = 0;
    for (let s = j * count + first[j]; s < j * count + end[j]; s++) sum += rows[s];
    normal[last + j] = sum;
  }
}
