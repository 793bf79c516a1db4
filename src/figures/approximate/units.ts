// What a network is made of: its units from left to right, what each adds, and which do nothing.
import { type ActivationName, activations } from '../../core/activations.ts';
import { bends } from './geometry.ts';

/** 'silent': its part is constant on the interval. 'straight': it bends nowhere inside. */
export type UnitState = 'working' | 'straight' | 'silent';

export interface Unit {
  /** Place among the parameters. */
  readonly index: number;
  readonly bend: number;
  readonly weight: number;
  readonly bias: number;
  readonly height: number;
  readonly state: UnitState;
}

const LOOKS = 33;
/** Shares of the target's range below which a part counts as constant or straight. */
const FLAT = 1e-6;
const STRAIGHT = 1e-3;

/** Value of one unit's part at x: aᵢσ(wᵢx + bᵢ). */
export function partOf(activation: ActivationName, parameters: Float64Array, unit: number) {
  const { value } = activations[activation];
  const width = (parameters.length - 1) / 3;
  const [weight, bias, height] = [unit, width + unit, 2 * width + unit].map((k) => parameters[k]);
  return (x: number) => height * value(weight * x + bias);
}

function stateOf(part: (x: number) => number, range: number): UnitState {
  const first = part(-1);
  const rise = (part(1) - first) / 2;
  let least = first;
  let greatest = first;
  let bent = 0;
  for (let i = 0; i <= LOOKS; i++) {
    const x = (2 * i) / LOOKS - 1;
    const value = part(x);
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    bent = Math.max(bent, Math.abs(value - first - rise * (x + 1)));
  }
  if (greatest - least <= FLAT * range) return 'silent';
  return bent <= STRAIGHT * range ? 'straight' : 'working';
}

/** Every unit in the order of its bend; those that have none (w = 0) come last. `range`: the target's. */
export function unitsOf(
  activation: ActivationName,
  parameters: Float64Array,
  range: number,
): readonly Unit[] {
  const width = (parameters.length - 1) / 3;
  const places = bends(parameters);
  const order = (bend: number) => (Number.isFinite(bend) ? bend : Number.POSITIVE_INFINITY);
  return Array.from({ length: width }, (_, index) => ({
    index,
    bend: places[index],
    weight: parameters[index],
    bias: parameters[width + index],
    height: parameters[2 * width + index],
    state: stateOf(partOf(activation, parameters, index), range),
  })).sort((a, b) => order(a.bend) - order(b.bend) || a.index - b.index);
}

/** Jump of the slope at the bend, a·|w|·(σ′(0+) − σ′(0−)), of an activation with a kink at 0. */
export function slopeJump(
  activation: ActivationName,
  { height, weight }: Unit,
): number | undefined {
  const { kinks, derivative } = activations[activation];
  if (kinks[0] !== 0) return undefined;
  return height * Math.abs(weight) * (derivative(1e-9) - derivative(-1e-9));
}
