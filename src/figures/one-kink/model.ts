// One neuron a·σ(wx + b) with one input: where it bends or steps, by how much, and which way it faces.
import { computed, createModel, signal } from '@preact/signals';
import { activations } from '../../core/activations.ts';
import { numberIn, oneOf } from '../../ui/link.ts';

export const names = ['relu', 'tanh'] as const;
export type Name = (typeof names)[number];

export const LEAST_WEIGHT = 0.5;
export const MOST_WEIGHT = 8;
/** The kink keeps room for the slope's handle on either side of it. */
const FARTHEST = 1.3;
const MOST_HEIGHT = 1.4;
/** How far from the kink the slope is taken hold of. */
export const ARM = 0.6;

const weights = numberIn(-MOST_WEIGHT, MOST_WEIGHT);

export const fields = {
  activation: oneOf(names),
  w: {
    ...weights,
    parse: (text: string) => {
      const value = weights.parse(text);
      return value !== undefined && Math.abs(value) >= LEAST_WEIGHT ? value : undefined;
    },
  },
  at: numberIn(-FARTHEST, FARTHEST),
  a: numberIn(-MOST_HEIGHT, MOST_HEIGHT),
};

const held = (value: number, most: number) =>
  Math.max(-most, Math.min(most, Math.round(value * 1000) / 1000 || 0));

export const OneKinkModel = createModel(() => {
  const activation = signal<Name>('relu');
  const w = signal(2);
  const at = signal(0.2);
  const a = signal(0.6);

  const b = computed(() => -w.value * at.value || 0);
  /** 1: rising to the right of the kink (for a > 0); −1: to the left. */
  const facing = computed(() => (w.value > 0 ? 1 : -1));
  /** By how much the slope of the ReLU grows at the kink, from left to right: a|w|. */
  const jump = computed(() => a.value * Math.abs(w.value));
  const value = computed(() => {
    const { value: sigma } = activations[activation.value];
    const [weight, bias, height] = [w.value, b.value, a.value];
    return (x: number) => height * sigma(weight * x + bias);
  });
  /** Slopes of the ReLU left and right of the kink. */
  const slopes = computed<readonly [number, number]>(() =>
    facing.value > 0 ? [0, jump.value] : [-jump.value, 0],
  );
  return {
    activation,
    w,
    at,
    a,
    b,
    facing,
    jump,
    value,
    slopes,
    setActivation(next: Name) {
      activation.value = next;
    },
    /** Keeps the place and the facing. */
    setWeight(size: number) {
      w.value = facing.peek() * Math.max(LEAST_WEIGHT, Math.min(MOST_WEIGHT, size));
    },
    turn() {
      w.value = -w.peek();
    },
    setAt(next: number) {
      at.value = held(next, FARTHEST);
    },
    setHeight(next: number) {
      a.value = held(next, MOST_HEIGHT);
    },
    /** As ARM away from the kink, on the active side, the line is at `y`. */
    setSlope(y: number) {
      a.value = held(y / ARM / Math.abs(w.peek()), MOST_HEIGHT);
    },
  };
});
