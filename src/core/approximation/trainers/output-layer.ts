// The output layer solved exactly: with the hidden layer held, the best a and c are a linear least-squares
// problem. Normal equations with a ridge μ relative to their diagonal, then one refinement on the residual,
// which takes most of the ridge's bias away again (iterated regularisation, Riley 1955).

import { dotRange, factorCholesky, solveCholesky } from './cholesky.ts';
import { innerProducts } from './products.ts';
import { reluGram } from './relu-sums.ts';
import { evaluateResidual, type Shallow } from './shallow.ts';

/**
 * Refinements of ReLU heights: close bends need them large, and a ridge pulls them down. Of smooth units one
 * only: their ridge is meant to keep the heights small.
 */
const MOST_REFINEMENTS = 8;
/** A further refinement must lower the squared error by this share. */
const WORTH = 1e-3;

export interface OutputSystem {
  /** H + 1: the heights and the constant. */
  readonly size: number;
  /** Gram matrix of the features and 1, lower triangle; kept unfactored. */
  readonly gram: Float64Array;
  readonly factor: Float64Array;
  readonly right: Float64Array;
}

const systems = new WeakMap<Shallow, OutputSystem>();

/** The network's one system, made when first asked for. Whoever solves it begins anew. */
export function outputSystem(net: Shallow): OutputSystem {
  const made = systems.get(net);
  if (made) return made;
  const size = net.width + 1;
  const system = {
    size,
    gram: new Float64Array(size * size),
    factor: new Float64Array(size * size),
    right: new Float64Array(size),
  };
  systems.set(net, system);
  return system;
}

/** Gram matrix of the current features. */
export function assembleGram({ size, gram }: OutputSystem, net: Shallow): void {
  const { features, x, first, end, featureRows, closed } = net;
  if (closed) {
    reluGram(closed, net, gram, size);
    return;
  }
  const count = x.length;
  const last = (size - 1) * size;
  if (net.kernel !== null && net.dense !== null) {
    innerProducts(featureRows, featureRows, net.dense.gram, 0, size, true, net.kernel);
    gram.set(net.dense.gram);
  } else innerProducts(featureRows, featureRows, gram, 0, size, true);
  if (net.kernel !== null) {
    net.kernel.rowSums(features.byteOffset, net.width, count, net.heights.byteOffset);
    gram.set(net.heights, last);
  }
  for (let i = 0; i < size - 1 && net.kernel === null; i++) {
    let sum = 0;
    for (let s = i * count + first[i]; s < i * count + end[i]; s++) sum += features[s];
    gram[last + i] = sum;
  }
  gram[last + size - 1] = count;
}

/** Factor gram + ridge·diagonal; raises the ridge until it is positive definite. Returns it. */
export function factorGram({ size, gram, factor }: OutputSystem, ridge: number): number {
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, gram[i * size + i]);
  for (let used = ridge; used < 1; used *= 10) {
    factor.set(gram);
    for (let i = 0; i < size; i++)
      factor[i * size + i] += used * gram[i * size + i] + 1e-15 * largest;
    if (factorCholesky(factor, size)) return used;
  }
  return 1;
}

/** One correction of the output layer against the current residual. Needs the factor. */
function correct(system: OutputSystem, net: Shallow): void {
  const { size, factor, right } = system;
  const { width, features, residual, parameters, heights, kernel } = net;
  const count = residual.length;
  kernel?.rowDots(features.byteOffset, width, residual.byteOffset, count, heights.byteOffset);
  for (let i = 0; i < width; i++)
    right[i] = -(kernel ? heights[i] : dotRange(features, i * count, residual, 0, count));
  let sum = 0;
  for (let i = 0; i < count; i++) sum += residual[i];
  right[width] = -sum;
  solveCholesky(factor, right, size);
  for (let i = 0; i < size; i++) parameters[2 * width + i] += right[i];
}

/**
 * Best output layer for the current features, in place; gram, factor and residual are left current.
 * @returns the squared error
 */
export function solveOutput(system: OutputSystem, net: Shallow, ridge: number): number {
  const { width, parameters } = net;
  assembleGram(system, net);
  factorGram(system, ridge);
  parameters.fill(0, 2 * width);
  let error = evaluateResidual(net);
  const most = net.closed ? MOST_REFINEMENTS : 1;
  for (let k = 0; k <= most; k++) {
    const before = error;
    correct(system, net);
    error = evaluateResidual(net);
    if (k > 0 && !(error < before * (1 - WORTH))) break;
  }
  return error;
}
