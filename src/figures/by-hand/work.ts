// What undo brings back: all that was built, in every kind.
import { computed, type Signal } from '@preact/signals';
import { createHistory } from './history.ts';
import type { Material, Values } from './kinds/kind.ts';
import { type KindName, kindNames } from './kinds/kinds.ts';

interface Parts {
  readonly kind: Signal<KindName>;
  readonly material: Signal<Material>;
  readonly steepness: Signal<number>;
  readonly built: Readonly<Record<KindName, Signal<Values>>>;
  /** Of no use once something else is there. */
  readonly hint: { value: unknown };
}

export const sameValues = (a: Values, b: Values) =>
  a.length === b.length && a.every((v, i) => v === b[i]);

export function createWork({ kind, material, steepness, built, hint }: Parts) {
  const work = computed(() => ({
    kind: kind.value,
    material: material.value,
    steepness: steepness.value,
    kinks: built.kinks.value,
    hats: built.hats.value,
    steps: built.steps.value,
    bumps: built.bumps.value,
  }));
  return createHistory({
    work,
    put(old) {
      kind.value = old.kind;
      material.value = old.material;
      steepness.value = old.steepness;
      for (const name of kindNames) built[name].value = old[name];
      hint.value = undefined;
    },
    same: (a, b) =>
      a.material === b.material &&
      a.steepness === b.steepness &&
      kindNames.every((name) => sameValues(a[name], b[name])),
    // another kind may have been looked at since: undo shows what it undoes
    before: (old, now) => ({ ...old, kind: now.kind }),
  });
}
