// What every fit in this folder sees: a target as samples, the abscissa scaled to [−1, 1] and the
// values, on request, to about unit size; both maps are kept so that axes can show the reader's
// own units. Values that are not finite are left out and counted; nothing here guesses them.

/** Ends of the interval in the reader's units, left < right. */
export type Domain = readonly [left: number, right: number];

export interface Samples {
  /** Abscissae in [−1, 1], strictly ascending. */
  readonly x: Float64Array;
  /** Values, same length: (raw − centre) / scale. */
  readonly y: Float64Array;
  readonly domain: Domain;
  readonly centre: number;
  readonly scale: number;
  /** Cells of the grid without a finite value; they carry no sample. */
  readonly omitted: number;
}

export interface SampleOptions {
  /** Number N of equal cells; one sample at the middle of each. */
  readonly cells?: number;
  readonly domain?: Domain;
  /** Bring the values to mean 0 and largest magnitude 1. Default: leave them as they are. */
  readonly standardise?: boolean;
}

export const STANDARD_CELLS = 512;
/** Values beyond this are treated like poles: a window around them, and their squares, must not overflow. */
export const LARGEST_VALUE = 1e99;
/** Values that differ by less, alone and as a share of what they are, differ by their rounding only. */
const LEAST_SPREAD = 1e-100;
const LEAST_SHARE = 1e-12;

function checkGrid(cells: number, [left, right]: Domain): void {
  if (!Number.isInteger(cells) || cells < 1)
    throw new RangeError(`number of cells must be a positive integer: got ${cells}`);
  if (!(left < right && Number.isFinite(right - left)))
    throw new RangeError(`domain must have left < right, both finite: got [${left}, ${right}]`);
}

/** Middle of cell i of N on [−1, 1]: xᵢ = −1 + (2i + 1)/N. */
export function cellMiddle(index: number, cells: number): number {
  return -1 + (2 * index + 1) / cells;
}

/** Unit abscissa in [−1, 1] → the reader's units. */
export function toDomain(unit: number, [left, right]: Domain): number {
  return left + ((unit + 1) / 2) * (right - left);
}

/** The reader's abscissa → [−1, 1] (outside the domain: beyond it). */
export function toUnit(raw: number, [left, right]: Domain): number {
  return (2 * (raw - left)) / (right - left) - 1;
}

/** Scaled value → the reader's units. */
export function toRawValue(value: number, samples: Pick<Samples, 'centre' | 'scale'>): number {
  return samples.centre + value * samples.scale;
}

/** Centre and scale that bring values to mean 0 and largest magnitude 1; a constant to zeros. */
export function standardOf(raw: readonly number[]): Pick<Samples, 'centre' | 'scale'> {
  let centre = 0;
  for (const value of raw) centre += value / raw.length;
  let spread = 0;
  for (const value of raw) spread = Math.max(spread, Math.abs(value - centre));
  const size = Math.abs(centre);
  if (spread > LEAST_SHARE * size + LEAST_SPREAD) return { centre, scale: spread };
  return { centre, scale: size > LEAST_SPREAD ? size : 1 };
}

function pack(x: number[], raw: number[], domain: Domain, cells: number, standardise: boolean) {
  const { centre, scale } = standardise ? standardOf(raw) : { centre: 0, scale: 1 };
  const y = Float64Array.from(raw, (value) => (value - centre) / scale);
  return { x: Float64Array.from(x), y, domain, centre, scale, omitted: cells - x.length };
}

/** Sample a function of the reader's units at the middles of N equal cells. */
export function sampleFunction(
  target: (x: number) => number,
  { cells = STANDARD_CELLS, domain = [-1, 1], standardise = false }: SampleOptions = {},
): Samples {
  checkGrid(cells, domain);
  const x: number[] = [];
  const raw: number[] = [];
  for (let i = 0; i < cells; i++) {
    const unit = cellMiddle(i, cells);
    const value = target(toDomain(unit, domain));
    if (!(Math.abs(value) < LARGEST_VALUE)) continue;
    x.push(unit);
    raw.push(value);
  }
  return pack(x, raw, domain, cells, standardise);
}

/**
 * Bin points given in the reader's units (data, a drawing) into N equal cells: a cell's sample is
 * the mean of its points' values, at the cell's middle; empty cells carry none.
 */
export function samplePoints(
  rawX: ArrayLike<number>,
  rawY: ArrayLike<number>,
  { cells = STANDARD_CELLS, domain = [-1, 1], standardise = false }: SampleOptions = {},
): Samples {
  checkGrid(cells, domain);
  if (rawX.length !== rawY.length)
    throw new RangeError(`x and y must be equally long: got ${rawX.length} and ${rawY.length}`);
  const sum = new Float64Array(cells);
  const count = new Float64Array(cells);
  for (let i = 0; i < rawX.length; i++) {
    const unit = toUnit(rawX[i], domain);
    if (!(Math.abs(unit) <= 1 && Math.abs(rawY[i]) < LARGEST_VALUE)) continue;
    const cell = Math.min(cells - 1, Math.floor(((unit + 1) / 2) * cells));
    sum[cell] += rawY[i];
    count[cell]++;
  }
  const x: number[] = [];
  const raw: number[] = [];
  for (let cell = 0; cell < cells; cell++) {
    if (count[cell] === 0) continue;
    x.push(cellMiddle(cell, cells));
    raw.push(sum[cell] / count[cell]);
  }
  return pack(x, raw, domain, cells, standardise);
}
