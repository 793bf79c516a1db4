// Where a recycled unit comes from and where it goes: the unit whose removal costs least, and the place
// where the residual is largest. The cost allows for the other units' heights being solved anew.

import type { Parts } from '../../parts.ts';
import type { Random } from '../../random.ts';
import { gainfulPlaces } from './bends.ts';
import { inverseDiagonal } from './cholesky.ts';
import { assembleGram, factorGram } from './output-layer.ts';
import type { Shallow } from './shallow.ts';
import { evaluateUnits, sweep } from './sweep.ts';

const COST_RIDGE = 1e-10;

export interface IdleUnits {
  /** Units, the one that matters least first. */
  readonly units: readonly number[];
  /** Rise of the squared error by the removal of each unit (by unit). */
  readonly costs: readonly number[];
  /** Squared error with all units. */
  readonly error: number;
}

/**
 * Units in the order of what their removal costs, aᵢ²/(G⁻¹)ᵢᵢ, G the Gram matrix of the features: the
 * rise of the squared error if the others' heights are solved anew (exact at a solved output layer).
 */
export function* idleUnits(net: Shallow): Parts<IdleUnits> {
  const { width, parameters, residual, output } = net;
  const { size, factor, right } = output;
  yield* assembleGram(net);
  yield;
  yield* factorGram(net, COST_RIDGE);
  yield;
  yield* inverseDiagonal(factor, size, right);
  const costs = Array.from({ length: width }, (_, unit) => {
    const height = parameters[2 * width + unit];
    return (height * height) / right[unit];
  });
  let error = 0;
  for (const miss of residual) error += miss * miss;
  yield;
  return { units: [...costs.keys()].sort((a, b) => costs[a] - costs[b]), costs, error };
}

/** Running means over 2·reach + 1 neighbours, as sums; fewer at the ends. */
function smoothed(values: Float64Array, reach: number): Float64Array {
  const count = values.length;
  const smooth = new Float64Array(count);
  let sum = 0;
  for (let i = -reach; i < count; i++) {
    if (i + reach < count) sum += values[i + reach];
    if (i - reach > 0) sum -= values[i - reach - 1];
    if (i >= 0) smooth[i] = sum;
  }
  return smooth;
}

/**
 * Places of the highest peaks of the squared residual, smoothed twice over the room of one unit: the
 * residual itself is largest at bends, where a further bend would be of no use.
 */
export function residualPeaks({ x, residual, width }: Shallow, most: number): number[] {
  const count = x.length;
  const reach = Math.max(1, Math.floor(count / (6 * width)));
  const squares = residual.map((miss) => miss * miss);
  const smooth = smoothed(smoothed(squares, reach), reach);
  const peaks: number[] = [];
  for (let i = 0; i < count; i++) {
    const left = i === 0 ? -1 : smooth[i - 1];
    const right = i === count - 1 ? -1 : smooth[i + 1];
    if (smooth[i] >= left && smooth[i] > right) peaks.push(i);
  }
  return peaks
    .sort((a, b) => smooth[b] - smooth[a])
    .slice(0, most)
    .map((i) => x[i]);
}

/** Where an idle unit might go, the most promising place first. */
export function plantingPlaces(net: Shallow, most: number): number[] {
  return net.activation === 'relu' ? gainfulPlaces(net).slice(0, most) : residualPeaks(net, most);
}

/** How steep a fresh unit is: that of its nearest neighbour, up to four times as steep. */
function slopeFor({ width, parameters }: Shallow, unit: number, place: number, random: Random) {
  let nearest = Number.POSITIVE_INFINITY;
  let slope = 1;
  for (let other = 0; other < width; other++) {
    const weight = parameters[other];
    const distance = Math.abs(place + parameters[width + other] / weight);
    if (other === unit || !(distance < nearest)) continue;
    nearest = distance;
    slope = Math.abs(weight);
  }
  return slope * (1 + 3 * random.uniform());
}

/**
 * Put the unit's bend at `place`, facing either way, with the height that suits the residual best while
 * all else is held. The rest is the trainer's.
 */
export function plantUnit(net: Shallow, unit: number, place: number, random: Random): void {
  const { width, parameters, tiles } = net;
  const steep = net.activation === 'relu' ? 1 : slopeFor(net, unit, place, random);
  const weight = random.uniform() < 0.5 ? steep : -steep;
  parameters[unit] = weight;
  parameters[width + unit] = -weight * place;
  parameters[2 * width + unit] = 0;
  let product = 0;
  let square = 0;
  evaluateUnits(net, tiles[0], unit, unit + 1);
  sweep(net, 'output', ({ count, features, residual }) => {
    const row = unit * count;
    for (let i = 0; i < count; i++) {
      product += residual[i] * features[row + i];
      square += features[row + i] * features[row + i];
    }
  });
  if (square > 0) parameters[2 * width + unit] = -product / square;
}
