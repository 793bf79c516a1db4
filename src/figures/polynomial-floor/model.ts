// One hidden layer, kinks spread, output layer solved: with a polynomial activation the error lands on the
// floor of the degree and stays there, with ReLU the same layer goes on falling.
import { computed, createModel, signal } from '@preact/signals';
import { activations } from '../../core/activations.ts';
import { growingFit, reluChain } from '../../core/approximation/fixed-hidden.ts';
import { polynomialFit } from '../../core/approximation/polynomial.ts';
import { sampleFunction } from '../../core/approximation/samples.ts';
import { targets } from '../../core/approximation/targets.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import { oneOf, wholeIn } from '../../ui/link.ts';

export const WIDEST = 512;
/** Four to each neuron of the widest layer. */
const CELLS = 2048;

export const names = ['identity', 'square', 'cube'] as const;
export type Name = (typeof names)[number];
export const targetNames = ['sine', 'absolute', 'runge', 'chirp', 'squareRoot', 'step'] as const;
export type TargetName = (typeof targetNames)[number];

/** Widths at which the comparison is drawn and the slider stops: two to each doubling. */
export const stops: readonly number[] = [
  1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512,
];

export const fields = {
  activation: oneOf(names),
  target: oneOf(targetNames),
  width: wholeIn(1, WIDEST),
};

export const FloorModel = createModel(() => {
  const activation = signal<Name>('cube');
  const target = signal<TargetName>('sine');
  const width = signal(WIDEST);

  const preset = computed(() => presetOf(target.value));
  const samples = computed(() => {
    const { value, domain } = targets[target.value];
    return sampleFunction(value, { cells: CELLS, domain });
  });
  const degree = computed(() => activations[activation.value].polynomialDegree ?? 0);
  const fit = computed(() =>
    growingFit(samples.value, activations[activation.value].value, WIDEST),
  );
  /** By other means: the best polynomial of the degree. */
  const floor = computed(() => polynomialFit(samples.value, degree.value).rms[degree.value]);
  const chain = computed(() => reluChain(samples.value, width.value));
  return {
    activation,
    target,
    width,
    preset,
    samples,
    degree,
    fit,
    floor,
    chain,
    reached: computed(() => fit.value.rms[width.value]),
    /** Width and error with ReLU. */
    relus: computed(() =>
      stops.map((count) => [count, reluChain(samples.value, count).rms] as const),
    ),
    setActivation(next: Name) {
      activation.value = next;
    },
    setTarget(next: TargetName) {
      target.value = next;
    },
    setWidth(next: number) {
      width.value = Math.max(1, Math.min(WIDEST, Math.round(next)));
    },
  };
});
