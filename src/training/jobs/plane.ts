// Trains one 2-H-1 network on labelled points of the plane.
import type { ActivationName } from '../../core/activations.ts';
import type { PlanePoint } from '../../core/datasets.ts';
import type { InitialiserName } from '../../core/initialisers.ts';
import type { LossName } from '../../core/losses.ts';
import { createMlp } from '../../core/mlp.ts';
import type { OptimiserName } from '../../core/optimisers.ts';
import { type TrainingStatus, train } from '../../core/train.ts';
import { planeProblem } from '../../core/trial.ts';
import type { Job } from '../job.ts';
import { createLossCurve, type LossCurve } from '../loss-curve.ts';

export interface PlaneInput {
  readonly points: readonly PlanePoint[];
  readonly activation: ActivationName;
  readonly hidden: number;
  readonly optimiser: OptimiserName;
  readonly learningRate: number;
  readonly loss: LossName;
  readonly initialiser: InitialiserName;
  readonly seed: number;
  /** The run ends here at the latest. */
  readonly steps: number;
}

export interface PlaneSnapshot extends LossCurve {
  readonly parameters: Float64Array;
  readonly loss: number;
  readonly status: TrainingStatus;
}

/** One step of the run is one step of the optimiser. */
export const plane: Job<PlaneInput, never, PlaneSnapshot> = (input) => {
  const { points, activation, hidden, optimiser, learningRate, loss, seed, steps } = input;
  const mlp = createMlp({ sizes: [2, hidden, 1], hidden: activation });
  const run = train(planeProblem(mlp, points), {
    optimiser,
    learningRate,
    loss,
    seed,
    start: input.initialiser,
    stepsPerYield: 1,
    stop: { steps },
  });
  const curve = createLossCurve();
  const next = () => {
    const result = run.next();
    curve.add(result.value.step, result.value.loss);
    return result.value;
  };
  let now = next();
  return {
    advance() {
      now = next();
      return now.status === 'running';
    },
    change() {},
    show() {
      const { loss: lossNow, status } = now;
      const parameters = now.parameters.slice();
      const { losses, stride } = curve.curve();
      return {
        value: { parameters, loss: lossNow, status, losses, stride },
        transfer: [parameters.buffer, losses.buffer as ArrayBuffer],
      };
    },
  };
};
