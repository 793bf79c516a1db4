// The best ReLU networks of all widths on given samples, as a figure sees them: known at build for one
// problem, else computed in a worker once somebody looks. Not a model by itself: its signals are its figure's.
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Samples } from '../core/approximation/samples.ts';
import type { OptimumSnapshot, optimum } from './jobs/optimum.ts';
import type { Surroundings } from './surroundings.ts';
import { createTrainer } from './trainer.ts';

/** By width from 0, as far as known: NaN where not yet. */
export interface Optima {
  /** No ReLU network has a smaller RMS on the samples. */
  readonly lowerBounds: ArrayLike<number>;
  /** RMS of the best network found. */
  readonly rms: ArrayLike<number>;
}

export interface OptimaPoster extends Optima {
  /** The width of the network that comes with it; 0: none. */
  readonly width: number;
  readonly parameters: readonly number[];
}

export interface OptimaOptions {
  readonly samples: ReadonlySignal<Samples>;
  /** The width whose network is wanted; 0: none. */
  readonly width: ReadonlySignal<number>;
  readonly posted: { readonly samples: Samples; readonly poster: OptimaPoster };
}

export function createOptima({ samples, width, posted }: OptimaOptions, around: Surroundings) {
  const trainer = createTrainer<typeof optimum>('optimum', around);
  const awake = signal(false);
  const begun = signal<Samples | undefined>(undefined);
  /** What the worker last said of the problem before. */
  let stale: OptimumSnapshot | undefined;

  const isPosted = computed(() => samples.value === posted.samples);
  effect(() => {
    const wanted = samples.value;
    const units = width.value;
    if (!awake.value || (isPosted.value && units === posted.poster.width)) return;
    untracked(() => {
      if (begun.value === wanted) trainer.change({ width: units });
      else {
        stale = trainer.snapshot.value;
        trainer.start({ samples: wanted, width: units, all: true });
        begun.value = wanted;
      }
      trainer.run();
    });
  });
  effect(() => () => trainer.dispose());

  const current = computed(() => {
    const snapshot = trainer.snapshot.value;
    return begun.value === samples.value && snapshot !== stale ? snapshot : undefined;
  });
  const postedParameters = Float64Array.from(posted.poster.parameters);
  return {
    widths: computed<Optima | undefined>(() => {
      if (isPosted.value) return posted.poster;
      return current.value?.curve ? current.value : undefined;
    }),
    /** w (H), b (H), a (H), c of the best network of the width wanted. */
    parameters: computed<Float64Array | undefined>(() => {
      if (isPosted.value && width.value === posted.poster.width) return postedParameters;
      const network = current.value?.network;
      return network?.width === width.value ? network.parameters : undefined;
    }),
    failed: computed(() => trainer.state.value === 'failed'),
    restarted: trainer.restarted,
    wake() {
      awake.value = true;
    },
    look: (seen: boolean) => trainer.look(seen),
  };
}
