// The sawtooth of depth.ts from one hidden layer with too few units. The best there is follows as
// many pieces as there are units and runs nearly level through the rest: no partial credit for the
// others. That no other shape is better is not proved here; the tests hold it against the search and
// the lower bound of approximation/.

import { sawtoothBends } from './depth.ts';

/** Samples, at the middles of equal cells, in each piece of the sawtooth. */
export const SAMPLES_PER_PIECE = 32;
/** Golden-section steps: 0.618³⁰ of a piece is less than a millionth of it. */
const STEPS = 30;

export interface PartialSawtooth {
  /** Ends and kinks, from 0 to 1, and the values there; straight in between. */
  readonly knots: Float64Array;
  readonly values: Float64Array;
  /** Root mean square of the miss on the samples. */
  readonly rms: number;
}

/** Samples of the sawtooth of 2^folds pieces; places and values are exact. */
export function sawtoothSamples(folds: number): { x: Float64Array; y: Float64Array } {
  const { slope: pieces } = sawtoothBends(folds);
  const cells = SAMPLES_PER_PIECE * pieces;
  const x = Float64Array.from({ length: cells }, (_, i) => (i + 0.5) / cells);
  return { x, y: x.map((place) => sawtoothAt(place, pieces)) };
}

function sawtoothAt(x: number, pieces: number): number {
  const piece = Math.floor(x * pieces);
  const share = x * pieces - piece;
  return piece % 2 === 0 ? share : 1 - share;
}

/**
 * The best fit of the sawtooth of 2^folds pieces by one hidden layer of `units` ReLUs, drawn as its
 * kinks. With 2^folds units it is exact. Otherwise, in units of one piece, it leaves the sawtooth
 * `reach` into piece `units`, along a line of slope `tilt` to the end; `tilt` is solved for, `reach`
 * searched. Tilting the last followed piece by as much keeps the slopes in the balance that a
 * network needs (see `leastUnits`); one or two units can only stay level. Not for one unit less than
 * 2^folds: enough kinks but out of balance, it does best with another shape.
 */
export function partialSawtooth(folds: number, units: number): PartialSawtooth {
  const { slope: pieces } = sawtoothBends(folds);
  if (!(Number.isInteger(units) && units >= 0)) {
    throw new RangeError(`units: got ${units}, expected a whole number, 0 or more`);
  }
  if (units === pieces - 1) {
    throw new RangeError(`units: got ${units}, expected other than ${pieces} pieces less one`);
  }
  if (units >= pieces) return followed(pieces);
  if (units === 0) return level(folds);
  const { x, y } = sawtoothSamples(folds);
  const start = units - 1;
  const base = start % 2;
  const rise = base === 0 ? 1 : -1;

  const tail = (reach: number) => {
    let across = 0;
    let along = 0;
    let squares = 0;
    for (let i = start * SAMPLES_PER_PIECE; i < x.length; i++) {
      const from = x[i] * pieces - start;
      const miss = y[i] - base - rise * Math.min(from, reach);
      across += miss * from;
      along += from * from;
      squares += miss * miss;
    }
    const tilt = units <= 2 ? 0 : across / along;
    return { tilt, squares: squares - tilt * (2 * across - tilt * along) };
  };

  const reach = lowest((at) => tail(at).squares);
  const { tilt, squares } = tail(reach);
  const knots = Float64Array.from({ length: units + 2 }, (_, i) => i / pieces);
  const values = knots.map((_, i) => i % 2);
  knots[units] = (start + reach) / pieces;
  values[units] = base + (rise + tilt) * reach;
  knots[units + 1] = 1;
  values[units + 1] = values[units] + tilt * (pieces - start - reach);
  return { knots, values, rms: Math.sqrt(squares / x.length) };
}

function followed(pieces: number): PartialSawtooth {
  const knots = Float64Array.from({ length: pieces + 1 }, (_, i) => i / pieces);
  return { knots, values: knots.map((_, i) => i % 2), rms: 0 };
}

function level(folds: number): PartialSawtooth {
  const { y } = sawtoothSamples(folds);
  const squares = y.reduce((sum, value) => sum + (value - 0.5) * (value - 0.5), 0);
  const rms = Math.sqrt(squares / y.length);
  return { knots: Float64Array.of(0, 1), values: Float64Array.of(0.5, 0.5), rms };
}

/** Where in [0, 1] a function of one valley is lowest: golden-section search (J. Kiefer, 1953). */
function lowest(f: (at: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [0, 1];
  let [a, b] = [1 - golden, golden];
  let [fa, fb] = [f(a), f(b)];
  for (let step = 0; step < STEPS; step++) {
    if (fa < fb) {
      right = b;
      b = a;
      fb = fa;
      a = right - golden * (right - left);
      fa = f(a);
    } else {
      left = a;
      a = b;
      fa = fb;
      b = left + golden * (right - left);
      fb = f(b);
    }
  }
  return (left + right) / 2;
}
