// How far a fit is from its target: on the samples it was fitted to, on a grid sixteen times denser (a fit
// can be perfect on samples and wrong between them, most of all at jumps), and at its worst place.

import { type Domain, type Samples, sampleFunction } from './samples.ts';

/** Fills `out` with the fit at each x in [−1, 1], in the samples' scaled values. */
export type Evaluate = (x: Float64Array, out: Float64Array) => void;

/** On some places. */
export interface Errors {
  /** Root mean square. */
  readonly rms: number;
  /** The largest in size, and its x in [−1, 1]. */
  readonly worst: { readonly error: number; readonly at: number };
}

export const DENSER = 16;

/** The same target on a grid DENSER times as fine, in the scale of `samples`. */
export function denseSamples(
  target: (x: number) => number,
  { domain, centre, scale }: { domain: Domain; centre: number; scale: number },
  cells: number,
): Samples {
  const dense = sampleFunction(target, { cells: cells * DENSER, domain });
  return { ...dense, y: dense.y.map((value) => (value - centre) / scale), centre, scale };
}

/** The polygon through the samples, straight beyond them: the target to measure by where no other is. */
export function polygon({ x, y }: Pick<Samples, 'x' | 'y'>): (at: number) => number {
  return (at) => {
    if (x.length < 2) return y[0] ?? 0;
    let low = 0;
    let high = x.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (x[middle] <= at) low = middle;
      else high = middle;
    }
    return y[low] + ((y[high] - y[low]) * (at - x[low])) / (x[high] - x[low]);
  };
}

/** How far a fit is from values at places, such as a target's samples. */
export function errorsOf(evaluate: Evaluate, { x, y }: Pick<Samples, 'x' | 'y'>): Errors {
  const residual = new Float64Array(x.length);
  evaluate(x, residual);
  for (let i = 0; i < x.length; i++) residual[i] -= y[i];
  return sizeOf(residual, x);
}

/** The errors that a residual at places comes to. */
export function sizeOf(residual: Float64Array, x: Float64Array): Errors {
  let squares = 0;
  let error = 0;
  let at = x[0] ?? 0;
  for (let i = 0; i < x.length; i++) {
    const here = Math.abs(residual[i]);
    squares += here * here;
    if (here <= error) continue;
    error = here;
    at = x[i];
  }
  return { rms: x.length > 0 ? Math.sqrt(squares / x.length) : 0, worst: { error, at } };
}
