// The chains of H equal pieces of [−1, 1] in two coordinate systems, and gradient descent on the weights
// in each. The functions are the same; how long the ravine of the squared error is, is not.

import { exp, log } from '../elementary.ts';
import { type Spectrum, spectrumOf } from './spectrum.ts';

/** A basis as rows of values at the samples. */
export type Basis = readonly Float64Array[];

const placeOf = (j: number, pieces: number) => -1 + (2 * j) / pieces;

/** 1 and relu(x − tⱼ) with tⱼ the left ends of the pieces: H neurons and a constant. */
export function reluBasis(x: Float64Array, pieces: number): Basis {
  const kinks = Array.from({ length: pieces }, (_, j) => placeOf(j, pieces));
  return [x.map(() => 1), ...kinks.map((t) => x.map((at) => (at > t ? at - t : 0)))];
}

/** A hat for each end of a piece: H + 1. */
export function hatBasis(x: Float64Array, pieces: number): Basis {
  const places = Array.from({ length: pieces + 1 }, (_, j) => placeOf(j, pieces));
  return places.map((t) => x.map((at) => Math.max(0, 1 - (Math.abs(at - t) * pieces) / 2)));
}

export interface Descent extends Spectrum {
  /** log |1 − rate·λᵢ|: what a step does to each component. */
  readonly shrinkage: Float64Array;
  readonly samples: number;
  /** Mean square of the target: where weights of nothing start. */
  readonly start: number;
  /** Largest eigenvalue of the normal matrix over the smallest. */
  readonly condition: number;
  /** The best constant rate, 2/(λ₁ + λₙ), for steps θ ← θ − rate·(Gθ − Φy). */
  readonly rate: number;
}

/** What decides about gradient descent on the weights of a basis: G = ΦΦᵀ and Φy along G's eigenvectors. */
export function descentIn(basis: Basis, y: Float64Array): Descent {
  const size = basis.length;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  const product = (a: Float64Array, b: Float64Array, from = 0, to = a.length) => {
    let sum = 0;
    for (let s = from; s < to; s++) sum += a[s] * b[s];
    return sum;
  };
  // most are nothing over most of the interval, and next to no two hats meet
  const first = basis.map((row) =>
    Math.max(
      0,
      row.findIndex((value) => value !== 0),
    ),
  );
  const end = basis.map((row) => row.findLastIndex((value) => value !== 0) + 1);
  for (let i = 0; i < size; i++) {
    right[i] = product(basis[i], y, first[i], end[i]);
    for (let j = 0; j <= i; j++)
      normal[i * size + j] = normal[j * size + i] = product(
        basis[i],
        basis[j],
        Math.max(first[i], first[j]),
        Math.min(end[i], end[j]),
      );
  }
  const { eigenvalues, components } = spectrumOf(normal, right, size);
  const [least, most] = [eigenvalues[0], eigenvalues[size - 1]];
  const rate = 2 / (least + most);
  return {
    eigenvalues,
    components,
    shrinkage: eigenvalues.map((value) => log(Math.abs(1 - rate * value))),
    samples: y.length,
    start: product(y, y) / y.length,
    condition: most / least,
    rate,
  };
}

/**
 * RMS after `steps` steps from weights of nothing, without taking them: along eigenvector i what is left
 * of the component cᵢ/√λᵢ of the target shrinks by |1 − rate·λᵢ| a step. Infinite steps: the least error.
 */
export function errorAfter(descent: Descent, steps: number): number {
  const { eigenvalues, components, shrinkage, samples, start } = descent;
  let square = start;
  for (let i = 0; i < eigenvalues.length; i++) {
    const share = (components[i] * components[i]) / eigenvalues[i];
    const left = steps === 0 ? 1 : exp(2 * steps * shrinkage[i]);
    square -= (share * (1 - left)) / samples;
  }
  return Math.sqrt(Math.max(0, square));
}

/** The fewest steps after which the RMS is at most `goal`; Infinity if it never is. */
export function stepsTo(descent: Descent, goal: number): number {
  if (errorAfter(descent, Number.POSITIVE_INFINITY) > goal) return Number.POSITIVE_INFINITY;
  let enough = 1;
  while (errorAfter(descent, enough) > goal) enough *= 2;
  let short = enough === 1 ? 0 : enough / 2;
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (errorAfter(descent, middle) > goal) short = middle;
    else enough = middle;
  }
  return errorAfter(descent, 0) <= goal ? 0 : enough;
}
