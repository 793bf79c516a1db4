// A bump out of hidden neurons: three ReLUs that make a hat, or two steps of opposite sign.
import { computed, createModel, signal } from '@preact/signals';
import { activations } from '../../core/activations.ts';
import { numberIn, numbersIn, oneOf } from '../../ui/link.ts';

export const names = ['relu', 'tanh', 'sigmoid'] as const;
export type Name = (typeof names)[number];

export const LEAST_WEIGHT = 2;
export const MOST_WEIGHT = 40;
const FARTHEST = 1.8;
const MOST_HEIGHT = 1.3;
/** The places stay this far apart. */
const GAP = 0.1;
/** Where, outside the bump, what is left of it is measured. */
export const BEYOND = 0.2;

type Places = readonly [number, number, number];
const ordered = ([first, second, third]: readonly number[]) =>
  second - first > GAP / 2 && third - second > GAP / 2;

const numbers = numbersIn(-FARTHEST, FARTHEST, [3, 3]);

export const fields = {
  activation: oneOf(names),
  places: {
    ...numbers,
    parse: (text: string) => {
      const values = numbers.parse(text);
      return values && ordered(values) ? values : undefined;
    },
  },
  height: numberIn(-MOST_HEIGHT, MOST_HEIGHT),
  weight: numberIn(LEAST_WEIGHT, MOST_WEIGHT),
};

/** One hidden neuron a·σ(w(x − at)). */
export interface Part {
  readonly at: number;
  readonly w: number;
  readonly a: number;
}

/** Never −0, which a link would not keep. */
const rounded = (value: number) => Math.round(value * 1000) / 1000 || 0;
const within = (value: number, low: number, high: number) =>
  rounded(Math.max(low, Math.min(high, value)));

export const BumpModel = createModel(() => {
  const activation = signal<Name>('relu');
  const places = signal<readonly number[]>([-0.8, -0.2, 1]);
  const height = signal(0.9);
  const weight = signal(8);

  const parts = computed<readonly Part[]>(() => {
    const [left, peak, right] = places.value as Places;
    if (activation.value === 'relu') {
      const up = height.value / (peak - left);
      const down = height.value / (right - peak);
      return [
        { at: left, w: 1, a: up },
        { at: peak, w: 1, a: -up - down },
        { at: right, w: 1, a: down },
      ];
    }
    // tanh steps from −1 to 1, the sigmoid from 0 to 1
    const a = activation.value === 'tanh' ? height.value / 2 : height.value;
    return [
      { at: left, w: weight.value, a },
      { at: right, w: weight.value, a: -a },
    ];
  });
  const curves = computed(() => {
    const { value: sigma } = activations[activation.value];
    return parts.value.map(
      ({ at, w, a }) =>
        (x: number) =>
          a * sigma(w * (x - at)),
    );
  });
  const sum = computed(() => {
    const all = curves.value;
    return (x: number) => all.reduce((total, curve) => total + curve(x), 0);
  });
  /** The top: the reader's for a hat, the middle between two steps. */
  const top = computed<readonly [number, number]>(() => {
    const [left, peak, right] = places.value as Places;
    const x = activation.value === 'relu' ? peak : (left + right) / 2;
    return [x, sum.value(x)];
  });
  return {
    activation,
    places,
    height,
    weight,
    parts,
    curves,
    sum,
    top,
    /** What is left of the bump a little beyond its right end. */
    beyond: computed(() => sum.value(places.value[2] + BEYOND)),
    setActivation(next: Name) {
      activation.value = next;
    },
    setWeight(next: number) {
      weight.value = next;
    },
    setLeft(x: number) {
      const [, peak, right] = places.peek() as Places;
      places.value = [within(x, -FARTHEST, peak - GAP), peak, right];
    },
    setRight(x: number) {
      const [left, peak] = places.peek() as Places;
      places.value = [left, peak, within(x, peak + GAP, FARTHEST)];
    },
    setTop(x: number, y: number) {
      const [left, , right] = places.peek() as Places;
      height.value = within(y, -MOST_HEIGHT, MOST_HEIGHT);
      if (activation.peek() === 'relu')
        places.value = [left, within(x, left + GAP, right - GAP), right];
    },
  };
});
