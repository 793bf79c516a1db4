// Folding the unit interval in half, again and again: how many pieces that makes, and how many units
// a deep and a one-layer network spend on them.
import { computed, createModel, signal } from '@preact/signals';
import { deepSawtooth, evaluate } from '../../core/depth.ts';
import { partialSawtooth } from '../../core/partial-sawtooth.ts';
import { numberIn, wholeIn } from '../../ui/link.ts';

export const MOST_FOLDS = 10;

/** pieces of the sawtooth; hidden units of the deep network; of one layer that does the same. */
export function counts(folds: number) {
  const pieces = 2 ** folds;
  return { folds, pieces, deep: 2 * folds, shallow: pieces };
}

/** The unit counts a reader may give the one layer: nothing to everything, in 16 steps at most. */
export function budgets(folds: number): readonly number[] {
  const { pieces } = counts(folds);
  const step = Math.max(2, pieces / 16);
  return Array.from({ length: pieces / step + 1 }, (_, i) => i * step);
}

export const fields = {
  folds: wholeIn(1, MOST_FOLDS),
  units: wholeIn(0, 2 ** MOST_FOLDS),
  x: numberIn(0, 1),
};

/**
 * `bounds[folds − 1][i]`: no network of `budgets(folds)[i]` units misses by less; for as many folds
 * as were computed at build.
 */
export type Bounds = readonly (readonly number[])[];

export const DepthModel = createModel((bounds: Bounds) => {
  const folds = signal(6);
  const units = signal(16);
  const x = signal(0.275);

  const count = computed(() => counts(folds.value));
  /** The number of units nearest to the one asked for that may be given. */
  const budget = computed(() => {
    const allowed = budgets(folds.value);
    const step = allowed[1];
    return allowed[Math.min(allowed.length - 1, Math.round(units.value / step))];
  });
  const fit = computed(() => partialSawtooth(folds.value, budget.value));
  const bound = computed(() => {
    const place = budgets(folds.value).indexOf(budget.value);
    return bounds[folds.value - 1]?.[place];
  });
  /** x, and what it has become after each fold. */
  const stages = computed(() =>
    Array.from({ length: folds.value + 1 }, (_, k) =>
      k === 0 ? x.value : evaluate(deepSawtooth(k), x.value),
    ),
  );
  /** The one layer's value at x. */
  const fitted = computed(() => {
    const { knots, values } = fit.value;
    const next = Math.max(
      1,
      knots.findIndex((knot) => knot >= x.value),
    );
    const share = (x.value - knots[next - 1]) / (knots[next] - knots[next - 1]);
    return values[next - 1] + share * (values[next] - values[next - 1]);
  });

  return {
    folds,
    units,
    x,
    count,
    budget,
    fit,
    bound,
    stages,
    fitted,
    /** Keeps the share of the units the one layer would need. */
    setFolds(next: number) {
      units.value = Math.round((budget.value / 2 ** folds.value) * 2 ** next);
      folds.value = next;
    },
    setUnits(next: number) {
      units.value = next;
    },
    setX(next: number) {
      x.value = Math.min(1, Math.max(0, Math.round(next * 1000) / 1000));
    },
  };
});
