// Fits a 1-H-1 network to samples of a function. The trainer can be changed on the way: the course says
// how the run went on from which step, and the same course from the same start gives the same bits.
import type { ActivationName } from '../../core/activations.ts';
import type { OptimalCurve } from '../../core/approximation/curve.ts';
import { createGauge } from '../../core/approximation/gauge.ts';
import type { Errors } from '../../core/approximation/measure.ts';
import type { Samples } from '../../core/approximation/samples.ts';
import { createRun, type RunStatus } from '../../core/approximation/trainers/run.ts';
import type { Recycling } from '../../core/approximation/trainers/stepper.ts';
import type { TrainerName } from '../../core/approximation/trainers/trainers.ts';
import type { InitialiserName } from '../../core/initialisers.ts';
import type { Parts } from '../../core/parts.ts';
import { type Job, wholeStep } from '../job.ts';

export interface Method {
  readonly trainer: TrainerName;
  /** Whether idle units are taken up and planted anew. */
  readonly recycle: boolean;
  /** RMS at which the run may stop; 0: when nothing is left to see. */
  readonly goal: number;
}

/** From step `at` on, by this method. */
export interface Leg extends Method {
  readonly at: number;
}

/** In the order of the steps; the first leg starts at 0. */
export type Course = readonly Leg[];

export interface FitInput {
  readonly samples: Samples;
  /** Where the fit is also measured. */
  readonly dense: Pick<Samples, 'x' | 'y'>;
  readonly activation: ActivationName;
  readonly width: number;
  readonly initialiser: InitialiserName;
  readonly seed: number;
  readonly course: Course;
  /** The optima, if the course jumps to one. */
  readonly optima?: OptimalCurve | undefined;
}

export interface FitChange extends Method {
  readonly optima?: OptimalCurve | undefined;
}

export interface FitSnapshot {
  readonly activation: ActivationName;
  /** w (H), b (H), a (H), c. */
  readonly parameters: Float64Array<ArrayBuffer>;
  /** On the samples. */
  readonly rms: number;
  /** On the dense grid, `at` a step that lies a little behind while it is busy; absent until there is one. */
  readonly measured: (Errors & { readonly at: number }) | undefined;
  readonly status: RunStatus;
  readonly course: Course;
  /** Units in the air, or last moved; `count` grows with every time. */
  readonly recycled: { readonly count: number; readonly moves: readonly Recycling[] };
}

/** RMS below this is not told from zero. */
export const NEGLIGIBLE = 1e-6;

/** One step of the run is one step of the trainer. */
export const curveFit: Job<FitInput, FitChange, FitSnapshot> = (input) => {
  const { samples, dense, activation, width, initialiser, seed, optima } = input;
  const [first, ...ahead] = input.course;
  if (first?.at !== 0) throw new Error(`a course starts at step 0: got ${first?.at}`);
  const options = ({ trainer, recycle, goal }: Method) => ({
    trainer,
    recycle,
    targetRms: Math.max(goal, NEGLIGIBLE),
  });
  const start = { ...options(first), optima: optima ?? null };
  const run = createRun(samples, { ...start, activation, width, start: initialiser, seed });
  const course: Leg[] = [first];
  let recycled: FitSnapshot['recycled'] = { count: 0, moves: [] };
  let measured: FitSnapshot['measured'];
  let gauge: ReturnType<typeof createGauge> | undefined;
  /** A measurement under way, and the step it is of. */
  let measuring: { readonly at: number; readonly parts: Parts<Errors> } | undefined;

  const take = (leg: Leg, known = optima) => {
    if (course.at(-1)?.at === leg.at) course.pop();
    course.push(leg);
    run.change({ ...options(leg), optima: known ?? null });
  };

  const part = () => {
    if (!run.part()) return undefined;
    const moves = run.recycled();
    if (moves !== recycled.moves && moves.length > 0)
      recycled = { count: recycled.count + 1, moves };
    for (let leg = ahead[0]; leg && leg.at <= run.steps(); leg = ahead[0]) {
      ahead.shift();
      take(leg);
    }
    return run.status() === 'running';
  };

  return {
    advance: wholeStep(part),
    part,
    change({ trainer, recycle, goal, optima: known }) {
      ahead.length = 0;
      take({ trainer, recycle, goal, at: run.steps() }, known ?? optima);
    },
    refresh(resting) {
      const at = run.steps();
      if (measuring?.at !== at && (resting || !measuring)) {
        if (measured?.at === at) return true;
        gauge ??= createGauge(dense, activation, width);
        measuring = { at, parts: gauge(run.parameters) };
      }
      const part = measuring.parts.next();
      if (!part.done) return false;
      measured = { ...part.value, at: measuring.at };
      measuring = undefined;
      return true;
    },
    show() {
      const parameters = run.parameters.slice();
      return {
        value: {
          activation,
          parameters,
          rms: run.rms(),
          measured,
          status: run.status(),
          course: [...course],
          recycled,
        },
        transfer: [parameters.buffer],
        behind: measured?.at !== run.steps(),
      };
    },
  };
};
