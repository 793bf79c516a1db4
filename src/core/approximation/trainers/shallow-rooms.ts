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

/** Some of the Jacobian's rows by w, made for their products with the features. */
export interface Slice {
  /** The first of them by its unit. */
  readonly from: number;
  readonly rows: Rows;
  /** The normal matrix from their columns on. */
  readonly normal: Float64Array;
}

/** The rows of the Jacobian: by every b, then, unless the activation is homogeneous, by every w. */
export interface Jacobian {
  readonly all: Rows;
  /** In the sums' place, so that these are lost. */
  readonly byBias: Rows;
  readonly byWeight: Rows;
  /** Where there are any, the rows by w stand in the features' place. */
  readonly slices: readonly Slice[];
}

/**
 * What dense second-order steps need; the normal matrix and its factor are packed. They take the places of
 * what is wanted at other times: the normal matrix, while there is one, that of the slopes, and the factor, while
 * a step is made of it, that of the sums, and of the Jacobian's rows.
 */
export interface DenseRoom {
  /** Null where there are closed forms. */
  readonly jacobian: Jacobian | null;
  readonly normal: Float64Array;
  readonly factor: Float64Array;
}

/** Places for what is held of every neuron at every sample of a tile. */
type Places = Pick<Tile, 'sums' | 'features' | 'slopes'>;

/** Numbers of one kind that are held of all samples: 128 neurons at 512. */
const MOST_IN_ONE = 1 << 16;
/** Numbers of all kinds in a tile, if there are several. */
const MOST_IN_TILE = 1 << 16;
/** Numbers that the Jacobian's rows by w may take beside the features; larger ones take their place. */
const MOST_APART = 1 << 15;
/** Rows in a slice of the Jacobian: an even number. */
const SLICE = 8;

/** Samples in a tile: all, or a multiple of 4, as sums of products are made in four parts. */
export const tileSize = (width: number, count: number, kinds: number): number =>
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

/** What is held of every sample once, and of every neuron where its feature begins and ends. */
export function samplesRoom(width: number, count: number, { floats, integers }: Room): AllSamples {
  return {
    x: floats(count),
    y: floats(count),
    residual: floats(count),
    first: integers(width),
    end: integers(width),
  };
}

/** For tiles of `size` samples. */
export function ownPlaces(
  width: number,
  size: number,
  separateSums: boolean,
  { floats }: Room,
): Places {
  const features = floats(width * size);
  return {
    features,
    sums: separateSums ? floats(width * size) : features,
    slopes: floats(width * size),
  };
}

/** All samples in tiles of `size`, which have their sums, features and slopes in one place. */
export function tilesOf(
  width: number,
  count: number,
  size: number,
  { x, y, residual, first, end }: AllSamples,
  room: Places,
  { integers }: Room,
): readonly Tile[] {
  const one = size === count;
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

/** Where there are closed forms: nothing but the matrices, of `hidden` unknowns and the output layer's. */
export function closedRoom(width: number, hidden: number, { floats }: Room): DenseRoom {
  const length = packedLength(hidden + width + 1);
  return { jacobian: null, normal: floats(length), factor: floats(length) };
}

/** For `hidden` rows of the Jacobian, and places for the one tile. */
export function denseRoom(
  width: number,
  count: number,
  hidden: number,
  separateSums: boolean,
  { floats, integers }: Room,
): DenseRoom & { readonly places: Places } {
  const length = packedLength(hidden + width + 1);
  const all = width * count;
  const slopes = floats(Math.max(length, all));
  const sliced = hidden > width && all > MOST_APART;
  const apart = hidden > width && !sliced ? all : 0;
  // a slice, if any, the rows by b, those by w that stand apart, features; the factor may reach up to these
  const start = Math.max(length - all - apart, sliced ? SLICE * count : 0);
  const rest = floats(start + all + apart + all);
  const sums = rest.subarray(start, start + all);
  const features = rest.subarray(start + all + apart);
  const first = integers(hidden);
  const end = integers(hidden);
  const rowsAt = (at: number, from: number, to: number): Rows => ({
    values: rest.subarray(at, at + (to - from) * count),
    count,
    rows: to - from,
    first: first.subarray(from, to),
    end: end.subarray(from, to),
  });
  const normal = slopes.subarray(0, length);
  const slices: Slice[] = [];
  for (let from = width; sliced && from < hidden; from += SLICE) {
    const rows = rowsAt(0, from, Math.min(from + SLICE, hidden));
    slices.push({ from: from - width, rows, normal: normal.subarray(from) });
  }
  return {
    jacobian: {
      all: rowsAt(start, 0, hidden),
      byBias: rowsAt(start, 0, width),
      byWeight: rowsAt(start + all, width, hidden),
      slices,
    },
    normal,
    factor: rest.subarray(0, length),
    places: { features, sums: separateSums ? sums : features, slopes: slopes.subarray(0, all) },
  };
}
