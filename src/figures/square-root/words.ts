// The figure in words and as a table.
import type labelsFile from '../../../content/en/figures/square-root.json';
import type { OptimaPoster } from '../../training/optima.ts';
import { errorText, factor, percent } from '../../ui/errors.ts';
import type { Table } from '../../ui/TableView.tsx';
import { fill, joined } from '../../ui/words.ts';
import type { RootModel } from './model.ts';

export type Labels = typeof labelsFile;
export type Model = InstanceType<typeof RootModel>;

/** What the parts of the view are given. */
export interface PartProps {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
}

/** The figure in words. */
export function readoutOf(model: Model, labels: Labels): string {
  const width = model.width.value;
  const { even, free, lowerBound } = model.here.value;
  const words = labels.readout;
  const first = fill(width === 1 ? words.one : words.many, {
    width,
    even: errorText(even),
    free: errorText(free),
    ratio: factor(even / free),
  });
  const proof = fill(words.proved, { within: percent(free / lowerBound - 1) });
  const text = joined(first, proof);
  if (model.network.value) return text;
  return joined(text, model.failed.value ? words.failed : words.searching);
}

export function tableOf(model: Model, labels: Labels, poster: OptimaPoster): Table {
  return {
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.even.value.map(([width, even], i) => [
      width,
      errorText(even),
      errorText(model.free.value[i][1]),
      errorText(poster.lowerBounds[width]),
    ]),
  };
}
