// A network with one input, one hidden layer and one output, on given samples, with every buffer the
// trainers need: y = c + Σ aᵢσ(wᵢx + bᵢ). Parameters flat: w (H), b (H), a (H), c, as in mlp.ts for the
// sizes 1-H-1. Arrays over units and samples hold a row per unit, so that inner loops run over samples.

import { type ActivationLoops, loopsOf } from '../../activation-loops.ts';
import { type ActivationName, activations } from '../../activations.ts';
import { codeOf, inRoom, type Kernel, type Room } from '../../kernel.ts';
import type { Evaluate } from '../measure.ts';
import type { Samples } from '../samples.ts';
import type { Rows } from './products.ts';
import { type ReluSums, reluSums } from './relu-sums.ts';
import {
  type DenseRoom,
  denseRoom,
  SLOPE_ROWS,
  type UnitBlock,
  unitBlocks,
} from './shallow-rooms.ts';

export interface Shallow {
  readonly width: number;
  readonly activation: ActivationName;
  readonly loops: ActivationLoops;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** w (H), b (H), a (H), c. */
  readonly parameters: Float64Array;
  /** z = wx + b, H × N; the features' array where nobody asks for z. */
  readonly sums: Float64Array;
  /** σ(z), H × N. */
  readonly features: Float64Array;
  /** All units, in blocks that have their σ′(z) one after another. */
  readonly blocks: readonly UnitBlock[];
  /** σ′(z) of the first block, its units × N: of all units, if there is a dense room. */
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
  /** Room for a first-order step: gradient, an optimiser's state, a number per unit. */
  readonly gradient: Float64Array;
  readonly state: Float64Array;
  readonly heights: Float64Array;
  /** Room for a second-order step, unless there are closed forms or the network is too wide. */
  readonly dense: DenseRoom | null;
  /** Reaches all arrays here, if it is there. */
  readonly kernel: Kernel | null;
}

export function createShallow(
  { x, y }: Pick<Samples, 'x' | 'y'>,
  activation: ActivationName,
  width: number,
): Shallow {
  if (!Number.isInteger(width) || width < 1)
    throw new RangeError(`width must be a positive integer: got ${width}`);
  if (x.length === 0) throw new RangeError('no samples: got 0 expected at least 1');
  const closed = reluSums({ activation, x, width });
  const net = inRoom((room) => layOut(width, activation, x.length, closed, room));
  net.x.set(x);
  net.y.set(y);
  net.end.fill(x.length);
  return net;
}
/** Wider networks have no dense normal matrices: a step costs O(H³). */
export const WIDEST_DENSE = 128;

/** σ(cz) = cσ(z) for c > 0: only the ratio b/w matters, and b alone can stand for both. */
export function isHomogeneous({ activation }: Pick<Shallow, 'activation'>): boolean {
  const { piecewiseLinear, kinks } = activations[activation];
  return piecewiseLinear && kinks.length > 0;
}

function layOut(
  width: number,
  activation: ActivationName,
  count: number,
  closed: ReluSums | null,
  room: Room,
): Shallow {
  const { floats, integers, kernel } = room;
  const hasDense = closed === null && width <= WIDEST_DENSE;
  const features = floats(width * count);
  const loops = loopsOf(activation);
  const bent = isHomogeneous({ activation });
  // near a kink, second-order steps ask how near
  const sums = loops.inPlace && !(bent && hasDense) ? features : floats(width * count);
  const blocks = unitBlocks(hasDense ? width : SLOPE_ROWS, width, count, sums, features, floats);
  const first = integers(width);
  const end = integers(width);
  const hidden = bent ? width : 2 * width;
  return {
    width,
    activation,
    loops,
    x: floats(count),
    y: floats(count),
    parameters: floats(3 * width + 1),
    sums,
    features,
    blocks,
    slopes: blocks[0].slopes,
    first,
    end,
    featureRows: { values: features, count, rows: width, first, end },
    closed,
    residual: floats(count),
    gradient: floats(3 * width + 1),
    state: floats(2 * (3 * width + 1) + 2),
    heights: floats(width),
    dense: hasDense ? denseRoom(width, count, hidden, room) : null,
    kernel,
  };
}

/** Sums and features of units from … to − 1 at the current parameters. */
export function evaluateUnits(net: Shallow, from = 0, to = net.width): void {
  const { width, x, parameters, sums, features, loops, kernel } = net;
  const count = x.length;
  if (kernel !== null) {
    evaluateByKernel(kernel, net, from, to);
    return;
  }
  for (let unit = from; unit < to; unit++) {
    const weight = parameters[unit];
    const bias = parameters[width + unit];
    const row = unit * count;
    for (let i = 0; i < count; i++) sums[row + i] = weight * x[i] + bias;
    loops.forward(sums, features, row, row + count);
    if (net.activation === 'relu') findSupport(net, unit);
  }
}

function evaluateByKernel(kernel: Kernel, net: Shallow, from: number, to: number): void {
  const { width, activation, x, parameters, sums, features, loops } = net;
  const count = x.length;
  const length = (to - from) * count;
  const start = sums.byteOffset + 8 * from * count;
  const weights = parameters.byteOffset + 8 * from;
  kernel.combine(start, to - from, x.byteOffset, 1, count, weights, 1, 1, weights + 8 * width);
  const code = codeOf(activation);
  if (code < 0) loops.forward(sums, features, from * count, to * count);
  else kernel.activate(code, start, features.byteOffset + 8 * from * count, length);
  if (activation === 'relu') for (let unit = from; unit < to; unit++) findSupport(net, unit);
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
export function evaluateResidual(net: Shallow): number {
  const { width, y, parameters, features, residual, kernel } = net;
  const count = y.length;
  const constant = parameters[3 * width];
  for (let i = 0; i < count; i++) residual[i] = constant - y[i];
  const heights = parameters.byteOffset + 16 * width;
  if (kernel !== null)
    kernel.accumulate(residual.byteOffset, features.byteOffset, width, count, heights, 1);
  for (let unit = 0; unit < width && kernel === null; unit++) {
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

/** σ′ of the block at the current sums. */
export function evaluateSlopes(net: Shallow, block: UnitBlock): void {
  block.slopes.fill(1);
  timesSlopes(net, block);
}

/** slopes ← slopes·σ′ at the current sums. */
export function timesSlopes(
  { activation, loops, kernel }: Shallow,
  { sums, features, slopes }: UnitBlock,
): void {
  const code = codeOf(activation);
  if (kernel === null || code < 0) loops.backward(sums, features, slopes, 0, slopes.length);
  else kernel.descend(code, features.byteOffset, slopes.byteOffset, slopes.length);
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
