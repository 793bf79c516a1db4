// The network that the blocks make, and how far it is from the target. Not a model by itself.
import { computed, type ReadonlySignal } from '@preact/signals';
import { evaluator } from '../../core/approximation/evaluator.ts';
import { errorsOf } from '../../core/approximation/measure.ts';
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
    rmsOf(others: Values, every = 1): number {
      const { parameters } = rules.peek().build(others, made.peek());
      const { x, y } = preset.peek().samples;
      const some = (values: Float64Array) => values.filter((_, i) => i % every === 0);
      const places = every === 1 ? { x, y } : { x: some(x), y: some(y) };
      return errorsOf(evaluator(activation.peek(), parameters), places).rms;
    },
    rms: computed(() => errorsOf(drawn.value, preset.value.samples).rms),
    /** On the dense grid: the worst of a step is missed by samples. */
    worst: computed(() => errorsOf(drawn.value, dense.value).worst),
  };
}
