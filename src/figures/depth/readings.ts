// The figure in words and as a table.

import { partialSawtooth } from '../../core/partial-sawtooth.ts';
import type { Table } from '../../ui/TableView.tsx';
import { fill, fixed } from '../../ui/words.ts';
import { type Bounds, budgets, counts, MOST_FOLDS } from './model.ts';
import type { Labels, Model } from './View.tsx';

export function readoutOf(model: Model, labels: Labels): string {
  const { folds, deep, pieces } = model.count.value;
  const units = model.budget.value;
  const words = { folds, deep, pieces, units };
  if (units >= pieces) return fill(labels.readoutAll, words);
  const rms = fixed(model.fit.value.rms, 3);
  const bound = model.bound.value;
  return bound === undefined
    ? fill(labels.readout, { ...words, rms })
    : fill(labels.readoutBound, { ...words, rms, bound: fixed(bound, 3) });
}

/** What each number of folds costs, and what each number of units makes of the folds on show. */
export function tableOf(model: Model, labels: Labels, bounds: Bounds): Table {
  const { folds: shown, pieces: all } = model.count.value;
  const { caption, columns, unknown } = labels.table;
  const rows = Array.from({ length: MOST_FOLDS }, (_, i) => counts(i + 1)).flatMap(
    ({ folds, pieces, deep, shallow }) => {
      if (folds !== shown) return [[folds, pieces, deep, shallow, fixed(0, 3), fixed(0, 3)]];
      return budgets(folds).map((units, i) => {
        const bound = bounds[folds - 1]?.[i];
        return [
          folds,
          pieces,
          deep,
          units,
          fixed(partialSawtooth(folds, units).rms, 3),
          bound === undefined ? unknown : fixed(bound, 3),
        ];
      });
    },
  );
  return { caption: fill(caption, { folds: shown, pieces: all }), columns, rows };
}
