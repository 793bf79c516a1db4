// What gradient descent makes of the same target with as many neurons of the same activation: known at build
// for some, else trained in a worker, one width at a time, and remembered. Not a model by itself: its signals
// are its figure's.
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { WidthsInput, widths } from '../../training/jobs/widths.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { createTrainer } from '../../training/trainer.ts';

export interface Problem {
  /** Equal for equal problems. */
  readonly key: string;
  readonly input: () => WidthsInput;
}

export function createRival(
  problem: ReadonlySignal<Problem>,
  posted: ReadonlyMap<string, number>,
  around: Surroundings,
) {
  const trainer = createTrainer<typeof widths>('widths', around);
  const known = signal(posted);
  const awake = signal(false);
  const begun = signal('');

  effect(() => {
    const { key, input } = problem.value;
    if (!awake.value || known.value.has(key)) return;
    untracked(() => {
      if (begun.value === key) return;
      begun.value = key;
      trainer.start(input());
      trainer.run();
    });
  });
  effect(() => {
    if (trainer.state.value !== 'ended') return;
    untracked(() => {
      const rms = trainer.snapshot.value?.rms[0];
      if (rms === undefined) return;
      known.value = new Map(known.value).set(begun.value, rms);
      begun.value = '';
    });
  });
  effect(() => () => trainer.dispose());

  return {
    rms: computed(() => known.value.get(problem.value.key)),
    failed: computed(() => trainer.state.value === 'failed'),
    wake() {
      awake.value = true;
    },
    look: (seen: boolean) => trainer.look(seen),
  };
}
