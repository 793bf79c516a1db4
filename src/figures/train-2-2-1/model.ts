// A 2-2-1 network that learns the points, and what becomes of it from many starts. The numbers come
// from a worker; before anything was started they are those of the poster, trained at build.
import { batch, computed, createModel, effect, signal, untracked } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import { createMlp } from '../../core/mlp.ts';
import type { OptimiserName } from '../../core/optimisers.ts';
import { trainerOf } from '../../training/named.ts';
import { browser, type Surroundings } from '../../training/surroundings.ts';
import { createPointEditor } from '../../ui/point-editor.ts';
import { steadyScale } from './domain.ts';
import {
  type Pace,
  paces,
  planeInput,
  posterSteps,
  type Settings,
  trialSteps,
  usual,
} from './settings.ts';
import { createTries, type TriedAtBuild } from './tries.ts';
import { judged, type Run, stateOf } from './verdict.ts';

export interface Poster {
  readonly parameters: readonly number[];
  readonly loss: number;
  readonly losses: readonly number[];
  readonly stride: number;
  readonly trials: readonly TriedAtBuild[];
}

/** A way of so many steps back to a shared run is worth watching; a shorter one would only flicker. */
const longWay = 20_000;

export const TrainModel = createModel((poster: Poster, around: Surroundings = browser) => {
  const editor = createPointEditor();
  const activation = signal<ActivationName>(usual.activation);
  const optimiser = signal<OptimiserName>(usual.optimiser);
  const rate = signal(usual.rate);
  const seed = signal(usual.seed);
  /** The step on show, or the step a link asks for while the run is on its way there. */
  const step = signal(posterSteps);
  const pace = signal<Pace>('normal');
  /** The point looked at. */
  const pointed = signal<number | undefined>(undefined);

  const posted: Run = {
    activation: usual.activation,
    parameters: Float64Array.from(poster.parameters),
    loss: poster.loss,
    losses: Float64Array.from(poster.losses),
    stride: poster.stride,
    status: 'running',
    step: posterSteps,
  };
  const run = signal<Run>(posted);
  const trainer = trainerOf('plane', around);
  const tries = createTries(poster.trials, { optimiser, rate, points: editor.settled }, around);

  const request = computed(() => ({
    settings: {
      activation: activation.value,
      optimiser: optimiser.value,
      rate: rate.value,
      seed: seed.value,
    },
    points: editor.settled.value,
  }));
  /** The reader has it train, until paused. */
  const training = signal(false);
  const running = computed(() => training.value && trainer.state.value === 'running');
  /** Nothing but the poster has been seen yet. */
  const untouched = computed(() => run.value === posted);
  const mlp = computed(() => createMlp({ sizes: [2, 2, 1], hidden: run.value.activation }));
  const marked = computed(() => judged(mlp.value, run.value.parameters, editor.points.value));
  /** The point to be seen in both planes. */
  const highlighted = computed(() => {
    const index = editor.edit.value === 'off' ? pointed.value : editor.chosen.value;
    return index !== undefined && index in marked.value ? index : undefined;
  });
  const wrong = computed(() => marked.value.filter((point) => point.wrong).length);
  const hiddenScale = steadyScale(() => marked.value.map(({ h1, h2 }) => [h1, h2]));
  const state = computed(() => stateOf(mlp.value, run.value, editor.points.value, wrong.value));

  /** What the run on show was started with, and the step up to which it goes unasked. */
  let begun = request.value;
  let heading = posterSteps;

  const go = () => trainer.run(paces[pace.value]);
  const begin = () => {
    if (begun.points.length === 0) {
      trainer.dispose();
      return;
    }
    trainer.start(planeInput(begun.settings, begun.points));
    if (training.value) go();
    else if (heading > 0) trainer.runTo(heading);
  };
  /** Has the trainer do what is chosen, if it does not already. */
  const reconcile = () => {
    const wanted = request.value;
    const to = step.value;
    if (wanted === begun && to === heading) return;
    // a step from outside ends the training; other points only have it begin again
    if (to !== heading) training.value = false;
    begun = wanted;
    heading = training.value ? 0 : to;
    step.value = heading;
    if (to === posterSteps && isUsual(wanted.settings) && editor.untouched.value) {
      trainer.dispose();
      run.value = posted;
    } else begin();
  };
  // a link, a reset, or edited points; actions reconcile by themselves, as their effects come late
  effect(() => {
    request.value;
    step.value;
    untracked(reconcile);
  });
  effect(() => {
    const seen = trainer.snapshot.value;
    untracked(() => {
      const at = trainer.step.value;
      const onTheWay = at < heading && trainer.state.value !== 'ended';
      if (!seen || (onTheWay && heading < longWay)) return;
      batch(() => {
        run.value = { ...seen, step: at, activation: begun.settings.activation };
        if (onTheWay) return;
        heading = at;
        step.value = at;
      });
    });
  });
  effect(() => () => trainer.dispose());

  /** The poster's run has to be repeated before it can go on. */
  const ensure = () => {
    if (trainer.state.value === 'empty') begin();
  };
  /** From step 0, with what is chosen after `change`; goes on if it was going. */
  const afresh = (change: () => void) => {
    const going = running.value;
    change();
    step.value = 0;
    reconcile();
    if (going) train();
  };

  const train = () => {
    training.value = true;
    go();
  };

  return {
    editor,
    activation,
    optimiser,
    rate,
    seed,
    step,
    pace,
    run,
    running,
    untouched,
    mlp,
    marked,
    highlighted,
    wrong,
    hiddenScale,
    state,
    trainer: { state: trainer.state, restarted: trainer.restarted, failure: trainer.failure },
    tries,
    /** Trains from the start where there is nothing to go on from, and on from here otherwise. */
    train() {
      if (untouched.value || trainer.state.value === 'ended') afresh(() => {});
      ensure();
      train();
    },
    pause() {
      training.value = false;
      heading = trainer.step.value;
      step.value = heading;
      trainer.pause();
    },
    stepOnce() {
      training.value = false;
      ensure();
      trainer.runTo(Math.max(heading, trainer.step.value) + 1);
    },
    startOver: () => afresh(() => {}),
    newStart: () =>
      afresh(() => {
        seed.value = (seed.value + 1) % 10_000;
      }),
    setActivation: (next: ActivationName) =>
      afresh(() => {
        activation.value = next;
      }),
    setOptimiser: (next: OptimiserName) =>
      afresh(() => {
        optimiser.value = next;
      }),
    setRate: (next: number) =>
      afresh(() => {
        rate.value = next;
      }),
    setSeed: (next: number) =>
      afresh(() => {
        seed.value = next;
      }),
    setPace(next: Pace) {
      pace.value = next;
      if (running.value) go();
    },
    /** Shows the run of a trial, at the step at which it was judged. */
    visitTrial(of: ActivationName, from: number) {
      const { optimiser: by, rate: at, points } = tries.conditions.value;
      optimiser.value = by;
      rate.value = at;
      if (points === undefined) editor.setData('article');
      activation.value = of;
      seed.value = from;
      step.value = trialSteps;
      reconcile();
    },
    point(index: number | undefined) {
      pointed.value = index;
    },
    look(seen: boolean) {
      trainer.look(seen);
      tries.look(seen);
    },
  };
});

function isUsual({ activation, optimiser, rate, seed }: Settings): boolean {
  return (
    activation === usual.activation &&
    optimiser === usual.optimiser &&
    rate === usual.rate &&
    seed === usual.seed
  );
}
