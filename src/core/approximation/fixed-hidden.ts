// One hidden layer that stays as it is, σ(x − tᵢ) with kinks spread over [−1, 1], and only the output layer
// solved: the error at every width at once, since the layer of width H + 1 is that of width H and one more
// neuron. What the widths of a polynomial activation do not buy shows here without any training.

import { type HatWorkspace, hatWorkspace, solveValues } from './hats.ts';
import type { Samples } from './samples.ts';

/** The i-th kink: −1, 0, −½, ½, … each in the middle of a gap left by those before (van der Corput 1935). */
export function spreadKink(i: number): number {
  let place = 0;
  let half = 0.5;
  for (let rest = i; rest > 0; rest = Math.floor(rest / 2), half /= 2) {
    if (rest % 2 === 1) place += half;
  }
  return 2 * place - 1;
}

export interface GrowingFit {
  /** RMS at width H = 0 … `most`; never rises. */
  readonly rms: Float64Array;
  /** The network's values at the samples at width H, by H: one array for all widths that do not differ. */
  readonly fitted: readonly Float64Array[];
}

/** A feature of which less than this share is new adds nothing: what is left is rounding. */
const NEW = 1e-7;

/**
 * Least squares by orthogonalising one feature after the other (Gram–Schmidt, twice). For activations whose
 * features span few dimensions, such as polynomials: O(most · dimensions · samples).
 */
export function growingFit(
  { x, y }: Pick<Samples, 'x' | 'y'>,
  activation: (z: number) => number,
  most: number,
): GrowingFit {
  const count = x.length;
  const basis: Float64Array[] = [];
  const rms = new Float64Array(most + 1);
  const fitted: Float64Array[] = [];
  let fit = new Float64Array(count);
  const residual = y.slice();
  const feature = new Float64Array(count);
  for (let width = 0; width <= most; width++) {
    const kink = width === 0 ? 0 : spreadKink(width - 1);
    for (let s = 0; s < count; s++) feature[s] = width === 0 ? 1 : activation(x[s] - kink);
    if (take(feature, basis, residual)) {
      fit = fit.slice();
      for (let s = 0; s < count; s++) fit[s] = y[s] - residual[s];
      rms[width] = Math.sqrt(dot(residual, residual) / count);
    } else rms[width] = width > 0 ? rms[width - 1] : Math.sqrt(dot(y, y) / count);
    fitted.push(fit);
  }
  return { rms, fitted };
}

/** Adds what is new of the feature to the basis and takes its share out of the residual; false if nothing is. */
function take(feature: Float64Array, basis: Float64Array[], residual: Float64Array): boolean {
  const square = dot(feature, feature);
  // what the overlaps leave, by Pythagoras: mostly nothing, and then there is nothing to take out
  let rest = square;
  for (const unit of basis) {
    const overlap = dot(unit, feature);
    rest -= overlap * overlap;
  }
  if (!(rest > NEW * NEW * square)) return false;
  for (let pass = 0; pass < 2; pass++) {
    for (const unit of basis) {
      const overlap = dot(unit, feature);
      for (let s = 0; s < feature.length; s++) feature[s] -= overlap * unit[s];
    }
  }
  const left = Math.sqrt(dot(feature, feature));
  if (!(left > NEW * Math.sqrt(square))) return false;
  const unit = feature.map((value) => value / left);
  basis.push(unit);
  const share = dot(unit, residual);
  for (let s = 0; s < residual.length; s++) residual[s] -= share * unit[s];
  return true;
}

/** Σ aᵢbᵢ; four sums at a time, for one has to wait for itself. */
function dot(a: Float64Array, b: Float64Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    first += a[i] * b[i];
    second += a[i + 1] * b[i + 1];
    third += a[i + 2] * b[i + 2];
    fourth += a[i + 3] * b[i + 3];
  }
  for (; i < a.length; i++) first += a[i] * b[i];
  return first + second + (third + fourth);
}

export interface Chain {
  /** Knots with both ends of [−1, 1], ascending, and the values there. */
  readonly knots: Float64Array;
  readonly values: Float64Array;
  readonly rms: number;
}

/** The best chain with the given knots, both ends of [−1, 1] among them. */
export function bestChain(
  { x, y }: Pick<Samples, 'x' | 'y'>,
  knots: Float64Array,
  work: HatWorkspace = hatWorkspace(x, y, knots.length),
): Chain {
  const values = new Float64Array(knots.length);
  const squares = solveValues(work, knots, values, knots.length);
  return { knots, values, rms: Math.sqrt(squares / x.length) };
}

/** The same layer with ReLU: the chains with its kinks, of which the first, at −1, gives the first slope. */
export function reluChain(samples: Pick<Samples, 'x' | 'y'>, width: number): Chain {
  if (!Number.isInteger(width) || width < 1)
    throw new RangeError(`width must be a positive integer: got ${width}`);
  const kinks = Float64Array.from({ length: width }, (_, i) => spreadKink(i)).sort();
  return bestChain(samples, Float64Array.of(...kinks, 1));
}

/** The best chain of `pieces` equal pieces. */
export function evenChain(samples: Pick<Samples, 'x' | 'y'>, pieces: number): Chain {
  if (!Number.isInteger(pieces) || pieces < 1)
    throw new RangeError(`pieces must be a positive integer: got ${pieces}`);
  return bestChain(
    samples,
    Float64Array.from({ length: pieces + 1 }, (_, j) => -1 + (2 * j) / pieces),
  );
}
