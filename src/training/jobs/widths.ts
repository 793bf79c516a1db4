// Networks of several widths trained in lock-step on the same samples: one seed, one method, one budget of
// steps for all. A width that has come to its end waits for the others; wider ones wait for all of these.
import type { ActivationName } from '../../core/activations.ts';
import { evaluator } from '../../core/approximation/evaluator.ts';
import { errorsOf } from '../../core/approximation/measure.ts';
import type { Samples } from '../../core/approximation/samples.ts';
import { createRun, type Run, type RunStatus } from '../../core/approximation/trainers/run.ts';
import type { TrainerName } from '../../core/approximation/trainers/trainers.ts';
import type { InitialiserName } from '../../core/initialisers.ts';
import { type Job, wholeStep } from '../job.ts';

export interface WidthsInput {
  readonly samples: Samples;
  readonly widths: readonly number[];
  /** Trained after them, by as many steps of their own. */
  readonly wider?: readonly number[];
  readonly activation: ActivationName;
  readonly trainer: TrainerName;
  readonly recycle: boolean;
  readonly initialiser: InitialiserName;
  readonly seed: number;
  /** Steps of every width at most. */
  readonly budget: number;
}

export interface WidthsSnapshot {
  /** In the order of the widths, wider ones once begun; of the very networks shown, also while a unit is being tried elsewhere. */
  readonly rms: readonly number[];
  readonly status: readonly RunStatus[];
  /** The steps are used up, or nothing is under way any more; of the wider ones, too. */
  readonly over: boolean;
  /** w (H), b (H), a (H), c of each. */
  readonly parameters: readonly Float64Array[];
}

/** RMS below this is not told from zero. */
const NEGLIGIBLE = 1e-6;

/** One step of the run is one step of every width that is under way. */
export const widths: Job<WidthsInput, never, WidthsSnapshot> = (input) => {
  const { samples, budget, initialiser, ...options } = input;
  const begun = (widths: readonly number[]) =>
    widths.map((width) =>
      createRun(samples, { ...options, width, start: initialiser, targetRms: NEGLIGIBLE }),
    );
  let group = begun(input.widths);
  const runs = [...group];
  const seen = ({ status, parameters }: Run) => ({
    status: status(),
    parameters: parameters.slice(),
  });
  /** The runs after the last step; some are ahead in the midst of one. */
  const shown = runs.map(seen);
  let waiting = input.wider ?? [];
  let left = budget;
  let over = false;
  const rmsOf = (parameters: Float64Array) =>
    errorsOf(evaluator(input.activation, parameters), samples).rms;
  /** Whose turn it is in the group. */
  let turn = 0;
  const part = () => {
    if (left > 0) {
      if (!group[turn].part() || ++turn < group.length) return undefined;
      turn = 0;
      left--;
      runs.forEach((run, i) => {
        shown[i].status = run.status();
        shown[i].parameters.set(run.parameters);
      });
    }
    if (left > 0 && group.some((run) => run.status() === 'running')) return true;
    if (waiting.length === 0) {
      over = true;
      return false;
    }
    group = begun(waiting);
    runs.push(...group);
    shown.push(...group.map(seen));
    waiting = [];
    left = budget;
    return true;
  };
  return {
    advance: wholeStep(part),
    part,
    change() {},
    show: () => ({
      value: {
        rms: shown.map(({ parameters }) => rmsOf(parameters)),
        status: shown.map(({ status }) => status),
        over,
        parameters: shown.map(({ parameters }) => parameters.slice()),
      },
      transfer: [],
    }),
  };
};
