// The preset targets, one entry each: the function, where it lives, where it breaks or bends. Each is there
// to teach something, said in its comment; names and words for readers are in content/.

import { cos, exp, sin } from '../elementary.ts';
import type { Domain } from './samples.ts';

export interface Target {
  readonly value: (x: number) => number;
  readonly domain: Domain;
  /** Places of jumps; none for a continuous function. */
  readonly jumps: readonly number[];
  /** Places where the function is continuous but its slope is not. */
  readonly kinks: readonly number[];
}

const UNIT: Domain = [-1, 1];
const BUMP_CENTRE = 0.3;
const BUMP_SPREAD = 0.005;

/** Sawtooth of four teeth, from −1 up to 1 on each. */
function sawtooth(x: number): number {
  return 2 * (2 * x - Math.floor(2 * x)) - 1;
}

/** Σ 2⁻ᵏ cos(3ᵏπx), five terms: the first of Weierstrass's nowhere differentiable sum. */
function weierstrass(x: number): number {
  let sum = 0;
  let height = 1;
  let waves = 1;
  for (let k = 0; k < 5; k++) {
    sum += height * cos(waves * Math.PI * x);
    height /= 2;
    waves *= 3;
  }
  return sum;
}

function chirp(x: number): number {
  const u = (x + 1) / 2;
  return sin(2 * Math.PI * (u + 6 * u * u));
}

export const targets = {
  // Smooth and even in difficulty: error falls as the square of the width, proved at every width.
  sine: { value: (x) => sin(3 * Math.PI * x), domain: UNIT, jumps: [], kinks: [] },
  // One kink, but two units.
  absolute: { value: Math.abs, domain: UNIT, jumps: [], kinks: [0] },
  // A jump cannot be approximated uniformly: perfect on samples, wrong between them.
  step: { value: (x) => (x < 0 ? -1 : 1), domain: UNIT, jumps: [0], kinks: [] },
  // Three jumps, six kinks, and nothing better before the sixth.
  sawtooth: { value: sawtooth, domain: UNIT, jumps: [-0.5, 0, 0.5], kinks: [] },
  // Polynomials through equal steps diverge on it (Runge 1901); bends do not mind.
  runge: { value: (x) => 1 / (1 + 25 * x * x), domain: UNIT, jumps: [], kinks: [] },
  // Kinks must crowd where it is fast.
  chirp: { value: chirp, domain: UNIT, jumps: [], kinks: [] },
  // Infinite slope in one point: what training the hidden layer buys over equal spacing.
  squareRoot: { value: (x) => Math.sqrt(Math.abs(x)), domain: UNIT, jumps: [], kinks: [0] },
  // All that matters happens in a twentieth of the interval.
  bump: {
    value: (x) => exp((-(x - BUMP_CENTRE) * (x - BUMP_CENTRE)) / BUMP_SPREAD) + x / 2,
    domain: UNIT,
    jumps: [],
    kinks: [],
  },
  // Rough at every scale the samples can see.
  weierstrass: { value: weierstrass, domain: UNIT, jumps: [], kinks: [] },
  // The curve of Nielsen's "Neural Networks and Deep Learning" (2015), chapter 4.
  nielsen: {
    value: (x) => 0.2 + 0.4 * x * x + 0.3 * x * sin(15 * x) + 0.05 * cos(50 * x),
    domain: [0, 1],
    jumps: [],
    kinks: [],
  },
  // No unit needed at all: the output's bias is the network.
  constant: { value: () => 0.5, domain: UNIT, jumps: [], kinks: [] },
  // A straight line: the most that layers without activation can do.
  line: { value: (x) => 0.8 * x - 0.1, domain: UNIT, jumps: [], kinks: [] },
  // Chebyshev's T₅: beyond the reach of squares and cubes at any width, by a floor.
  polynomial: {
    value: (x) => x * (5 + x * x * (16 * x * x - 20)),
    domain: UNIT,
    jumps: [],
    kinks: [],
  },
  // Piecewise linear with five kinks: a small ReLU network is exact, a smooth one never.
  zigzag: {
    value: (x) => 4 * Math.abs(1.5 * x - Math.round(1.5 * x)) - 1,
    domain: UNIT,
    jumps: [],
    kinks: [-2 / 3, -1 / 3, 0, 1 / 3, 2 / 3],
  },
  // A staircase: steep sigmoids' home ground.
  staircase: {
    value: (x) => Math.floor(2.5 * (x + 1)) / 2 - 1,
    domain: UNIT,
    jumps: [-0.6, -0.2, 0.2, 0.6],
    kinks: [],
  },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;

/** Whether the function has no jump, so that the approximation theorem speaks of it. */
export function isContinuous({ jumps }: Target): boolean {
  return jumps.length === 0;
}
