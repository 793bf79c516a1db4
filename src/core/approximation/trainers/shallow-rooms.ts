// Parts of a shallow network's memory. What is held of every neuron at every sample is held of a few
// samples at a time where the network is wide: a tile. Of small networks all samples are one tile.

import type { Room } from '../../kernel.ts';
import { packedLength } from './cholesky.ts';
import type { Rows } from './products.ts';

/** Neighbouring samples, and the network at them: of x, y and the residual its part of all. */
export interface Tile {
  /** The first sample's number. */
  readonly from: number;
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly residual: Float64Array;
  /** z = wx + b, units × count; the features' array where nobody asks for z. */
  readonly sums: Float64Array;
  /** σ(z), units × count. */
  readonly features: Float64Array;
  /** Room for σ′(z), units × count. */
  readonly slopes: Float64Array;
  /** The features as rows for inner products. */
  readonly rows: Rows;
}

/** The normal equations of the output layer: matrices are packed (cholesky.ts). */
export interface OutputSystem {
  /** H + 1: the heights and the constant. */
  readonly size: number;
  /** Gram matrix of the features and 1. */
  readonly gram: Float64Array;
  /** Of the Gram matrix and a ridge; in wide networks it takes the matrix's place. */
  readonly factor: Float64Array;
  readonly right: Float64Array;
}

/** What dense second-order steps need; the normal matrix and its factor are packed. */
export interface DenseRoom {
  /** Rows of the Jacobian; the first are also the tile's slopes. */
  readonly jacobian: Rows;
  readonly normal: Float64Array;
  readonly factor: Float64Array;
}

/** Numbers of one kind that are held of all samples: 128 neurons at 512. */
const MOST_IN_ONE = 1 << 16;
/** Numbers of all kinds in a tile, if there are several. */
const MOST_IN_TILE = 1 << 16;

/** Samples in a tile: all, or a multiple of 4, as sums of products are made in four parts. */
const tileSize = (width: number, count: number, kinds: number): number =>
  width * count <= MOST_IN_ONE
    ? count
    : Math.max(4, Math.floor(MOST_IN_TILE / (kinds * width)) & ~3);

interface AllSamples {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly residual: Float64Array;
  /** Where features are not 0. */
  readonly first: Int32Array;
  readonly end: Int32Array;
}

/** All samples in tiles, which have their sums, features and slopes in one place; in one, if slopes are given. */
export function tilesOf(
  width: number,
  count: number,
  { x, y, residual, first, end }: AllSamples,
  separateSums: boolean,
  slopes: Float64Array | null,
  { floats, integers }: Room,
): readonly Tile[] {
  const size = slopes ? count : tileSize(width, count, separateSums ? 3 : 2);
  const one = size === count;
  const features = floats(width * size);
  const room = {
    features,
    sums: separateSums ? floats(width * size) : features,
    slopes: slopes ?? floats(width * size),
  };
  const none = one ? first : integers(width);
  return Array.from({ length: Math.ceil(count / size) }, (_, k) => {
    const from = k * size;
    const many = Math.min(size, count - from);
    const values = room.features.subarray(0, width * many);
    const rows = {
      values,
      count: many,
      rows: width,
      first: none,
      end: one ? end : integers(width),
    };
    return {
      from,
      count: many,
      x: x.subarray(from, from + many),
      y: y.subarray(from, from + many),
      residual: residual.subarray(from, from + many),
      sums: room.sums.subarray(0, width * many),
      features: values,
      slopes: room.slopes.subarray(0, width * many),
      rows,
    };
  });
}

export function outputRoom(width: number, inPlace: boolean, { floats }: Room): OutputSystem {
  const size = width + 1;
  const gram = floats(packedLength(size));
  const factor = inPlace ? gram : floats(packedLength(size));
  return { size, gram, factor, right: floats(size) };
}

/** For `hidden` rows of the Jacobian. */
export function denseRoom(width: number, count: number, hidden: number, room: Room): DenseRoom {
  const length = packedLength(hidden + width + 1);
  return {
    jacobian: {
      values: room.floats(hidden * count),
      count,
      rows: hidden,
      first: room.integers(hidden),
      end: room.integers(hidden),
    },
    normal: room.floats(length),
    factor: room.floats(length),
  };
}
