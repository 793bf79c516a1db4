// A layered network: its sizes, the numbers fed in, weights from a seed, and the neuron being read.
import { computed, createModel, signal } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import { type Field, numbersIn, oneOf, wholeIn, wholesIn } from '../../ui/link.ts';
import { drawWeights } from '../../ui/random-weights.ts';
import { type Computed, passForward } from './forward.ts';

export const mostNeurons = 6;
export const mostHidden = 3;
/** Inputs lie in [−reach, reach]. */
export const reach = 2;
const mostLayers = mostHidden + 2;
const lastSeed = 9999;

/** What a hidden neuron may do with its sum; the rest have a figure of their own. */
export const activations = ['identity', 'relu', 'tanh'] as const satisfies ActivationName[];

/** [layer, index], the inputs being layer 0. */
export type Address = readonly [layer: number, index: number];

export interface Neuron extends Computed {
  readonly name: string;
}

export interface Reading extends Neuron {
  readonly at: Address;
  readonly hidden: boolean;
  readonly terms: readonly {
    readonly name: string;
    readonly input: number;
    readonly weight: number;
  }[];
}

const pair = wholesIn(0, mostNeurons - 1, [2, 2]);
const address: Field<Address> = {
  parse: (text) => {
    const numbers = pair.parse(text);
    return numbers && [numbers[0], numbers[1]];
  },
  format: pair.format,
};

export const fields = {
  sizes: wholesIn(1, mostNeurons, [2, mostLayers]),
  values: numbersIn(-reach, reach, [mostNeurons, mostNeurons]),
  seed: wholeIn(1, lastSeed),
  activation: oneOf(activations),
  chosen: address,
};

export const NetworkModel = createModel(() => {
  const sizes = signal<readonly number[]>([3, 4, 2]);
  // as many as there may ever be, so that a removed input comes back as it was
  const values = signal<readonly number[]>([1, -0.5, 2, 0.5, -1, 1.5]);
  const seed = signal(1);
  const activation = signal<(typeof activations)[number]>('identity');
  const chosen = signal<Address>([1, 1]);
  /** Under the mouse: read instead of the chosen one while it is there. */
  const hovered = signal<Address | undefined>(undefined);

  const table = computed(() => drawWeights(seed.value, mostLayers - 1, mostNeurons));
  const neurons = computed(() => {
    const layers = passForward(sizes.value, table.value, values.value, activation.value);
    return layers.map((layer, l) =>
      layer.map((neuron, i): Neuron => ({ ...neuron, name: nameOf(sizes.value.length, l, i) })),
    );
  });
  /** The chosen neuron, or the nearest there is now: it comes back when its layer grows again. */
  const current = computed(() => within(sizes.value, chosen.value));
  const read = computed((): Reading => {
    const at = within(sizes.value, hovered.value ?? current.value);
    const [layer, index] = at;
    const neuron = neurons.value[layer][index];
    const terms = neuron.weights.map((weight, from) => {
      const { name, value } = neurons.value[layer - 1][from];
      return { name, input: value, weight };
    });
    return { ...neuron, at, hidden: layer > 0 && layer < sizes.value.length - 1, terms };
  });
  const count = computed(() => {
    const computing = neurons.value.slice(1).flat();
    const weights = computing.reduce((sum, neuron) => sum + neuron.weights.length, 0);
    return { parameters: weights + computing.length, biases: computing.length };
  });

  const choose = (layer: number, index: number) => {
    chosen.value = [layer, index];
  };

  return {
    sizes,
    values,
    seed,
    activation,
    chosen,
    hovered,
    current,
    neurons,
    read,
    count,
    setValue(index: number, value: number) {
      values.value = values.value.map((old, i) => (i === index ? value : old));
    },
    setSize(layer: number, size: number) {
      sizes.value = sizes.value.map((old, l) => (l === layer ? size : old));
    },
    setHidden(layers: number) {
      const [first, ...rest] = sizes.value;
      const last = rest.pop() ?? 1;
      sizes.value = [first, ...[...rest, 3, 3, 3].slice(0, layers), last];
    },
    redraw() {
      seed.value = (seed.value % lastSeed) + 1;
    },
    choose,
    hover(at: Address | undefined) {
      hovered.value = at;
    },
    /** Goes to the neighbour in the direction given and returns where that is. */
    step(across: number, down: number): Address {
      const [layer, index] = current.value;
      const next = within(sizes.value, [layer + across, index + down]);
      choose(...next);
      return next;
    },
  };
});

/** The nearest neuron there is. */
function within(sizes: readonly number[], [layer, index]: Address): Address {
  const there = Math.max(0, Math.min(sizes.length - 1, layer));
  return [there, Math.max(0, Math.min(sizes[there] - 1, index))];
}

const hiddenLetters = 'npq';

/** "x₁" for inputs, "y₁" for outputs; hidden neurons are n, in further layers p and q. */
function nameOf(layers: number, layer: number, index: number): string {
  const letter = layer === 0 ? 'x' : layer === layers - 1 ? 'y' : hiddenLetters.charAt(layer - 1);
  return letter + String.fromCharCode(0x2080 + index + 1);
}
