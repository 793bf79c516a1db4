// The figure's state: a target, a network that is trained to imitate it in a worker, and the best one of
// its width to compare with.
import {
  batch,
  computed,
  createModel,
  effect,
  type ReadonlySignal,
  signal,
  untracked,
} from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import type { OptimalNetwork } from '../../core/approximation/network.ts';
import type { TargetName } from '../../core/approximation/targets.ts';
import type { InitialiserName } from '../../core/initialisers.ts';
import { laboratory } from '../../training/laboratory-surroundings.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { createBest } from './best.ts';
import { createFitting } from './fitting.ts';
import type { Shown } from './fitting-options.ts';
import { type Problem, presetProblem } from './problem.ts';
import type { Start } from './settings.ts';

/** Computed at build by the same core: the run on show, and the best network of its width. */
export interface Poster {
  readonly start: Start;
  readonly shown: Omit<Shown, 'parameters'> & { readonly parameters: readonly number[] };
  readonly best: Omit<OptimalNetwork, 'parameters'> & { readonly parameters: readonly number[] };
}

export interface Parts {
  readonly problem: ReadonlySignal<Problem>;
  readonly start: Start;
  readonly poster: Poster;
  readonly posted: Problem;
  readonly ready?: ReadonlySignal<boolean>;
}

/** What the two forms of the figure share: the run and the optimum on a problem. */
export function createApproximation(
  { problem, start, poster, posted, ready }: Parts,
  around: Surroundings,
) {
  const width = signal(start.width);
  const network = { ...poster.best, parameters: Float64Array.from(poster.best.parameters) };
  const shown = { ...poster.shown, parameters: Float64Array.from(poster.shown.parameters) };
  const best = createBest({ problem, width, posted: { problem: posted, network } }, around);
  const fitting = createFitting(
    { problem, start, width, posted: { problem: posted, shown }, ready, optima: best.curve },
    around,
  );
  const jumping = signal(false);

  effect(() => {
    if (!fitting.course.value.some(({ trainer }) => trainer === 'jump')) return;
    untracked(() => {
      best.press();
      best.wake();
    });
  });
  effect(() => {
    if (!jumping.value || !best.curve.value) return;
    untracked(() => {
      jumping.value = false;
      fitting.jump();
    });
  });

  effect(() => {
    if (best.failed.value) jumping.value = false;
  });

  return {
    ...fitting,
    best,
    jumping,
    setActivation: (next: ActivationName) =>
      fitting.afresh(() => {
        fitting.activation.value = next;
      }),
    setWidth: (next: number) =>
      fitting.afresh(() => {
        width.value = next;
      }),
    setSeed: (next: number) =>
      fitting.afresh(() => {
        fitting.seed.value = next;
      }),
    setInitialiser: (next: InitialiserName) =>
      fitting.afresh(() => {
        fitting.initialiser.value = next;
      }),
    /** To the optimum, as soon as it is known. */
    jump() {
      batch(() => {
        best.press();
        best.wake();
        jumping.value = true;
      });
    },
    look(seen: boolean) {
      fitting.look(seen);
      best.look(seen);
    },
  };
}

export type Approximation = ReturnType<typeof createApproximation>;

/** The article's form: preset targets. */
export const ApproximateModel = createModel((poster: Poster, around: Surroundings = laboratory) => {
  const { start } = poster;
  const target = signal<TargetName>(start.target);
  const posted = presetProblem(start.target);
  const problem = computed(() =>
    target.value === start.target ? posted : presetProblem(target.value),
  );
  const approximation = createApproximation({ problem, start, poster, posted }, around);
  return {
    target,
    problem,
    ...approximation,
    setTarget: (next: TargetName) =>
      approximation.afresh(() => {
        target.value = next;
      }),
  };
});
