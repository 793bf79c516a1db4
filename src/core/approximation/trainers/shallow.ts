// A network with one input, one hidden layer and one output, on given samples, with every buffer the
// trainers need: y = c + Σ aᵢσ(wᵢx + bᵢ). Parameters flat: w (H), b (H), a (H), c, as in mlp.ts for the
// sizes 1-H-1. Arrays over units and samples hold a row per unit, so that inner loops run over samples.

import { type ActivationLoops, loopsOf } from '../../activation-loops.ts';
import { type ActivationName, activations } from '../../activations.ts';
import type { Evaluate } from '../measure.ts';
import type { Samples } from '../samples.ts';
import type { Rows } from './products.ts';
import { type ReluSums, reluSums } from './relu-sums.ts';

export interface Shallow {
  readonly width: number;
  readonly activation: ActivationName;
  readonly loops: ActivationLoops;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** w (H), b (H), a (H), c. */
  readonly parameters: Float64Array;
  /** z = wx + b, H × N. */
  readonly sums: Float64Array;
  /** σ(z), H × N. */
  readonly features: Float64Array;
  /** σ′(z), H × N, as far as evaluateSlopes has been called. */
  readonly slopes: Float64Array;
  /** Samples first[i] ≤ s < end[i] are those where unit i's feature can differ from 0. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** The features with these ranges, as rows for inner products. */
  readonly featureRows: Rows;
  /** Closed forms for the inner products, where there are any. */
  readonly closed: ReluSums | null;
  /** Network minus target at each sample. */
  readonly residual: Float64Array;
}

export function createShallow(
  { x, y }: Pick<Samples, 'x' | 'y'>,
  activation: ActivationName,
  width: number,
): Shallow {
  if (!Number.isInteger(width) || width < 1)
    throw new RangeError(`width must be a positive integer: got ${width}`);
  if (x.length === 0) throw new RangeError('no samples: got 0 expected at least 1');
  const table = () => new Float64Array(width * x.length);
  const features = table();
  const first = new Int32Array(width);
  const end = new Int32Array(width).fill(x.length);
  return {
    width,
    activation,
    loops: loopsOf(activation),
    x,
    y,
    parameters: new Float64Array(3 * width + 1),
    sums: table(),
    features,
    slopes: table(),
    first,
    end,
    featureRows: { values: features, count: x.length, rows: width, first, end },
    closed: reluSums({ activation, x, width }),
    residual: new Float64Array(x.length),
  };
}

/** Sums and features of units from … to − 1 at the current parameters. */
export function evaluateUnits(net: Shallow, from = 0, to = net.width): void {
  const { width, x, parameters, sums, features, loops } = net;
  const count = x.length;
  for (let unit = from; unit < to; unit++) {
    const weight = parameters[unit];
    const bias = parameters[width + unit];
    const row = unit * count;
    for (let i = 0; i < count; i++) sums[row + i] = weight * x[i] + bias;
    loops.forward(sums, features, row, row + count);
    if (net.activation === 'relu') findSupport(net, unit);
  }
}

/** A ReLU is active to one side of its kink: products of features are needed only where both are. */
function findSupport({ x, sums, first, end }: Shallow, unit: number): void {
  const row = unit * x.length;
  let from = 0;
  let to = x.length;
  while (from < to && !(sums[row + from] > 0)) from++;
  while (to > from && !(sums[row + to - 1] > 0)) to--;
  first[unit] = from;
  end[unit] = to;
}

/** Residual from the current features and output layer. @returns the squared error. */
export function evaluateResidual({ width, y, parameters, features, residual }: Shallow): number {
  const count = y.length;
  const constant = parameters[3 * width];
  for (let i = 0; i < count; i++) residual[i] = constant - y[i];
  for (let unit = 0; unit < width; unit++) {
    const height = parameters[2 * width + unit];
    const row = unit * count;
    for (let i = 0; i < count; i++) residual[i] += height * features[row + i];
  }
  let error = 0;
  for (let i = 0; i < count; i++) error += residual[i] * residual[i];
  return error;
}

/** Everything at the current parameters. @returns the squared error, not finite if they overflow. */
export function evaluateShallow(net: Shallow): number {
  evaluateUnits(net);
  return evaluateResidual(net);
}

/** σ′ at the current sums. */
export function evaluateSlopes({ loops, sums, features, slopes }: Shallow): void {
  slopes.fill(1);
  loops.backward(sums, features, slopes, 0, slopes.length);
}

/** The network at any x in [−1, 1], for measuring and drawing. */
export function evaluator(activation: ActivationName, parameters: Float64Array): Evaluate {
  const { value } = activations[activation];
  const width = (parameters.length - 1) / 3;
  return (x, out) => {
    out.fill(parameters[3 * width]);
    for (let unit = 0; unit < width; unit++) {
      const weight = parameters[unit];
      const bias = parameters[width + unit];
      const height = parameters[2 * width + unit];
      if (height === 0) continue;
      for (let i = 0; i < x.length; i++) out[i] += height * value(weight * x[i] + bias);
    }
  };
}

/** Slope and intercept of a network with identity activation: it is one line, whatever its width. */
export function lineOf(parameters: Float64Array): { slope: number; intercept: number } {
  const width = (parameters.length - 1) / 3;
  let slope = 0;
  let intercept = parameters[3 * width];
  for (let unit = 0; unit < width; unit++) {
    slope += parameters[2 * width + unit] * parameters[unit];
    intercept += parameters[2 * width + unit] * parameters[width + unit];
  }
  return { slope, intercept };
}
