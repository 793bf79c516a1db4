// Error against width: for every H up to 64 at once a rigorous lower bound of what a ReLU network of
// width H can reach on the samples, and the best continuous piecewise-linear curve of at most H knots
// found. Where the two meet the curve is proved optimal; elsewhere the bracket says by how much it
// might miss. A generator, so that a worker can show progress and stop; same input, same bits.

import { whole } from '../parts.ts';
import { gridKnots } from './grid.ts';
import { joinLines } from './join.ts';
import { prefixSums } from './moments.ts';
import { type Curve, polisher } from './polish.ts';
import type { Samples } from './samples.ts';
import { inherit, offer, open, refine, type Search, shift } from './search.ts';
import { lowerBounds, roundingMargin, unjoinedLines } from './segments.ts';
import { nothingTried, sweep } from './sweep.ts';

export interface WidthOptimum {
  readonly width: number;
  /** No ReLU network of this width has a smaller RMS on the samples. */
  readonly lowerBound: number;
  /** RMS of `curve` on the samples; never rises with the width. */
  readonly rms: number;
  readonly curve: Curve;
  /** rms / lowerBound; 1 if both are nothing, Infinity if only the bound is. */
  readonly ratio: number;
  /** The curve is the best of at most `width` knots, to CERTIFIED_WITHIN. */
  readonly certified: boolean;
}

export interface OptimalCurve {
  /** Index = width, 0 … maxWidth. */
  readonly widths: readonly WidthOptimum[];
  /** RMS below this counts as zero: rounding of the values' size. */
  readonly negligible: number;
}

export interface Progress {
  readonly stage: 'bound' | 'start' | 'sweep' | 'done';
  /** Share of the stage's work done, 0 … 1. */
  readonly share: number;
}

export interface CurveOptions {
  readonly maxWidth?: number;
  /** Sweeps of moves over all widths at most, as far as the effort allows; each is kept only where it improves. */
  readonly sweeps?: number;
  /** Times the usual effort, after which no further sweep begins. */
  readonly effort?: number;
}

export const STANDARD_WIDTH = 64;
/** A curve this close to the bound, relatively, is called certified. */
export const CERTIFIED_WITHIN = 1e-5;
const STANDARD_SWEEPS = 8;
/** No further sweep begins after so many solved curves: rough targets are given fewer sweeps. */
const MOST_SOLVES = 16_000;
const START_ITERATIONS = 40;

const NOTHING: Curve = {
  knots: Float64Array.of(-1, 1),
  values: Float64Array.of(0, 0),
  error: Number.POSITIVE_INFINITY,
};

function withEnds(inner: readonly number[]): Float64Array {
  return Float64Array.of(-1, ...inner, 1);
}

function finish(search: Search, bounds: Float64Array, samples: Samples): OptimalCurve {
  const negligible = roundingMargin(samples.y);
  const widths = search.best.map((curve, width) => {
    const rms = Math.sqrt(curve.error / samples.x.length);
    const lowerBound = bounds[width];
    const ratio = rms <= negligible ? 1 : rms / lowerBound;
    return { width, lowerBound, rms, curve, ratio, certified: ratio <= 1 + CERTIFIED_WITHIN };
  });
  return { widths, negligible };
}

/**
 * The whole curve of error against width, H = 0 … maxWidth. Yields progress; returns the curve.
 * Needs at least one sample; about 8 per unit make the numbers mean something between samples.
 */
export function* optimalCurveSteps(
  samples: Samples,
  { maxWidth = STANDARD_WIDTH, sweeps = STANDARD_SWEEPS, effort = 1 }: CurveOptions = {},
): Generator<Progress, OptimalCurve> {
  if (!Number.isInteger(maxWidth) || maxWidth < 0)
    throw new RangeError(`largest width must be a whole number from 0: got ${maxWidth}`);
  const { x, y } = samples;
  yield { stage: 'bound', share: 0 };
  const lines = unjoinedLines(x, y, maxWidth + 1);
  const bounds = lowerBounds(lines, y);
  const grid = yield* gridKnots(x, y, maxWidth + 1);
  yield { stage: 'start', share: 0 };
  const negligible = roundingMargin(y);
  const squaredErrorOf = (rms: number) =>
    x.length * Math.max(negligible, rms) * Math.max(negligible, rms);
  const search: Search = {
    work: polisher(x, y, maxWidth + 3),
    sums: prefixSums(x, y),
    best: [],
    goal: bounds.map((bound) => squaredErrorOf(bound * (1 + CERTIFIED_WITHIN / 2))),
  };
  for (let width = 0; width <= maxWidth; width++) {
    search.best.push(width === 0 ? NOTHING : search.best[width - 1]);
    if (width > 0 && !open(search, width)) continue;
    offer(
      search,
      width,
      withEnds(joinLines(x, y, lines.breaks(width + 1), width)),
      START_ITERATIONS,
    );
    if (open(search, width))
      offer(search, width, withEnds(grid.knots(width + 1)), START_ITERATIONS);
    if (open(search, width)) shift(search, width);
    yield { stage: 'start', share: width / maxWidth };
  }
  const tried = nothingTried();
  for (let round = 0; round < sweeps && search.work.hats.solves < effort * MOST_SOLVES; round++) {
    for (const share of sweep(search, tried))
      yield { stage: 'sweep', share: (round + share) / sweeps };
  }
  for (let width = 1; width <= maxWidth; width++) if (open(search, width)) refine(search, width);
  inherit(search);
  yield { stage: 'done', share: 1 };
  return finish(search, bounds, samples);
}

/** The whole curve at once; see optimalCurveSteps. */
export function optimalCurve(samples: Samples, options: CurveOptions = {}): OptimalCurve {
  return whole(optimalCurveSteps(samples, options));
}
