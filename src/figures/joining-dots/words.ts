// The figure in words and as a table.
import type labelsFile from '../../../content/en/figures/joining-dots.json';
import { errorText, NEGLIGIBLE } from '../../ui/errors.ts';
import type { Table } from '../../ui/TableView.tsx';
import { fill, joined } from '../../ui/words.ts';
import type { JoiningDotsModel } from './model.ts';

export type Labels = typeof labelsFile;
export type Model = InstanceType<typeof JoiningDotsModel>;

/** What the parts of the view are given. */
export interface PartProps {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly targets: Readonly<Record<string, string>>;
}

/** The figure in a sentence or two. */
export function readoutOf(model: Model, labels: Labels): string {
  const { pieces, worst, modulus, bound } = model.here.value;
  const words = labels.readout;
  const first =
    worst < NEGLIGIBLE
      ? fill(words.exact, { pieces })
      : fill(words.worst, { pieces, worst: errorText(worst) });
  const second =
    bound === undefined
      ? fill(words.promisedRough, { modulus: errorText(modulus) })
      : fill(words.promised, { modulus: errorText(modulus), bound: errorText(bound) });
  return joined(first, second);
}

export function tableOf(model: Model, labels: Labels): Table {
  return {
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.readings.value.map(({ pieces, worst, bound, modulus }) => [
      pieces,
      errorText(worst),
      bound === undefined ? '–' : errorText(bound),
      errorText(modulus),
    ]),
  };
}
