// The figure in words and as a table.
import type names from '../../../content/en/activations.json';
import type { Table } from '../../ui/TableView.tsx';
import { fill, fixed, joined, type SharedWords } from '../../ui/words.ts';
import type { Labels, Model } from './View.tsx';
import { deadUnits, whySilent } from './verdict.ts';

/** Where the run is, and what that state means. */
export function readoutOf(model: Model, labels: Labels, activations: typeof names): string {
  const { step, loss, parameters, activation } = model.run.value;
  const points = model.editor.points.value;
  const state = model.state.value;
  if (state === 'empty') return labels.state.empty;
  const total = points.length;
  const head = fill(labels.readout, {
    step,
    loss: fixed(loss, 3),
    right: total - model.wrong.value,
    total,
  });
  const dead = deadUnits(model.mlp.value, parameters, points);
  const unit = dead.length === 2 ? labels.bothUnits : dead[0] === 0 ? 'h₁' : 'h₂';
  const words =
    state === 'silent' ? labels.state.silent[whySilent(model.mlp.value)] : labels.state[state];
  return joined(head, fill(words, { unit, activation: activations[activation] }));
}

/** What the network makes of the point looked at; '' without one. */
export function pointText(model: Model, labels: Labels, shared: SharedWords): string {
  const index = model.highlighted.value;
  const point = index === undefined ? undefined : model.marked.value[index];
  if (index === undefined || !point) return '';
  return fill(labels.point, {
    number: index + 1,
    name: point.label === 'A' ? shared.classA : shared.classB,
    x1: fixed(point.x, 2),
    x2: fixed(point.y, 2),
    h1: fixed(point.h1, 2),
    h2: fixed(point.h2, 2),
    output: fixed(point.output, 2),
    decision: point.wrong ? labels.table.wrong : labels.table.right,
  });
}

/** Every point, where it goes, and what is decided about it. */
export function tableOf(model: Model, labels: Labels, shared: SharedWords): Table {
  const { caption, columns, right, wrong } = labels.table;
  return {
    caption: fill(caption, { step: model.run.value.step }),
    columns,
    rows: model.marked.value.map(({ x, y, label, h1, h2, output, wrong: isWrong }) => [
      label === 'A' ? shared.classA : shared.classB,
      fixed(x, 2),
      fixed(y, 2),
      fixed(h1, 3),
      fixed(h2, 3),
      fixed(output, 2),
      isWrong ? wrong : right,
    ]),
  };
}
