// The figure in words and as a table.
import type labelsFile from '../../../content/en/figures/condition-number.json';
import { errorPhrase, errorText } from '../../ui/errors.ts';
import { superscript } from '../../ui/powers.ts';
import type { Table } from '../../ui/TableView.tsx';
import { fill, joined, plain } from '../../ui/words.ts';
import { type ConditionModel, type Conditions, WITHIN } from './model.ts';

export type Labels = typeof labelsFile;
export type Model = InstanceType<typeof ConditionModel>;

/** What the parts of the view are given. */
export interface PartProps {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly targets: Readonly<Record<string, string>>;
  readonly conditions: Conditions;
}

/** A count or a ratio to three figures; large ones with a power of ten. */
export function largeText(value: number): string {
  if (value < 1e5) return plain(Number(value.toPrecision(3)));
  const power = Math.floor(Math.log10(value) + 1e-12);
  const front = Number((value / 10 ** power).toPrecision(3));
  return front === 1 ? `10${superscript(power)}` : `${front} × 10${superscript(power)}`;
}

/** The figure in words. */
export function readoutOf(model: Model, labels: Labels): string {
  const { relus, hats } = model.errors.value;
  const needed = model.needed.value;
  return joined(
    fill(labels.readout.after, {
      steps: largeText(model.steps.value),
      relus: errorPhrase(labels.below, relus),
      hats: errorPhrase(labels.below, hats),
      least: errorPhrase(labels.below, model.least.value),
    }),
    fill(labels.readout.needed, {
      within: 100 * WITHIN,
      width: model.width.value,
      relus: largeText(needed.relus),
      hats: largeText(needed.hats),
    }),
  );
}

export function tableOf(model: Model, labels: Labels): Table {
  return {
    caption: fill(labels.table.caption, { width: model.width.value }),
    columns: labels.table.columns,
    rows: model.curves.value.relus
      .map(([count, error], i) => [
        largeText(count),
        errorText(error),
        errorText(model.curves.value.hats[i][1]),
      ])
      .filter((_, i) => i % 5 === 0),
  };
}
