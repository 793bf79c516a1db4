// What recycling can do with ReLUs beyond any unit: a network of them is a piecewise-linear curve, so that
// the places worth a bend are known exactly, units can be turned round at no cost, and all bends can slide
// past samples together.

import { evaluator } from '../evaluator.ts';
import type { PrefixSums } from '../moments.ts';
import { insertions } from '../moves.ts';
import { shiftKnots } from '../shift.ts';
import { balanceSides } from '../sides.ts';
import type { Shallow } from './shallow.ts';

/** Units that bend within (−1, 1), from left to right. */
export function bendsInside({ width, parameters }: Shallow): { unit: number; place: number }[] {
  const bends: { unit: number; place: number }[] = [];
  for (let unit = 0; unit < width; unit++) {
    const place = -parameters[width + unit] / parameters[unit];
    if (Math.abs(place) < 1) bends.push({ unit, place });
  }
  return bends.sort((a, b) => a.place - b.place);
}

/** Sample distances by which bends may slide together: fine, then wide. */
export const SLIDES = [
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
export function gainfulPlaces(net: Shallow): number[] {
  const { parameters, x, y } = net;
  const knots = Float64Array.of(-1, ...bendsInside(net).map(({ place }) => place), 1);
  const values = new Float64Array(knots.length);
  evaluator(net.activation, parameters)(knots, values);
  return insertions({ x, y }, knots, values).map(({ place }) => place);
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
