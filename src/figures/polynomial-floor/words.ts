// The figure in words and as a table.
import type labelsFile from '../../../content/en/figures/polynomial-floor.json';
import { errorText } from '../../ui/errors.ts';
import type { Table } from '../../ui/TableView.tsx';
import { fill, fixed } from '../../ui/words.ts';
import type { FloorModel, Name } from './model.ts';

export type Labels = typeof labelsFile;
export type Model = InstanceType<typeof FloorModel>;

/** What the parts of the view are given. */
export interface PartProps {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly targets: Readonly<Record<string, string>>;
}

/** The activations as formulas, the same in every language. */
export const formulas: Readonly<Record<Name, string>> = {
  identity: 'z',
  square: 'z²',
  cube: 'z³',
};

/** The figure in a sentence. */
export function readoutOf(model: Model, labels: Labels): string {
  const width = model.width.value;
  return fill(width === 1 ? labels.readoutOne : labels.readout, {
    width,
    activation: formulas[model.activation.value],
    reached: fixed(model.reached.value, 6),
    degree: model.degree.value,
    floor: fixed(model.floor.value, 6),
    relu: errorText(model.chain.value.rms),
  });
}

export function tableOf(model: Model, labels: Labels): Table {
  return {
    caption: fill(labels.table.caption, { degree: model.degree.value }),
    columns: [
      labels.table.width,
      formulas[model.activation.value],
      labels.table.floor,
      labels.key.relu,
    ],
    rows: model.relus.value.map(([count, relu]) => [
      count,
      fixed(model.fit.value.rms[count], 6),
      fixed(model.floor.value, 6),
      errorText(relu),
    ]),
  };
}
