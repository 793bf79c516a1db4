// The same chains in two coordinate systems, ReLUs and hats: condition numbers, and gradient descent on the
// output weights in each, at its best constant rate.
import { computed, createModel, signal } from '@preact/signals';
import {
  type Descent,
  descentIn,
  errorAfter,
  hatBasis,
  reluBasis,
  stepsTo,
} from '../../core/approximation/coordinates.ts';
import { sampleFunction } from '../../core/approximation/samples.ts';
import { targets } from '../../core/approximation/targets.ts';
import { oneOf, wholeIn } from '../../ui/link.ts';

export const WIDEST = 64;
/** Powers of ten of steps that are drawn. */
export const STEP_DECADES = 9;
export const MOST_STEPS = 10 ** STEP_DECADES;
const POINTS_A_DECADE = 10;
/** "There" is within this share of the least error. */
export const WITHIN = 0.01;

/** Targets that no chain of 64 equal pieces draws exactly. */
export const names = ['sine', 'runge', 'chirp', 'weierstrass', 'squareRoot'] as const;
export type Name = (typeof names)[number];

export const fields = {
  target: oneOf(names),
  width: wholeIn(1, WIDEST),
  steps: wholeIn(1, MOST_STEPS),
};

/** Condition numbers by width, from 1: they do not depend on the target. */
export interface Conditions {
  readonly relus: readonly number[];
  readonly hats: readonly number[];
}

const stepCounts = [
  ...new Set(
    Array.from({ length: STEP_DECADES * POINTS_A_DECADE + 1 }, (_, i) =>
      Math.round(10 ** (i / POINTS_A_DECADE)),
    ),
  ),
];

/** Three figures are enough for a place on a logarithmic scale. */
export function roundSteps(steps: number): number {
  const whole = Math.max(1, Math.min(MOST_STEPS, Math.round(steps)));
  return whole < 1000 ? whole : Number(whole.toPrecision(3));
}

const curveOf = (descent: Descent) =>
  stepCounts.map((steps) => [steps, errorAfter(descent, steps)] as const);

export const ConditionModel = createModel(() => {
  const target = signal<Name>('sine');
  const width = signal(WIDEST);
  const steps = signal(1000);

  const samples = computed(() => sampleFunction(targets[target.value].value));
  const relus = computed(() => {
    const { x, y } = samples.value;
    return descentIn(reluBasis(x, width.value), y);
  });
  const hats = computed(() => {
    const { x, y } = samples.value;
    return descentIn(hatBasis(x, width.value), y);
  });
  /** The same for both; the hats know it to more digits. */
  const least = computed(() => errorAfter(hats.value, Number.POSITIVE_INFINITY));
  return {
    target,
    width,
    steps,
    relus,
    hats,
    least,
    curves: computed(() => ({ relus: curveOf(relus.value), hats: curveOf(hats.value) })),
    errors: computed(() => ({
      relus: errorAfter(relus.value, steps.value),
      hats: errorAfter(hats.value, steps.value),
    })),
    /** Steps until the error is within WITHIN of the least. */
    needed: computed(() => {
      const goal = (1 + WITHIN) * least.value;
      return { relus: stepsTo(relus.value, goal), hats: stepsTo(hats.value, goal) };
    }),
    setTarget(next: Name) {
      target.value = next;
    },
    setWidth(next: number) {
      width.value = Math.max(1, Math.min(WIDEST, Math.round(next)));
    },
    setSteps(next: number) {
      steps.value = roundSteps(next);
    },
  };
});
