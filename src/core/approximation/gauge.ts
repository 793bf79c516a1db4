// Measures a network that is being trained, a tile of places at a time: on 8192 places a wide one takes as long
// as many of its steps. By the kernel, if it is there.

import { loopsOf } from '../activation-loops.ts';
import type { ActivationName } from '../activations.ts';
import { inRoom } from '../kernel.ts';
import type { Parts } from '../parts.ts';
import { type Errors, sizeOf } from './measure.ts';
import type { Samples } from './samples.ts';
import { samplesRoom, tileSize, tilesOf } from './trainers/shallow-rooms.ts';
import { type Evaluated, visit } from './trainers/sweep.ts';

/** Measures networks of one width and activation, given as w (H), b (H), a (H), c, where `dense` says. */
export function createGauge(
  dense: Pick<Samples, 'x' | 'y'>,
  activation: ActivationName,
  width: number,
): (parameters: Float64Array) => Parts<Errors> {
  const count = dense.x.length;
  const loops = loopsOf(activation);
  const net = inRoom(
    (room): Evaluated & Pick<Samples, 'y'> & { readonly residual: Float64Array } => {
      const { floats, kernel } = room;
      const size = tileSize(width, count, 2);
      const features = floats(width * size);
      const sums = loops.inPlace ? features : floats(width * size);
      const samples = samplesRoom(width, count, room);
      return {
        ...samples,
        width,
        activation,
        loops,
        kernel,
        parameters: floats(3 * width + 1),
        tiles: tilesOf(width, count, size, samples, { sums, features, slopes: features }, room),
      };
    },
  );
  net.x.set(dense.x);
  net.y.set(dense.y);
  return function* (parameters) {
    net.parameters.set(parameters);
    for (const tile of net.tiles) {
      visit(net, tile, 'hidden', 0);
      yield;
    }
    return sizeOf(net.residual, net.x);
  };
}
