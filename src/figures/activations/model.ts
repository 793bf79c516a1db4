// One activation function of the registry, and a place on it to read.
import { computed, createModel, signal } from '@preact/signals';
import { type Activation, type ActivationName, activations } from '../../core/activations.ts';
import { numberIn, oneOf } from '../../ui/link.ts';
import { beside } from './curve.ts';
import { order } from './order.ts';
import { reach, scale } from './window.ts';

export const fields = { activation: oneOf(order), z: numberIn(-reach, reach) };

export const ActivationsModel = createModel(() => {
  const activation = signal<ActivationName>('relu');
  const z = signal(1.5);

  const entry = computed((): Activation => activations[activation.value]);
  const reading = computed(() => {
    const { value, derivative, kinks, jumps } = entry.value;
    const at = z.value;
    const kind = jumps.includes(at) ? 'jump' : kinks.includes(at) ? 'kink' : 'smooth';
    return {
      kind,
      value: value(at),
      /** From the left where the slope jumps. */
      slope: derivative(at),
      rightSlope: derivative(at + beside),
      leftValue: value(at - beside),
      rightValue: value(at + beside),
    } as const;
  });

  return {
    activation,
    z,
    entry,
    reading,
    /** The function and its slope in the window, for the ear. */
    heard() {
      const { value, derivative } = entry.value;
      const places = Array.from({ length: 161 }, (_, i) => i / 20 - reach);
      return { curves: [places.map(value), places.map(derivative)], range: scale.yDomain };
    },
    setZ(next: number) {
      z.value = Math.max(-reach, Math.min(reach, Math.round(next * 100) / 100 || 0));
    },
  };
});
