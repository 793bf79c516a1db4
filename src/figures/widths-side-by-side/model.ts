// Seven widths trained in lock-step, from one seed and with one budget, each held against the best of its
// width.
import { computed, createModel, signal } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import type { TargetName } from '../../core/approximation/targets.ts';
import { laboratory } from '../../training/laboratory-surroundings.ts';
import { createOptima, type OptimaPoster } from '../../training/optima.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { type MethodName, methods, widthsInput } from '../../training/widths-methods.ts';
import { createWidthsRun, type WidthsShown } from '../../training/widths-run.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import { SEEDS, type Start, widths } from './settings.ts';

export interface Poster {
  readonly start: Start;
  readonly shown: WidthsShown;
  readonly optima: OptimaPoster;
}

export const WidthsModel = createModel((poster: Poster, around: Surroundings = laboratory) => {
  const { start } = poster;
  const target = signal<TargetName>(start.target);
  const activation = signal<ActivationName>(start.activation);
  const trainer = signal<MethodName>(start.trainer);
  const seed = signal(start.seed);
  const step = signal(start.step);

  const postedPreset = presetOf(start.target);
  const { samples } = postedPreset;
  const preset = computed(() =>
    target.value === start.target ? postedPreset : presetOf(target.value),
  );
  const optima = createOptima(
    {
      samples: computed(() => preset.value.samples),
      width: signal(0),
      posted: { samples, poster: poster.optima },
    },
    around,
  );
  const postedInput = widthsInput(samples, widths, start);
  const input = computed(() => {
    const isStart =
      target.value === start.target &&
      activation.value === start.activation &&
      trainer.value === start.trainer &&
      seed.value === start.seed;
    if (isStart) return postedInput;
    const choice = { activation: activation.value, trainer: trainer.value, seed: seed.value };
    return widthsInput(preset.value.samples, widths, choice);
  });
  const run = createWidthsRun(
    {
      input,
      step,
      posted: { input: postedInput, shown: poster.shown },
      pace: () => methods[trainer.peek()].pace,
    },
    around,
  );
  const panels = computed(() => {
    const { rms, parameters } = run.shown.value;
    const known = optima.widths.value;
    return widths.map((width, i) => {
      const best = known?.rms[width];
      return {
        width,
        rms: rms[i],
        parameters: parameters[i],
        best: best !== undefined && Number.isFinite(best) ? best : undefined,
        lowerBound: known?.lowerBounds[width] ?? 0,
      };
    });
  });
  return {
    target,
    activation,
    trainer,
    seed,
    step,
    preset,
    panels,
    shown: run.shown,
    shownOf: run.shownOf,
    over: run.over,
    running: run.running,
    failed: run.failed,
    restarted: run.restarted,
    setTarget: (next: TargetName) =>
      run.afresh(() => {
        target.value = next;
      }),
    setActivation: (next: ActivationName) =>
      run.afresh(() => {
        activation.value = next;
      }),
    setTrainer: (next: MethodName) =>
      run.afresh(() => {
        trainer.value = next;
      }),
    startOver: () => run.afresh(() => {}),
    newStart: () =>
      run.afresh(() => {
        seed.value = (seed.peek() + 1) % SEEDS;
      }),
    train: run.train,
    pause: run.pause,
    stepOnce: run.stepOnce,
    hold: run.hold,
    wake: optima.wake,
    look(seen: boolean) {
      run.look(seen);
      optima.look(seen);
    },
  };
});
