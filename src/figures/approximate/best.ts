// The best known ReLU network of the width on show and its bracket, for the problem on show: from the
// poster, or computed in a worker of its own. Not a model by itself: its signals are its figure's.
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { OptimalNetwork } from '../../core/approximation/network.ts';
import type { optimum } from '../../training/jobs/optimum.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { createTrainer } from '../../training/trainer.ts';
import type { Problem } from './problem.ts';
import { WIDEST_OPTIMUM } from './settings.ts';

export interface BestOptions {
  readonly problem: ReadonlySignal<Problem>;
  readonly width: ReadonlySignal<number>;
  /** Computed at build, for one problem and width. */
  readonly posted: { readonly problem: Problem; readonly network: OptimalNetwork };
}

export function createBest({ problem, width, posted }: BestOptions, around: Surroundings) {
  const trainer = createTrainer<typeof optimum>('optimum', around);
  /** Nothing is computed before somebody looks. */
  const awake = signal(false);
  /** The whole curve is wanted, even where the poster would do. */
  const pressed = signal(false);
  const begun = signal<Problem | undefined>(undefined);

  const isPosted = computed(
    () => problem.value === posted.problem && width.value === posted.network.width,
  );
  effect(() => {
    const wanted = problem.value;
    const units = width.value;
    if (!awake.value || (isPosted.value && !pressed.value)) return;
    untracked(() => {
      if (begun.value !== wanted) {
        begun.value = wanted;
        trainer.start({ samples: wanted.samples, width: units, all: false });
      } else trainer.change({ width: units });
      trainer.run();
    });
  });
  effect(() => () => trainer.dispose());

  const current = computed(() =>
    begun.value === problem.value ? trainer.snapshot.value : undefined,
  );
  return {
    /** There is an optimum to compare with. */
    known: computed(() => width.value <= WIDEST_OPTIMUM),
    network: computed<OptimalNetwork | undefined>(() => {
      if (isPosted.value) return posted.network;
      const network = current.value?.network;
      return network?.width === width.value ? network : undefined;
    }),
    curve: computed(() => current.value?.curve),
    /** The search stopped and could not be brought back by itself. */
    failed: computed(() => trainer.state.value === 'failed'),
    restarted: trainer.restarted,
    wake() {
      awake.value = true;
    },
    /** Computes the curve even where the poster would do, and again if the search had stopped. */
    press() {
      pressed.value = true;
      if (trainer.state.peek() === 'failed') trainer.run();
    },
    look: (seen: boolean) => trainer.look(seen),
  };
}
