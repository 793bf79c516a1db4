// Where things are in the chart: abscissae in [−1, 1] and a quarter beyond, values in the samples' scale,
// drawn in 1000 × 500 units that the page stretches to any size.
import { type ActivationName, activations } from '../../core/activations.ts';
import { evaluator } from '../../core/approximation/evaluator.ts';
import { toDomain } from '../../core/approximation/samples.ts';
import { createScale, type Scale, short } from '../../ui/scale.ts';
import { type Problem, scaledValue } from './problem.ts';

export const WIDTH = 1000;
export const HEIGHT = 500;
/** How far the window reaches beyond the interval the network is trained on. */
export const REACH = 1.25;
/** Points a smooth curve is drawn through: one to three pixels apart. */
const POINTS = 240;
/** Points for a network of more than MANY units, so that a frame stays a frame; and while it rests. */
const FEWER_POINTS = 160;
const RESTING_POINTS = 800;
const MANY = 128;
/** Points the target is looked at in, and how far, in units, its line may pass by them. */
const LOOKS = 960;
const NEAR = 0.4;

/** The window in [−1, 1] × scaled values. */
export function windowOf({ window, samples }: Problem): Scale {
  const [low, high] = window.map((value) => (value - samples.centre) / samples.scale);
  return scaleOf(low, high);
}

/** A scale of the picture's width with values from low to high. */
export function scaleOf(low: number, high: number): Scale {
  return createScale({
    x: [-REACH, REACH],
    y: [low, high],
    width: WIDTH,
    height: HEIGHT,
    left: 0,
    right: 0,
    top: 0,
    bottom: 0,
  });
}

/** The same window in the reader's units, for the ticks. */
export function rawWindow({ xDomain, yDomain }: Scale, { samples }: Problem) {
  const { domain, centre, scale } = samples;
  const x = [toDomain(xDomain[0], domain), toDomain(xDomain[1], domain)] as const;
  const y = [centre + scale * yDomain[0], centre + scale * yDomain[1]] as const;
  return { x, y };
}

/** Path through values at abscissae; values far outside are held near, so that paths stay short. */
export function through(
  scale: Scale,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  from: number,
  to: number,
) {
  let d = '';
  for (let i = from; i < to; i++) {
    const py = Math.max(-2 * HEIGHT, Math.min(3 * HEIGHT, scale.y(y[i])));
    d += `${i === from ? 'M' : 'L'}${short(scale.x(x[i]))} ${short(py)}`;
  }
  return d;
}

/** `through` without the points its line would pass near anyway. */
function simplified(
  scale: Scale,
  x: readonly number[],
  y: readonly number[],
  from: number,
  to: number,
) {
  const kept = [from];
  let last = from;
  for (let i = from + 2; i < to; i++) {
    const rise = (y[i] - y[last]) / (x[i] - x[last]);
    for (let k = last + 1; k < i; k++) {
      const miss = y[last] + rise * (x[k] - x[last]) - y[k];
      if (Math.abs(miss) * HEIGHT < NEAR * (scale.yDomain[1] - scale.yDomain[0])) continue;
      last = i - 1;
      kept.push(last);
      break;
    }
  }
  if (to - 1 > last) kept.push(to - 1);
  return through(
    scale,
    kept.map((i) => x[i]),
    kept.map((i) => y[i]),
    0,
    kept.length,
  );
}

/** The target on its interval, broken at its jumps and left out where it has no value. */
export function targetPath(problem: Problem, scale: Scale): string {
  const { samples, jumps } = problem;
  const half = (samples.domain[1] - samples.domain[0]) / 2;
  const breaks = jumps.map((at) => (at - samples.domain[0]) / half - 1);
  const ends = [-1, ...breaks, 1];
  let d = '';
  for (let piece = 0; piece + 1 < ends.length; piece++) {
    const [left, right] = [ends[piece] + 1e-9, ends[piece + 1] - 1e-9];
    const count = Math.max(2, Math.ceil((LOOKS * (right - left)) / 2));
    const x = Array.from({ length: count + 1 }, (_, i) => left + ((right - left) * i) / count);
    const y = x.map((unit) => scaledValue(problem, unit));
    let from = 0;
    for (let i = 0; i <= y.length; i++) {
      if (i < y.length && Number.isFinite(y[i])) continue;
      if (i > from) d += simplified(scale, x, y, from, i);
      from = i + 1;
    }
  }
  return d;
}

/** Where unit i bends: −bᵢ/wᵢ. */
export function bends(parameters: Float64Array): Float64Array {
  const width = (parameters.length - 1) / 3;
  return Float64Array.from({ length: width }, (_, i) => -parameters[width + i] / parameters[i]);
}

/** Abscissae at which a network is drawn: its corners if it is made of lines, else evenly. */
export function abscissae(
  activation: ActivationName,
  parameters: Float64Array,
  resting = false,
): Float64Array {
  const { kinks, jumps, piecewiseLinear } = activations[activation];
  const width = (parameters.length - 1) / 3;
  if (!piecewiseLinear || width > MANY) {
    const count = width <= MANY ? POINTS : resting ? RESTING_POINTS : FEWER_POINTS;
    return Float64Array.from({ length: count + 1 }, (_, i) => REACH * ((2 * i) / count - 1));
  }
  const corners = kinks.length + jumps.length > 0 ? bends(parameters) : new Float64Array();
  const inside = corners.filter((at) => Math.abs(at) < REACH);
  // both sides of a jump; a corner twice does no harm
  const steps = jumps.length > 0 ? inside.map((at) => at - 1e-9) : new Float64Array();
  return Float64Array.of(-REACH, ...inside, ...steps, REACH).sort();
}

/** The network at given abscissae. */
export function networkValues(
  activation: ActivationName,
  parameters: Float64Array,
  x: Float64Array,
): Float64Array {
  const y = new Float64Array(x.length);
  evaluator(activation, parameters)(x, y);
  return y;
}

/** Target and network over what is trained on, in the window, for the ear. */
export function heard(problem: Problem, activation: ActivationName, parameters: Float64Array) {
  const x = Float64Array.from({ length: POINTS + 1 }, (_, i) => (2 * i) / POINTS - 1);
  const curves = [
    x.map((at) => scaledValue(problem, at)),
    networkValues(activation, parameters, x),
  ];
  return { curves, range: windowOf(problem).yDomain };
}

export function networkPath(
  activation: ActivationName,
  parameters: Float64Array,
  scale: Scale,
  resting = false,
): string {
  const x = abscissae(activation, parameters, resting);
  return through(scale, x, networkValues(activation, parameters, x), 0, x.length);
}

/** Short strokes up from the lower edge, one for each bend in sight. */
export function rugPath(parameters: Float64Array, scale: Scale, length: number): string {
  let d = '';
  for (const at of bends(parameters))
    if (Math.abs(at) < REACH) d += `M${short(scale.x(at))} ${HEIGHT}v-${length}`;
  return d;
}
