// The output layer solved exactly: with the hidden layer held, the best a and c are a linear least-squares
// problem. Normal equations with a ridge μ relative to their diagonal, then one refinement on the residual,
// which takes most of the ridge's bias away again (iterated regularisation, Riley 1955).

import { type Parts, whole } from '../../parts.ts';
import { factorCholesky, rowStart, solveCholesky } from './cholesky.ts';
import { addRowDots, dotOf } from './dots.ts';
import { innerProducts } from './products.ts';
import { reluGram } from './relu-sums.ts';
import type { Shallow } from './shallow.ts';
import type { Tile } from './shallow-rooms.ts';
import { sweep, visit } from './sweep.ts';

/**
 * Refinements of ReLU heights: close bends need them large, and a ridge pulls them down. Of smooth units one
 * only: their ridge is meant to keep the heights small.
 */
const MOST_REFINEMENTS = 8;
/** A further refinement must lower the squared error by this share. */
const WORTH = 1e-3;

/** Features and residual at the current parameters, and the Gram matrix of these features, a tile a part. */
export function* assembleGram(net: Shallow): Parts<void> {
  const { width, x, output, closed, tiles } = net;
  const { gram } = output;
  const last = rowStart(width);
  gram.fill(0, last, last + width);
  let error = 0;
  for (const tile of tiles) {
    if (tile.from > 0) yield;
    error = visit(net, tile, 'hidden', error);
    if (!closed) addGram(net, tile);
  }
  if (closed) reluGram(closed, net, gram);
  else gram[last + width] = x.length;
}

/** The tile's part: it stands at the first one's place, then goes on. */
function addGram({ width, output, kernel }: Shallow, { from, count, features, rows }: Tile): void {
  const { gram } = output;
  const last = rowStart(width);
  innerProducts(rows, rows, gram, 0, true, from > 0, kernel);
  if (kernel !== null) {
    kernel.rowSums(features.byteOffset, width, count, gram.byteOffset + 8 * last);
    return;
  }
  for (let i = 0; i < width; i++) {
    let sum = gram[last + i];
    for (let s = i * count + rows.first[i]; s < i * count + rows.end[i]; s++) sum += features[s];
    gram[last + i] = sum;
  }
}

/** Factor gram + ridge·diagonal; raises the ridge until it is positive definite. Needs the Gram matrix. */
export function* factorGram(net: Shallow, ridge: number): Parts<void> {
  const { size, gram, factor } = net.output;
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, gram[rowStart(i) + i]);
  for (let used = ridge; used < 1; used *= 10) {
    if (factor !== gram) factor.set(gram);
    else if (used > ridge) yield* assembleGram(net);
    for (let i = 0; i < size; i++) {
      const at = rowStart(i) + i;
      factor[at] += used * factor[at] + 1e-15 * largest;
    }
    if (factorCholesky(factor, size, net.kernel)) return;
  }
}

/** One correction of the output layer against the current residual. Needs the factor. */
function correct({ width, output, residual, parameters, partials }: Shallow): void {
  const { size, factor, right } = output;
  for (let i = 0; i < width; i++) right[i] = -dotOf(partials, i);
  let sum = 0;
  for (let i = 0; i < residual.length; i++) sum += residual[i];
  right[width] = -sum;
  solveCholesky(factor, right, size);
  for (let i = 0; i < size; i++) parameters[2 * width + i] += right[i];
}

/**
 * Best output layer for the hidden layer as it is, in place; gram, unless the factor took its place, factor
 * and residual are left current.
 * @returns the squared error
 */
export const solveOutput = (net: Shallow, ridge: number): number =>
  whole(solveOutputInParts(net, ridge));

/** The same, left now and then if the network has several tiles. */
export function* solveOutputInParts(net: Shallow, ridge: number): Parts<number> {
  const { width, parameters, partials, kernel, tiles } = net;
  const long = tiles.length > 1;
  yield* assembleGram(net);
  if (long) yield;
  yield* factorGram(net, ridge);
  if (long) yield;
  parameters.fill(0, 2 * width);
  /** The residual anew, and its products with the features if it is to be corrected again. */
  const evaluate = (again: boolean): number => {
    partials.fill(0);
    const use = ({ features, residual }: Tile): void =>
      addRowDots(features, width, residual, partials, kernel);
    return sweep(net, 'output', again ? use : undefined);
  };
  const most = net.closed ? MOST_REFINEMENTS : 1;
  let error = evaluate(true);
  for (let k = 0; k <= most; k++) {
    if (long) yield;
    const before = error;
    correct(net);
    error = evaluate(k < most);
    if (k > 0 && !(error < before * (1 - WORTH))) break;
  }
  return error;
}
