// The network that the blocks make, and how far it is from the target. Not a model by itself.
import { computed, type ReadonlySignal } from '@preact/signals';
import { evaluator } from '../../core/approximation/evaluator.ts';
import { measure } from '../../core/approximation/measure.ts';
import type { Samples } from '../../core/approximation/samples.ts';
import type { Kind, Made, Material, Values } from './kinds/kind.ts';

interface Built {
  readonly rules: ReadonlySignal<Kind>;
  readonly values: ReadonlySignal<Values>;
  readonly made: ReadonlySignal<Made>;
  readonly activation: ReadonlySignal<Material>;
  readonly count: ReadonlySignal<number>;
  readonly preset: ReadonlySignal<{ readonly samples: Samples }>;
  readonly dense: ReadonlySignal<Pick<Samples, 'x' | 'y'>>;
}

export function createMeasures({ rules, values, made, activation, count, preset, dense }: Built) {
  const network = computed(() => rules.value.build(values.value, made.value));
  const drawn = computed(() => evaluator(activation.value, network.value.parameters));
  return {
    network,
    units: computed(() => network.value.units),
    /** What one block does by itself, on the base. */
    alone: computed(() =>
      Array.from(
        { length: count.value },
        (_, i) => rules.value.build(values.value, made.value, i).parameters,
      ),
    ),
    /** RMS that other values would have, on every so many samples. */
    rmsOf(some: Values, every = 1): number {
      const { parameters } = rules.peek().build(some, made.peek());
      const { x, y } = preset.peek().samples;
      const places = every === 1 ? x : x.filter((_, i) => i % every === 0);
      const out = new Float64Array(places.length);
      evaluator(activation.peek(), parameters)(places, out);
      let squares = 0;
      for (let i = 0; i < out.length; i++) squares += (out[i] - y[i * every]) ** 2;
      return Math.sqrt(squares / out.length);
    },
    rms: computed(() => {
      const { samples } = preset.value;
      return measure(drawn.value, samples, samples).rms;
    }),
    /** On the dense grid: the worst of a step is missed by samples. */
    worst: computed(() => measure(drawn.value, preset.value.samples, dense.value).worst),
  };
}
