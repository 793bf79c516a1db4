// Where a recycled unit comes from and where it goes: the unit whose removal costs least, and the place
// where the residual is largest. The cost allows for the other units' heights being solved anew.

import type { Random } from '../../random.ts';
import type { PrefixSums } from '../moments.ts';
import { insertions } from '../moves.ts';
import { shiftKnots } from '../shift.ts';
import { balanceSides } from '../sides.ts';
import { inverseDiagonal } from './cholesky.ts';
import { assembleGram, factorGram, type OutputSystem } from './output-layer.ts';
import { evaluateResidual, evaluateUnits, evaluator, type Shallow } from './shallow.ts';

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
export function idleUnits(system: OutputSystem, net: Shallow): IdleUnits {
  const { width, parameters, residual } = net;
  assembleGram(system, net);
  factorGram(system, COST_RIDGE);
  inverseDiagonal(system.factor, system.size, system.right);
  const costs = Array.from({ length: width }, (_, unit) => {
    const height = parameters[2 * width + unit];
    return (height * height) / system.right[unit];
  });
  let error = 0;
  for (const miss of residual) error += miss * miss;
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

/** Units that bend within (−1, 1), from left to right. */
function bendsInside({ width, parameters }: Shallow): { unit: number; place: number }[] {
  const bends: { unit: number; place: number }[] = [];
  for (let unit = 0; unit < width; unit++) {
    const place = -parameters[width + unit] / parameters[unit];
    if (Math.abs(place) < 1) bends.push({ unit, place });
  }
  return bends.sort((a, b) => a.place - b.place);
}

/** Sample distances by which bends may slide together: fine, then wide. */
const SLIDES = [
  [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2],
  [-8, -5, -3, -1, 0, 1, 3, 5, 8],
] as const;

/**
 * Slide all bends of a ReLU network at once by the best combination of sample distances (shift.ts): past
 * the creases of the error at samples, where each alone is stuck.
 */
export function slideBends(net: Shallow, sums: PrefixSums, wide: boolean): void {
  const { width, parameters, x } = net;
  const bends = bendsInside(net);
  const knots = Float64Array.of(-1, ...bends.map(({ place }) => place), 1);
  const offsets = SLIDES[wide ? 1 : 0].map((offset) => (2 * offset) / x.length);
  const moved = shiftKnots(x, sums, knots, offsets, 2e-3 / x.length);
  bends.forEach(({ unit }, k) => {
    parameters[width + unit] = -parameters[unit] * moved[k + 1];
  });
}

/**
 * Places where one more bend of a ReLU network would lower the error most, best first: the best in every
 * piece between neighbouring bends, by the exact gain if the piece's ends are held.
 */
function gainfulPlaces(net: Shallow): number[] {
  const { parameters, x, y } = net;
  const knots = Float64Array.of(-1, ...bendsInside(net).map(({ place }) => place), 1);
  const values = new Float64Array(knots.length);
  evaluator(net.activation, parameters)(knots, values);
  return insertions({ x, y }, knots, values).map(({ place }) => place);
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
  const { width, parameters, features, residual } = net;
  const count = residual.length;
  const steep = net.activation === 'relu' ? 1 : slopeFor(net, unit, place, random);
  const weight = random.uniform() < 0.5 ? steep : -steep;
  parameters[unit] = weight;
  parameters[width + unit] = -weight * place;
  parameters[2 * width + unit] = 0;
  evaluateUnits(net, unit, unit + 1);
  evaluateResidual(net);
  const row = unit * count;
  let product = 0;
  let square = 0;
  for (let i = 0; i < count; i++) {
    product += residual[i] * features[row + i];
    square += features[row + i] * features[row + i];
  }
  if (square > 0) parameters[2 * width + unit] = -product / square;
}

/** Slope of a ReLU network left of all its bends in (−1, 1). */
export function firstSlope({ width, parameters }: Shallow): number {
  let slope = 0;
  for (let unit = 0; unit < width; unit++) {
    const weight = parameters[unit];
    if (parameters[width + unit] - weight > 0) slope += parameters[2 * width + unit] * weight;
  }
  return slope;
}

/**
 * Turn ReLU units round so that those facing left still make the slope `wanted` at the left end, as well
 * as flips of one or two can. A unit turned round adds the same bend; only a straight line is left over.
 * Without it a unit that carries the line could never be spared.
 */
export function turnUnits(net: Shallow, wanted: number): void {
  const { width, parameters } = net;
  const inside: number[] = [];
  for (let unit = 0; unit < width; unit++)
    if (Math.abs(parameters[width + unit]) < Math.abs(parameters[unit])) inside.push(unit);
  const jumps = inside.map((unit) => parameters[2 * width + unit] * Math.abs(parameters[unit]));
  const sides = inside.map((unit) => parameters[unit] < 0);
  balanceSides(jumps, sides, wanted - firstSlope(net));
  inside.forEach((unit, k) => {
    if (sides[k] === parameters[unit] < 0) return;
    parameters[unit] = -parameters[unit];
    parameters[width + unit] = -parameters[width + unit];
  });
}
