// A shallow network at its samples: features and residual tile by tile (shallow-rooms.ts), and whatever else is
// made of them while they stand there. Every sum goes on from tile to tile in the order of the samples.

import { codeOf } from '../../kernel.ts';
import { accumulate, combine, rowsOf } from '../../rows.ts';
import type { Shallow } from './shallow.ts';
import type { Tile } from './shallow-rooms.ts';

/** What a network is evaluated by. */
export type Evaluated = Pick<
  Shallow,
  'width' | 'activation' | 'loops' | 'parameters' | 'x' | 'tiles' | 'first' | 'end' | 'kernel'
>;

/** Sums and features of units from … to − 1 at the current parameters. */
export function evaluateUnits(net: Evaluated, tile: Tile, from = 0, to = net.width): void {
  const { width, activation, parameters, loops, kernel } = net;
  const { x, count, sums, features } = tile;
  const units = to - from;
  const [at, end] = [from * count, to * count];
  if (kernel === null) {
    const [rows, input] = [rowsOf(sums, count), rowsOf(x, count)];
    combine(rows, from, units, input, parameters, from, 1, 1, width + from);
  } else {
    const weights = parameters.byteOffset + 8 * from;
    const start = sums.byteOffset + 8 * at;
    kernel.combine(start, units, x.byteOffset, 1, count, weights, 1, 1, weights + 8 * width);
  }
  const code = codeOf(activation);
  if (kernel === null || code < 0) loops.forward(sums, features, at, end);
  else kernel.activate(code, sums.byteOffset + 8 * at, features.byteOffset + 8 * at, end - at);
  if (activation === 'relu') for (let unit = from; unit < to; unit++) findSupport(net, tile, unit);
}

/**
 * A ReLU is active to one side of its kink: products of features are needed only where both are. Sums of
 * ascending x go one way, rounding or not, so that the kink is found by halving.
 */
function findSupport({ x, parameters, first, end }: Evaluated, tile: Tile, unit: number): void {
  const { count, sums } = tile;
  const row = unit * count;
  const rises = parameters[unit] >= 0;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[row + middle] > 0 === rises) high = middle;
    else low = middle + 1;
  }
  const from = rises ? low : 0;
  const to = rises ? count : low;
  if (tile.from === 0) {
    first[unit] = x.length;
    end[unit] = x.length;
  }
  if (from === to) return;
  if (first[unit] === end[unit]) first[unit] = tile.from + from;
  end[unit] = tile.from + to;
}

/** Residual from the current features and output layer. @returns the squared error so far added up */
function evaluateResidual(net: Evaluated, tile: Tile, before: number): number {
  const { width, parameters, kernel } = net;
  const { y, count, features, residual } = tile;
  const constant = parameters[3 * width];
  for (let i = 0; i < count; i++) residual[i] = constant - y[i];
  const heights = parameters.byteOffset + 16 * width;
  if (kernel === null) accumulate(residual, rowsOf(features, count), parameters, 2 * width, 1);
  else kernel.accumulate(residual.byteOffset, features.byteOffset, width, count, heights, 1);
  let error = before;
  for (let i = 0; i < count; i++) error += residual[i] * residual[i];
  return error;
}

type UseTile = (tile: Tile) => void;

/** What has changed since the last sweep; with the hidden layer, so has the output layer's residual. */
export type Changed = 'hidden' | 'output' | 'nothing';

/**
 * Through all samples, tile by tile: what has changed is made anew, then the tile is used. Several tiles
 * stand in the same place, so that their features are made anew each time.
 * @returns the squared error, not finite if parameters overflow; 0 if nothing has changed
 */
export function sweep(net: Shallow, changed: Changed, use?: UseTile): number {
  let error = 0;
  for (const tile of net.tiles) error = visit(net, tile, changed, error, use);
  return error;
}

/** One tile's turn in a sweep. @returns the squared error so far added up */
export function visit(
  net: Evaluated,
  tile: Tile,
  changed: Changed,
  before: number,
  use?: UseTile,
): number {
  if (changed === 'hidden' || net.tiles.length > 1) evaluateUnits(net, tile);
  const error = changed === 'nothing' ? before : evaluateResidual(net, tile, before);
  use?.(tile);
  return error;
}

/** Everything at the current parameters. @returns the squared error, not finite if they overflow. */
export const evaluateShallow = (net: Shallow): number => sweep(net, 'hidden');

/** σ′ of units from … to − 1 at the current sums. */
export function evaluateSlopes(net: Shallow, tile: Tile, from = 0, to = net.width): void {
  tile.slopes.fill(1, from * tile.count, to * tile.count);
  timesSlopes(net, tile, from, to);
}

/** slopes ← slopes·σ′ at the current sums, units from … to − 1. */
export function timesSlopes(net: Shallow, tile: Tile, from = 0, to = net.width): void {
  const { activation, loops, kernel } = net;
  const { count, sums, features, slopes } = tile;
  const code = codeOf(activation);
  const at = from * count;
  const end = to * count;
  if (kernel === null || code < 0) loops.backward(sums, features, slopes, at, end);
  else kernel.descend(code, features.byteOffset + 8 * at, slopes.byteOffset + 8 * at, end - at);
}
