// Error against width on a chosen target: the best there is with its bracket, what training comes to, and
// what is guaranteed beforehand; and one width looked at.
import { batch, computed, createModel, signal } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import {
  reluBound,
  sigmoidBound,
  slopeVariation,
  variation,
} from '../../core/approximation/bounds.ts';
import type { TargetName } from '../../core/approximation/targets.ts';
import { laboratory } from '../../training/laboratory-surroundings.ts';
import { createOptima, type OptimaPoster } from '../../training/optima.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { type MethodName, methods, widthsInput } from '../../training/widths-methods.ts';
import { createWidthsRun, type WidthsShown } from '../../training/widths-run.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import {
  boundWidths,
  SEEDS,
  type Start,
  trainedWidths,
  WIDEST,
  WIDEST_BEST,
  widerWidths,
} from './settings.ts';
import { type Reading, slopeOf } from './slope.ts';

export interface Poster {
  readonly start: Start;
  readonly shown: WidthsShown;
  readonly optima: OptimaPoster;
}

/** As long as nothing is known of what is trained. */
const NOTHING: WidthsShown = { rms: [], status: [], over: false, parameters: [], step: 0 };

export const ErrorModel = createModel((poster: Poster, around: Surroundings = laboratory) => {
  const { start } = poster;
  const target = signal<TargetName>(start.target);
  const activation = signal<ActivationName>(start.activation);
  const trainer = signal<MethodName>(start.trainer);
  const seed = signal(start.seed);
  const width = signal(start.width);
  const step = signal(poster.shown.step);

  const postedPreset = presetOf(start.target);
  const { samples } = postedPreset;
  const preset = computed(() =>
    target.value === start.target ? postedPreset : presetOf(target.value),
  );
  const optima = createOptima(
    {
      samples: computed(() => preset.value.samples),
      width,
      posted: { samples, poster: poster.optima },
    },
    around,
  );
  const inputOf = (on: typeof samples, choice: Parameters<typeof widthsInput>[2]) => ({
    ...widthsInput(on, trainedWidths, choice),
    wider: widerWidths[choice.trainer],
  });
  const postedInput = inputOf(samples, start);
  const input = computed(() => {
    const isStart =
      target.value === start.target &&
      activation.value === start.activation &&
      trainer.value === start.trainer &&
      seed.value === start.seed;
    if (isStart) return postedInput;
    const choice = {
      activation: activation.value,
      trainer: trainer.value,
      seed: seed.value,
    };
    return inputOf(preset.value.samples, choice);
  });
  const run = createWidthsRun(
    {
      input,
      step,
      posted: { input: postedInput, shown: poster.shown },
      pace: () => Number.POSITIVE_INFINITY,
    },
    around,
  );

  const shown = computed(() => (run.shownOf.value === input.value ? run.shown.value : NOTHING));

  /** Sigmoids that can be steep have the bound of steps, all others that of straight pieces. */
  const stepLike = computed(() => ['sigmoid', 'tanh', 'step'].includes(activation.value));
  const boundAt = computed(() => {
    const total = stepLike.value
      ? variation(preset.value.samples)
      : slopeVariation(preset.value.samples);
    const bound = stepLike.value ? sigmoidBound : reluBound;
    return (units: number): Reading => ({ width: units, rms: bound(total, units) });
  });
  const bounds = computed(() => boundWidths.map(boundAt.value));
  const order = computed(() => [...trainedWidths, ...widerWidths[trainer.value]]);
  const trained = computed<readonly Reading[]>(() =>
    order.value
      .slice(0, shown.value.rms.length)
      .map((units, i) => ({ width: units, rms: shown.value.rms[i] })),
  );
  const best = computed<readonly (Reading & { readonly lowerBound: number })[]>(() => {
    const known = optima.widths.value;
    if (!known) return [];
    return boundWidths
      .slice(0, WIDEST_BEST)
      .map((units) => ({
        width: units,
        rms: known.rms[units],
        lowerBound: known.lowerBounds[units],
      }))
      .filter(({ rms }) => Number.isFinite(rms));
  });
  /** What was trained at build is shown at once, whole; all else is trained. */
  const choose = (change: () => void) =>
    batch(() => {
      run.afresh(change);
      if (input.peek() === postedInput) step.value = poster.shown.step;
    });
  return {
    target,
    activation,
    trainer,
    seed,
    width,
    step,
    preset,
    bounds,
    stepLike,
    trained,
    best,
    running: run.running,
    over: run.over,
    failed: run.failed,
    restarted: run.restarted,
    shown,
    share: computed(() => Math.min(1, shown.value.step / (2 * methods[trainer.value].budget))),
    bestParameters: optima.parameters,
    /** The trained network of the width on show, if that width is trained. */
    parameters: computed(() => shown.value.parameters[order.value.indexOf(width.value)]),
    here: computed(() => ({
      best: best.value.find((reading) => reading.width === width.value),
      trained: trained.value.find((reading) => reading.width === width.value),
      bound: boundAt.value(width.value),
    })),
    slopes: computed(() => ({
      bound: slopeOf(bounds.value),
      best: slopeOf(best.value),
      trained: slopeOf(trained.value),
    })),
    setTarget: (next: TargetName) =>
      choose(() => {
        target.value = next;
      }),
    setActivation: (next: ActivationName) =>
      choose(() => {
        activation.value = next;
      }),
    setTrainer: (next: MethodName) =>
      choose(() => {
        trainer.value = next;
      }),
    newStart: () =>
      choose(() => {
        seed.value = (seed.peek() + 1) % SEEDS;
      }),
    train: run.train,
    pause: run.pause,
    setWidth(next: number) {
      width.value = Math.max(1, Math.min(WIDEST, Math.round(next)));
    },
    wake: optima.wake,
    look(seen: boolean) {
      run.look(seen);
      optima.look(seen);
    },
  };
});
