// What networks with one hidden layer can and cannot reach on the targets that the chapters name.

import { nearestAffine } from '../core/nearest-affine.ts';
import { count, decimal, type Fact } from './fact.ts';

/** Samples at the middles of equal cells of [−1, 1], as in the figure. */
const SAMPLES = 512;
const places = Array.from({ length: SAMPLES }, (_, i) => -1 + (2 * i + 1) / SAMPLES);

const sine = (x: number) => Math.sin(3 * Math.PI * x);

/** Root-mean-square error of the best polynomial: the floor of an activation of that degree. */
export function polynomialFloor(target: (x: number) => number, degree: number): number {
  const powers = places.map((x) => Array.from({ length: degree }, (_, k) => x ** (k + 1)));
  return nearestAffine(([x]) => [target(x)], powers).rms;
}

export const approximationFacts = {
  'sample-count': count(SAMPLES),
  'floor-identity-sine': decimal(polynomialFloor(sine, 1), 3),
  'floor-cube-sine': decimal(polynomialFloor(sine, 3), 3),
  'floor-identity-abs': decimal(polynomialFloor(Math.abs, 1), 3),
  'floor-square-abs': decimal(polynomialFloor(Math.abs, 2), 3),
} satisfies Record<string, Fact>;
