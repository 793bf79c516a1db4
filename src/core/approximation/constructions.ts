// Networks built by hand from blocks: the constructive half of the approximation theorem. A block is a
// shape on [−1, 1] and comes apart into hidden units; steps and bumps can be had from steep sigmoids
// (Cybenko 1989 in pictures) or from pairs of ReLUs, hats and kinks from ReLUs only.

import { sigmoid } from '../elementary.ts';

/** Rises by `height` at `at`; for ReLU over the width `ramp`, centred there. */
export interface Step {
  readonly kind: 'step';
  readonly at: number;
  readonly height: number;
  readonly ramp: number;
}

/** `height` between left and right, 0 outside; for ReLU with sides of the width `ramp`. */
export interface Bump {
  readonly kind: 'bump';
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly ramp: number;
}

/** A triangle: 0 up to left, `height` at peak, 0 from right. left < peak < right. */
export interface Hat {
  readonly kind: 'hat';
  readonly left: number;
  readonly peak: number;
  readonly right: number;
  readonly height: number;
}

/** Bends the curve by `bend` (change of slope) at `at`; 0 to the left. */
export interface Kink {
  readonly kind: 'kink';
  readonly at: number;
  readonly bend: number;
}

export type Block = Step | Bump | Hat | Kink;

export interface Construction {
  /** Hidden units used; blocks that bend or step at one place share a unit. */
  readonly units: number;
  /** W1 (H), b1 (H), W2 (H), b2 (1). */
  readonly parameters: Float64Array;
}

/** Two places closer than this are one. */
const SAME_PLACE = 1e-9;

interface Feature {
  readonly at: number;
  readonly size: number;
}

function rampOf(ramp: number): number {
  if (!(ramp > 0)) throw new RangeError(`ramp must be above 0: got ${ramp}`);
  return ramp;
}

/** Slope changes that make the block. */
function kinksOf(block: Block): Feature[] {
  switch (block.kind) {
    case 'kink':
      return [{ at: block.at, size: block.bend }];
    case 'step': {
      const half = rampOf(block.ramp) / 2;
      const slope = block.height / block.ramp;
      return [
        { at: block.at - half, size: slope },
        { at: block.at + half, size: -slope },
      ];
    }
    case 'bump': {
      const { left, right, height, ramp } = block;
      return [
        ...kinksOf({ kind: 'step', at: left, height, ramp }),
        ...kinksOf({ kind: 'step', at: right, height: -height, ramp }),
      ];
    }
    case 'hat': {
      const { left, peak, right, height } = block;
      if (!(left < peak && peak < right))
        throw new RangeError(`hat must have left < peak < right: got ${left}, ${peak}, ${right}`);
      const up = height / (peak - left);
      const down = height / (right - peak);
      return [
        { at: left, size: up },
        { at: peak, size: -up - down },
        { at: right, size: down },
      ];
    }
    default:
      return block satisfies never;
  }
}

/** Rises that make the block. */
function stepsOf(block: Step | Bump): Feature[] {
  if (block.kind === 'step') return [{ at: block.at, size: block.height }];
  return [
    { at: block.left, size: block.height },
    { at: block.right, size: -block.height },
  ];
}

/** A sum this much smaller than its terms is what rounding leaves of nothing. */
const CANCELLED = 1e-13;

/** Features at one place joined, in order; those that cancel dropped. */
function merge(features: readonly Feature[]): Feature[] {
  const merged: (Feature & { readonly terms: number })[] = [];
  for (const { at, size } of [...features].sort((a, b) => a.at - b.at)) {
    const last = merged[merged.length - 1];
    const terms = Math.abs(size);
    if (last && at - last.at < SAME_PLACE)
      merged[merged.length - 1] = {
        at: last.at,
        size: last.size + size,
        terms: last.terms + terms,
      };
    else merged.push({ at, size, terms });
  }
  return merged.filter(({ size, terms }) => Math.abs(size) > CANCELLED * terms);
}

function pack(features: readonly Feature[], weight: number, base: number): Construction {
  const units = features.length;
  const parameters = new Float64Array(3 * units + 1);
  features.forEach(({ at, size }, unit) => {
    parameters[unit] = weight;
    parameters[units + unit] = -weight * at;
    parameters[2 * units + unit] = size;
  });
  parameters[3 * units] = base;
  return { units, parameters };
}

/** base + blocks as a ReLU network: y = b2 + Σ sizeᵢ·relu(x − atᵢ). */
export function buildFromRelus(blocks: readonly Block[], base = 0): Construction {
  return pack(merge(blocks.flatMap(kinksOf)), 1, base);
}

/**
 * The same curve on [−1, 1] without units it can do without there: kinks from 1 on are not seen, and all
 * those up to −1 are one straight line over the interval, so one unit.
 */
export function buildFromRelusWithin(blocks: readonly Block[], base = 0): Construction {
  const seen = merge(blocks.flatMap(kinksOf)).filter(({ at }) => at < 1 - SAME_PLACE);
  const before = seen.filter(({ at }) => at <= -1);
  const start = before.reduce((sum, { at, size }) => sum + size * (-1 - at), base);
  const moved = seen.map(({ at, size }) => ({ at: Math.max(-1, at), size }));
  return pack(merge(moved), 1, start);
}

/** base + blocks as a network of sigmoids: y = b2 + Σ sizeᵢ·sigmoid(steepness·(x − atᵢ)). */
export function buildFromSigmoids(
  blocks: readonly (Step | Bump)[],
  steepness: number,
  base = 0,
): Construction {
  if (!(steepness > 0)) throw new RangeError(`steepness must be above 0: got ${steepness}`);
  return pack(merge(blocks.flatMap(stepsOf)), steepness, base);
}

/**
 * The same curve as buildFromSigmoids() as a network of tanhs, since sigmoid(2z) = (1 + tanh z)/2:
 * y = b2 + Σ sizeᵢ/2·tanh(steepness/2·(x − atᵢ)), the halves of the sizes in b2.
 */
export function buildFromTanhs(
  blocks: readonly (Step | Bump)[],
  steepness: number,
  base = 0,
): Construction {
  const { units, parameters } = buildFromSigmoids(blocks, steepness, base);
  for (let i = 0; i < 3 * units; i++) parameters[i] /= 2;
  for (let unit = 0; unit < units; unit++) parameters[3 * units] += parameters[2 * units + unit];
  return { units, parameters };
}

/** Value of a construction at x in [−1, 1]. */
export function evaluateConstruction(
  { units, parameters }: Construction,
  activation: 'relu' | 'sigmoid',
  x: number,
): number {
  let sum = parameters[3 * units];
  for (let unit = 0; unit < units; unit++) {
    const input = parameters[unit] * x + parameters[units + unit];
    sum +=
      parameters[2 * units + unit] * (activation === 'relu' ? Math.max(0, input) : sigmoid(input));
  }
  return sum;
}

/** The by-hand start of every course: the curve through values at equal places, one hat each. */
export function interpolate(target: (x: number) => number, pieces: number): Construction {
  if (!Number.isInteger(pieces) || pieces < 1)
    throw new RangeError(`pieces must be a positive integer: got ${pieces}`);
  const at = (i: number) => -1 + (2 * i) / pieces;
  const slope = (i: number) => ((target(at(i + 1)) - target(at(i))) * pieces) / 2;
  const kinks: Block[] = [];
  for (let i = 0; i < pieces; i++)
    kinks.push({ kind: 'kink', at: at(i), bend: i === 0 ? slope(0) : slope(i) - slope(i - 1) });
  return buildFromRelus(kinks, target(-1));
}
