// The figure in words and numbers.
import type labelsFile from '../../../content/en/figures/by-hand.json';
import { errorPhrase, errorText, factor, NEGLIGIBLE } from '../../ui/errors.ts';
import type { Table } from '../../ui/TableView.tsx';
import { fill, fixed, joined, plain, trimmed } from '../../ui/words.ts';
import { BASE, type Grip, type Material } from './kinds/kind.ts';
import type { ByHandModel } from './model.ts';

export type Labels = typeof labelsFile;
export type Model = InstanceType<typeof ByHandModel>;

/** "6 ReLU neurons". */
export function neuronsText(labels: Labels, units: number, material: Material): string {
  const { none, one, many } = labels.neurons;
  return fill(units === 0 ? none : units === 1 ? one : many, {
    units,
    activation: labels.activations[material],
  });
}

/** "7 knots". */
export function blocksText(model: Model, labels: Labels, count = model.count.value): string {
  const { one, many } = labels.kinds[model.kind.value];
  return count === 0 ? labels.none : fill(count === 1 ? one : many, { count });
}

/** "Hat 2 of 5". */
export function blockText(model: Model, labels: Labels, block: number): string {
  if (block === BASE) return labels.base;
  return fill(labels.kinds[model.kind.value].block, {
    number: block + 1,
    count: model.count.value,
  });
}

export const gripText = (model: Model, labels: Labels, { block, part }: Grip) =>
  fill(labels.grips[part], { block: blockText(model, labels, block) });

export function readoutOf(model: Model, labels: Labels): string {
  const { rms, units, best, enough } = model.score.value;
  const opening =
    units === 0 ? labels.readoutNone : units === 1 ? labels.readoutOne : labels.readout;
  const first = fill(opening, {
    size: neuronsText(labels, units, model.activation.value),
    rms: errorPhrase(labels.below, rms),
  });
  if (model.failed.value) return joined(first, labels.failed);
  if (best === undefined) return joined(first, labels.searching);
  if (best < NEGLIGIBLE) return joined(first, labels.exact);
  const ratio = fill(units === 0 ? labels.ratioNone : labels.ratio, {
    ratio: factor(rms / best),
    best: errorText(best),
  });
  if (enough === undefined || enough >= units) return joined(first, ratio);
  const need = enough === 0 ? labels.enoughNone : enough === 1 ? labels.enoughOne : labels.enough;
  const fewer = fill(need, { size: neuronsText(labels, enough, 'relu') });
  return joined(joined(first, ratio), fewer);
}

export function hintText(model: Model, labels: Labels): string {
  const hint = model.hint.value;
  if (hint === undefined) return '';
  if (hint === 'none') return labels.hintNone;
  return fill(labels.hintText, {
    block: blockText(model, labels, hint.block),
    part: labels.parts[hint.part],
    to: trimmed(hint.to, 3),
    rms: errorPhrase(labels.below, hint.rms),
  });
}

export function tableOf(model: Model, labels: Labels): Table {
  const { parts } = model.rules.value;
  const values = model.values.value;
  const rows = Array.from({ length: model.count.value }, (_, block) => [
    plain(block + 1),
    ...parts.map((part) => fixed(model.rules.value.get(values, block, part), 3)),
  ]);
  const base = ['c', ...parts.map((part) => (part === 'height' ? fixed(values[0], 3) : '–'))];
  return {
    caption: labels.table.caption,
    columns: [labels.table.block, ...parts.map((part) => labels.parts[part])],
    rows: model.hasBase.value ? [base, ...rows] : rows,
  };
}
