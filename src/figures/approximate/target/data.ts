// The reader's own points, ready to be fitted: in order, one value at each place. Up to 512 places are
// kept as they are; more are averaged in 512 equal cells, and the picture says so.
import {
  cellMiddle,
  type Domain,
  type Samples,
  STANDARD_CELLS,
  samplePoints,
  standardOf,
  toDomain,
  toUnit,
} from '../../../core/approximation/samples.ts';
import { isDomain } from './pane.ts';

export interface Data {
  readonly xName: string;
  readonly yName: string;
  /** Rows the points were made of. */
  readonly rows: number;
  readonly domain: Domain;
  /** Whether the points are the means of cells. */
  readonly binned: boolean;
  /** Strictly ascending, in the reader's units; within the domain. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Places nearer to each other than this share of the domain are taken as one. */
const SAME_PLACE = 1e-6;
/** Digits a mean keeps, so that a link with 512 of them stays short. */
const DIGITS = 7;

/** Points from rows in any order, all below LARGEST_VALUE; undefined if there are fewer than two different x. */
export function dataOf(
  rowsX: ArrayLike<number>,
  rowsY: ArrayLike<number>,
  names: Pick<Data, 'xName' | 'yName'>,
): Data | undefined {
  const rows = rowsX.length;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows; i++) {
    left = Math.min(left, rowsX[i]);
    right = Math.max(right, rowsX[i]);
  }
  const domain: Domain = [left, right];
  if (!isDomain(domain)) return undefined;
  const points = places(rowsX, rowsY, domain);
  if (points) {
    // a place may have been taken in by its neighbour
    const ends: Domain = [left, points.x[points.x.length - 1]];
    return { ...names, rows, domain: ends, binned: false, ...points };
  }
  const means = samplePoints(rowsX, rowsY, { domain });
  const x = Array.from(means.x, (unit) => toDomain(unit, domain));
  const y = Array.from(means.y, (mean) => Number(mean.toPrecision(DIGITS)));
  return { ...names, rows, domain, binned: true, x, y };
}

/** Rows sorted, those at one place averaged; undefined if there are more places than cells. */
function places(rowsX: ArrayLike<number>, rowsY: ArrayLike<number>, [left, right]: Domain) {
  const seen = new Set<number>();
  for (let i = 0; i < rowsX.length; i++) {
    seen.add(rowsX[i]);
    if (seen.size > STANDARD_CELLS) return undefined;
  }
  const x: number[] = [];
  const y: number[] = [];
  const sums = new Map<number, { sum: number; count: number }>();
  const near = SAME_PLACE * (right - left);
  let place = Number.NEGATIVE_INFINITY;
  const placeOf = new Map<number, number>();
  for (const each of Float64Array.from(seen).sort()) {
    if (!(each - place < near)) place = each;
    placeOf.set(each, place);
  }
  for (let i = 0; i < rowsX.length; i++) {
    const at = placeOf.get(rowsX[i]) ?? rowsX[i];
    const entry = sums.get(at) ?? { sum: 0, count: 0 };
    entry.sum += rowsY[i];
    entry.count++;
    sums.set(at, entry);
  }
  for (const at of [...sums.keys()].sort((a, b) => a - b)) {
    const { sum, count } = sums.get(at) ?? { sum: 0, count: 1 };
    x.push(at);
    y.push(count === 1 ? sum : Number((sum / count).toPrecision(DIGITS)));
  }
  return { x, y };
}

/** Middle of cell `cell` of the 512, in the reader's units: where a binned point stands. */
export function cellPlace(cell: number, domain: Domain): number {
  return toDomain(cellMiddle(cell, STANDARD_CELLS), domain);
}

/** The cell of a binned point. */
export function cellOf(x: number, domain: Domain): number {
  return Math.round(((toUnit(x, domain) + 1) * STANDARD_CELLS - 1) / 2);
}

/** The points as samples: at their own places, values brought to mean 0 and largest magnitude 1. */
export function dataSamples({ x, y, domain }: Data): Samples {
  const { centre, scale } = standardOf(y);
  return {
    x: Float64Array.from(x, (place) => Math.min(1, Math.max(-1, toUnit(place, domain)))),
    y: Float64Array.from(y, (value) => (value - centre) / scale),
    domain,
    centre,
    scale,
    omitted: 0,
  };
}
