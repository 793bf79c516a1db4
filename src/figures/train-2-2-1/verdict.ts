// What has become of the network on show: how many points are right, and if not all, why.
import { type ActivationName, activations } from '../../core/activations.ts';
import type { PlanePoint } from '../../core/datasets.ts';
import { deadUnitsOf } from '../../core/dead-units.ts';
import { type Mlp, trace } from '../../core/mlp.ts';
import type { TrainingStatus } from '../../core/train.ts';
import type { LossCurve } from '../../training/loss-curve.ts';
import type { Marked } from '../../ui/Points.tsx';

/** A point with what the network makes of it; `wrong` where the sign of the output is not its class's. */
export interface Judged extends Marked {
  readonly h1: number;
  readonly h2: number;
  readonly output: number;
}

/** Every point through the network; output above 0 is class A. */
export function judged(
  mlp: Mlp,
  parameters: Float64Array,
  points: readonly PlanePoint[],
): readonly Judged[] {
  return points.map(({ x1, x2, label }) => {
    const { outputs } = trace(mlp, parameters, [x1, x2]);
    const [h1, h2] = outputs[0];
    const output = outputs[1][0];
    return { x: x1, y: x2, label, h1, h2, output, wrong: output > 0 !== (label === 'A') };
  });
}

export type State =
  | 'empty'
  | 'start'
  | 'solved'
  | 'diverged'
  | 'silent'
  | 'stuck'
  | 'same'
  | 'learning';

/** A loss that fell by less than this share over the last two fifths of a run of some length is stuck. */
const idleShare = 0.02;
const longEnough = 300;

export interface Run extends LossCurve {
  readonly activation: ActivationName;
  readonly parameters: Float64Array;
  readonly loss: number;
  readonly status: TrainingStatus;
  readonly step: number;
}

/** The run in one word; the first that applies. */
export function stateOf(mlp: Mlp, run: Run, points: readonly PlanePoint[], wrong: number): State {
  if (points.length === 0) return 'empty';
  if (run.status === 'diverged') return 'diverged';
  if (wrong === 0) return 'solved';
  if (deadUnits(mlp, run.parameters, points).length > 0) return 'silent';
  if (run.step === 0) return 'start';
  const before = run.losses[Math.floor((0.6 * run.step) / run.stride)];
  if (run.step < longEnough || run.loss < before * (1 - idleShare)) return 'learning';
  return cutAlike(mlp, run.parameters, points) ? 'same' : 'stuck';
}

/** Units (0 or 1) whose slope vanishes at every point; a step's slope vanishes everywhere. */
export function deadUnits(mlp: Mlp, parameters: Float64Array, points: readonly PlanePoint[]) {
  return points.length === 0 ? [] : deadUnitsOf(mlp, parameters, points);
}

/** Whether both units' lines part the points in the same way, but for one point at most. */
export function cutAlike(mlp: Mlp, parameters: Float64Array, points: readonly PlanePoint[]) {
  const alike = points.filter(({ x1, x2 }) => {
    const [z1, z2] = trace(mlp, parameters, [x1, x2]).sums[0];
    return z1 > 0 === z2 > 0;
  }).length;
  return alike <= 1 || alike >= points.length - 1;
}

/** Why a unit's slope can vanish at every point: σ is level below 0, level everywhere, or far out. */
export function whySilent(mlp: Mlp): 'off' | 'level' | 'saturated' {
  const { range, attained, jumps } = activations[mlp.layers[0].activation];
  if (jumps.length > 0) return 'level';
  return attained[0] && range[1] === Number.POSITIVE_INFINITY ? 'off' : 'saturated';
}
