// A network with one input, one hidden layer and one output, on given samples, with every buffer the
// trainers need: y = c + Σ aᵢσ(wᵢx + bᵢ). Parameters flat: w (H), b (H), a (H), c, as in mlp.ts for the
// sizes 1-H-1. Arrays over units and samples hold a row per unit, so that inner loops run over samples, and
// are as long as a tile of samples (shallow-rooms.ts); every sum goes on from tile to tile, in one order.

import { type ActivationLoops, loopsOf } from '../../activation-loops.ts';
import { type ActivationName, activations } from '../../activations.ts';
import { inRoom, type Kernel, type Room } from '../../kernel.ts';
import type { Samples } from '../samples.ts';
import { type ReluSums, reluSums } from './relu-sums.ts';
import {
  closedRoom,
  type DenseRoom,
  denseRoom,
  type OutputSystem,
  outputRoom,
  ownPlaces,
  samplesRoom,
  type Tile,
  tileSize,
  tilesOf,
} from './shallow-rooms.ts';

export interface Shallow {
  readonly width: number;
  readonly activation: ActivationName;
  readonly loops: ActivationLoops;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** w (H), b (H), a (H), c. */
  readonly parameters: Float64Array;
  /** Network minus target at each sample. */
  readonly residual: Float64Array;
  /** All samples; sums, features and slopes are those of the tile last gone through (sweep). */
  readonly tiles: readonly Tile[];
  /** Samples first[i] ≤ s < end[i] are those where unit i's feature can differ from 0. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** Closed forms for the inner products, where there are any. */
  readonly closed: ReluSums | null;
  /** Room for a first-order step: gradient, an optimiser's state, a number per unit. */
  readonly gradient: Float64Array;
  readonly state: Float64Array;
  readonly heights: Float64Array;
  /** Four partial sums per unit, for products with the features and for those with the slopes. */
  readonly partials: Float64Array;
  readonly slopePartials: Float64Array;
  /** Whoever solves it begins anew. */
  readonly output: OutputSystem;
  /** Room for a second-order step, unless the network is too wide. */
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
  for (const { rows, count } of net.tiles) rows.end.fill(count);
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
  const { floats, kernel } = room;
  const loops = loopsOf(activation);
  const bent = isHomogeneous({ activation });
  const wide = width > WIDEST_DENSE;
  const hidden = bent ? width : 2 * width;
  const whole = closed === null && !wide;
  // near a kink, second-order steps ask how near
  const separate = !loops.inPlace || (bent && whole);
  const size = whole ? count : tileSize(width, count, separate ? 3 : 2);
  const dense = whole ? denseRoom(width, count, hidden, separate, room) : null;
  const places = dense?.places ?? ownPlaces(width, size, separate, room);
  const samples = samplesRoom(width, count, room);
  return {
    width,
    activation,
    loops,
    ...samples,
    parameters: floats(3 * width + 1),
    tiles: tilesOf(width, count, size, samples, places, room),
    closed,
    gradient: floats(3 * width + 1),
    state: floats(2 * (3 * width + 1) + 2),
    heights: floats(width),
    partials: floats(4 * width),
    slopePartials: floats(4 * width),
    output: outputRoom(width, wide, room),
    dense: dense ?? (wide ? null : closedRoom(width, hidden, room)),
    kernel,
  };
}
