// Networks of several widths trained in lock-step, as a figure sees them: from a poster or a worker, watched,
// paused, and brought to the step a link names. Not a model by itself: its signals are its figure's.
import {
  batch,
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
  untracked,
} from '@preact/signals';
import type { WidthsInput, WidthsSnapshot, widths } from './jobs/widths.ts';
import type { Surroundings } from './surroundings.ts';
import { createTrainer } from './trainer.ts';

export interface WidthsShown extends Omit<WidthsSnapshot, 'parameters'> {
  readonly parameters: readonly ArrayLike<number>[];
  readonly step: number;
}

export interface WidthsOptions {
  readonly input: ReadonlySignal<WidthsInput>;
  /** The step on show, or the one asked for while the run is on its way there. */
  readonly step: Signal<number>;
  readonly posted: { readonly input: WidthsInput; readonly shown: WidthsShown };
  /** Steps a second at which it is watched; Infinity for as fast as can be. */
  readonly pace: () => number;
}

export function createWidthsRun(options: WidthsOptions, around: Surroundings) {
  const { input, step, posted, pace } = options;
  const trainer = createTrainer<typeof widths>('widths', around);
  const shown = signal<WidthsShown>(posted.shown);
  let begun = input.value;
  /** The input whose run is on show: another as long as that of changed settings has not been heard of. */
  const shownOf = signal(begun);
  /** The run goes on unasked up to here. */
  let arrival = step.value;
  /** What lies before has been seen already. */
  let seenTo = 0;
  let held = false;
  /** The reader has changed something: training goes on with it. A link waits at the step it names. */
  let resume = false;

  const isPoster = () => begun === posted.input && arrival === posted.shown.step;
  const begin = (goOn: boolean) => {
    trainer.start(begun);
    if (arrival > 0) trainer.runTo(arrival);
    else if (goOn && !held) trainer.run(pace());
  };
  // a changed setting or a link: anything but the run's own progress
  effect(() => {
    const wanted = input.value;
    const to = step.value;
    untracked(() => {
      if (wanted === begun && to === arrival) return;
      begun = wanted;
      arrival = to;
      seenTo = 0;
      const goOn = resume;
      resume = false;
      if (isPoster()) {
        trainer.dispose();
        shown.value = posted.shown;
        shownOf.value = begun;
      } else begin(goOn);
    });
  });
  effect(() => {
    const snapshot = trainer.snapshot.value;
    untracked(() => {
      const at = trainer.step.value;
      const state = trainer.state.value;
      if (!snapshot || state === 'empty' || (at < seenTo && state !== 'ended')) return;
      batch(() => {
        shown.value = { ...snapshot, step: at };
        shownOf.value = begun;
        if (at < arrival && state !== 'ended') return;
        arrival = at;
        step.value = at;
      });
    });
  });
  effect(() => () => trainer.dispose());

  /** The poster's run has to be repeated before it can go on. */
  const ensure = () => {
    if (trainer.state.peek() !== 'empty') return;
    seenTo = arrival;
    trainer.start(begun);
  };
  const over = computed(() => shown.value.over);
  /** Back to step 0 with what is chosen after `change`; trains unless the reader has paused. */
  const afresh = (change: () => void) => {
    const before = { input: input.peek(), step: arrival };
    resume = true;
    batch(() => {
      change();
      step.value = 0;
    });
    if (before.step !== 0 || before.input !== input.peek()) return;
    seenTo = 0;
    resume = false;
    begin(true);
  };
  return {
    shown,
    shownOf,
    over,
    running: computed(() => trainer.state.value === 'running'),
    failed: computed(() => trainer.state.value === 'failed'),
    restarted: trainer.restarted,
    afresh,
    train() {
      held = false;
      if (over.peek()) afresh(() => {});
      else {
        ensure();
        trainer.run(pace());
      }
    },
    pause() {
      held = true;
      trainer.pause();
      batch(() => {
        arrival = Math.max(seenTo, trainer.step.peek());
        step.value = arrival;
      });
    },
    stepOnce() {
      held = true;
      if (over.peek()) return;
      ensure();
      trainer.runTo(Math.max(arrival, trainer.step.peek()) + 1);
    },
    /** Changed settings wait to be trained. */
    hold() {
      held = true;
    },
    look: (seen: boolean) => trainer.look(seen),
  };
}
