// What depth buys: the sawtooth, tent(u) = 2relu(u) − 4relu(u − ½) applied k times on [0, 1]
// (Telgarsky 2016), as a deep narrow ReLU network and as one hidden layer. All weights and kinks are
// dyadic, so both are exact in doubles at dyadic points and can be compared with ===.

import { piecewiseLinear } from './piecewise-linear.ts';
import type { PiecewiseLinearLayer } from './regions.ts';

/** A network of one input and one output: hidden layers, then the affine output layer. */
export interface LayeredNetwork {
  readonly layers: readonly PiecewiseLinearLayer[];
}

/** Beyond this the kinks would need more bits than a double has room to add up exactly. */
const MOST_FOLDS = 24;

function checkFolds(folds: number): void {
  if (!(Number.isInteger(folds) && folds >= 1 && folds <= MOST_FOLDS)) {
    throw new RangeError(`folds: got ${folds}, expected a whole number from 1 to ${MOST_FOLDS}`);
  }
}

/**
 * The sawtooth of 2^folds pieces from `folds` layers of two units, or of three: the third,
 * 2relu(u − 1), keeps tent(u) at 0 beyond u = 1, so that the sawtooth is right on all of ℝ.
 */
export function deepSawtooth(folds: number, unitsPerLayer: 2 | 3 = 2): LayeredNetwork {
  checkFolds(folds);
  const tent = [2, -4, 2].slice(0, unitsPerLayer);
  const bias = [0, -0.5, -1].slice(0, unitsPerLayer);
  const layers = Array.from({ length: folds }, (_, k) => ({
    weights: Float64Array.from(k === 0 ? tent.map(() => 1) : tent.flatMap(() => tent)),
    bias: Float64Array.from(bias),
    activation: piecewiseLinear.relu,
  }));
  const output = {
    weights: Float64Array.from(tent),
    bias: Float64Array.of(0),
    activation: piecewiseLinear.identity,
  };
  return { layers: [...layers, output] };
}

/**
 * The same function on [0, 1] from one hidden layer of 2^folds units: one for the first slope and
 * one for each of the 2^folds − 1 bends. No fewer will do, see `leastUnits`.
 */
export function shallowSawtooth(folds: number): LayeredNetwork {
  checkFolds(folds);
  const { slope, jumps } = sawtoothBends(folds);
  const units = jumps.length + 1;
  const hidden = {
    weights: new Float64Array(units).fill(1),
    bias: Float64Array.from({ length: units }, (_, j) => -j / units),
    activation: piecewiseLinear.relu,
  };
  const output = {
    weights: Float64Array.from({ length: units }, (_, j) => (j === 0 ? slope : jumps[j - 1])),
    bias: Float64Array.of(0),
    activation: piecewiseLinear.identity,
  };
  return { layers: [hidden, output] };
}

/** The sawtooth's slope at 0 and the jumps of its slope at 1/2^folds, 2/2^folds, … */
export function sawtoothBends(folds: number): { slope: number; jumps: Float64Array } {
  checkFolds(folds);
  let slope = 1;
  for (let k = 0; k < folds; k++) slope *= 2;
  const jumps = Float64Array.from({ length: slope - 1 }, (_, j) =>
    j % 2 === 0 ? -2 * slope : 2 * slope,
  );
  return { slope, jumps };
}

/** The network's value at x. */
export function evaluate({ layers }: LayeredNetwork, x: number): number {
  let values = Float64Array.of(x);
  for (const { weights, bias, activation } of layers) {
    const inputs = values.length;
    const next = new Float64Array(bias.length);
    for (let u = 0; u < next.length; u++) {
      let z = bias[u];
      for (let i = 0; i < inputs; i++) z += weights[u * inputs + i] * values[i];
      let piece = 0;
      while (piece < activation.kinks.length && z >= activation.kinks[piece]) piece += 1;
      const { slope, intercept } = activation.pieces[piece];
      next[u] = slope * z + intercept;
    }
    values = next;
  }
  return values[0];
}

/** Hidden units in all layers together. */
export function countUnits({ layers }: LayeredNetwork): number {
  return layers.slice(0, -1).reduce((sum, { bias }) => sum + bias.length, 0);
}

/**
 * How many straight pieces f has on [0, 1], neighbours with one slope counted once: exact if f bends
 * at multiples of 1/cells only and is exact there, as the sawtooths are for cells = 2^folds.
 */
export function countPieces(f: (x: number) => number, cells: number): number {
  let pieces = 0;
  let last = Number.NaN;
  let before = f(0);
  for (let k = 1; k <= cells; k++) {
    const value = f(k / cells);
    if (value - before !== last) pieces += 1;
    last = value - before;
    before = value;
  }
  return pieces;
}

/**
 * The fewest ReLUs in one hidden layer that make a piecewise-linear function with this slope at the
 * left end and these jumps of slope inside. Each jump takes a unit; one facing right adds its jump
 * to the slopes on its right, one facing left takes it from those on its left. So with no unit to
 * spare the left slope must be minus the sum of the jumps of the units that face left: if no subset
 * of the jumps adds up to that, one unit more is needed. For the sawtooth all such sums are even
 * multiples of its slope, so 2^folds − 1 units never do. Sums must be exact in doubles.
 */
export function leastUnits(slope: number, jumps: ArrayLike<number>): number {
  let sums = new Set([0]);
  for (let j = 0; j < jumps.length; j++) {
    const longer = new Set(sums);
    for (const sum of sums) longer.add(sum + jumps[j]);
    sums = longer;
  }
  return sums.has(-slope) ? jumps.length : jumps.length + 1;
}
