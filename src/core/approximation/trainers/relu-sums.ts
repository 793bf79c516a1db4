// The normal matrix of a ReLU network in closed form: on evenly spaced samples an active unit is a straight
// line in the sample's number k, so that every inner product is a sum of 1, k, k² over the samples where
// both units are active. O(H²) instead of O(NH²): what makes second-order steps at 64 units and more live.

import { rowStart } from './cholesky.ts';
import type { Shallow } from './shallow.ts';

/** Active units as lines offset + rise·k for first ≤ k < end, and their blended derivatives. */
export interface ReluSums {
  readonly offset: Float64Array;
  readonly rise: Float64Array;
  /** The derivative is 1 for full ≤ k < fullEnd, `part` at the sample `partAt`, 0 elsewhere. */
  readonly full: Int32Array;
  readonly fullEnd: Int32Array;
  readonly partAt: Int32Array;
  readonly part: Float64Array;
  /** Sums of the residual before each sample. */
  readonly before: Float64Array;
}

/** Relative to the distance of samples, how far from even they may be. */
const EVEN = 1e-9;

/** Buffers for the network, or null if it is not one of ReLUs on evenly spaced samples. */
export function reluSums({
  activation,
  x,
  width,
}: Pick<Shallow, 'activation' | 'x' | 'width'>): ReluSums | null {
  if (activation !== 'relu' || x.length < 2) return null;
  const distance = (x[x.length - 1] - x[0]) / (x.length - 1);
  for (let k = 0; k < x.length; k++)
    if (Math.abs(x[k] - x[0] - k * distance) > EVEN * distance) return null;
  return {
    offset: new Float64Array(width),
    rise: new Float64Array(width),
    full: new Int32Array(width),
    fullEnd: new Int32Array(width),
    partAt: new Int32Array(width),
    part: new Float64Array(width),
    before: new Float64Array(x.length + 1),
  };
}

function setLines({ offset, rise }: ReluSums, { width, x, parameters }: Shallow): void {
  const distance = (x[x.length - 1] - x[0]) / (x.length - 1);
  for (let unit = 0; unit < width; unit++) {
    offset[unit] = parameters[unit] * x[0] + parameters[width + unit];
    rise[unit] = parameters[unit] * distance;
  }
}

/** Gram matrix of the features and 1 (packed, cholesky.ts) into `gram`, at the current features. */
export function reluGram(sums: ReluSums, net: Shallow, gram: Float64Array): void {
  const { width, first, end } = net;
  const { offset, rise } = sums;
  setLines(sums, net);
  const last = rowStart(width);
  for (let i = 0; i < width; i++) {
    const row = rowStart(i);
    for (let j = 0; j <= i; j++) {
      const from = first[i] > first[j] ? first[i] : first[j];
      const count = (end[i] < end[j] ? end[i] : end[j]) - from;
      if (count <= 0) {
        gram[row + j] = 0;
        continue;
      }
      const u = offset[i] + rise[i] * from;
      const v = offset[j] + rise[j] * from;
      const ones = (count * (count - 1)) / 2;
      const squares = (ones * (2 * count - 1)) / 3;
      gram[row + j] =
        count * u * v + (u * rise[j] + v * rise[i]) * ones + rise[i] * rise[j] * squares;
    }
    gram[last + i] = lineSum(sums, i, first[i], end[i]);
  }
  gram[last + width] = net.x.length;
}

/** Σ offset + rise·k over from ≤ k < to. */
function lineSum({ offset, rise }: ReluSums, unit: number, from: number, to: number): number {
  const count = to - from;
  if (count <= 0) return 0;
  return count * (offset[unit] + rise[unit] * from) + (rise[unit] * count * (count - 1)) / 2;
}

/** Derivatives by the bends' places, if asked blended over one sample's distance at the bend. */
function setDerivatives(sums: ReluSums, { width, x, first, end }: Shallow, blended: boolean) {
  const { offset, rise, full, fullEnd, partAt, part } = sums;
  const count = x.length;
  if (!blended) {
    full.set(first);
    fullEnd.set(end);
    partAt.fill(-1);
    part.fill(0);
    return;
  }
  for (let unit = 0; unit < width; unit++) {
    // Number of the sample at the bend, as a fraction.
    const bend = rise[unit] === 0 ? -1 : -offset[unit] / rise[unit];
    const right = rise[unit] > 0;
    // Sample k's share is ½ + (k − bend), mirrored for units that face left, between 0 and 1.
    const edge = right ? Math.ceil(bend + 0.5) : Math.floor(bend - 0.5);
    full[unit] = right ? Math.min(count, Math.max(0, edge)) : 0;
    fullEnd[unit] = right ? count : Math.min(count, Math.max(0, edge + 1));
    partAt[unit] = right ? edge - 1 : edge + 1;
    const share = 0.5 + (right ? partAt[unit] - bend : bend - partAt[unit]);
    const inside = partAt[unit] >= 0 && partAt[unit] < count;
    part[unit] = inside ? Math.min(1, Math.max(0, share)) : 0;
  }
}

/**
 * Normal matrix of the unknowns (b of each unit) and (heights and constant), packed, without its output block, and the gradient by b. Needs reluGram at the same parameters first.
 */
export function reluNormal(
  sums: ReluSums,
  net: Shallow,
  normal: Float64Array,
  gradient: Float64Array,
  blended: boolean,
): void {
  const { width, parameters, residual, first, end } = net;
  const { offset, rise, full, fullEnd, partAt, part, before } = sums;
  setDerivatives(sums, net, blended);
  for (let k = 0; k < residual.length; k++) before[k + 1] = before[k] + residual[k];
  const within = (k: number, from: number, to: number) => k >= from && k < to;
  for (let i = 0; i < width; i++) {
    const row = rowStart(i);
    const height = parameters[2 * width + i];
    const at = partAt[i];
    for (let j = 0; j <= i; j++) {
      const from = full[i] > full[j] ? full[i] : full[j];
      const to = fullEnd[i] < fullEnd[j] ? fullEnd[i] : fullEnd[j];
      let sum = to > from ? to - from : 0;
      if (within(at, full[j], fullEnd[j])) sum += part[i];
      if (within(partAt[j], full[i], fullEnd[i])) sum += part[j];
      if (at === partAt[j]) sum += part[i] * part[j];
      normal[row + j] = height * parameters[2 * width + j] * sum;
    }
    for (let j = 0; j < width; j++) {
      const from = full[i] > first[j] ? full[i] : first[j];
      const to = fullEnd[i] < end[j] ? fullEnd[i] : end[j];
      let sum = lineSum(sums, j, from, to);
      if (within(at, first[j], end[j])) sum += part[i] * (offset[j] + rise[j] * at);
      normal[rowStart(width + j) + i] = height * sum;
    }
    const length = fullEnd[i] > full[i] ? fullEnd[i] - full[i] : 0;
    normal[rowStart(2 * width) + i] = height * (length + part[i]);
    const partial = part[i] > 0 ? part[i] * residual[at] : 0;
    const whole = length > 0 ? before[fullEnd[i]] - before[full[i]] : 0;
    gradient[i] = height * (whole + partial);
  }
}
