// Every map of the figure as a table: the layers, what they amount to, and the nearest affine map.
import type { Table } from '../../ui/TableView.tsx';
import { trimmed } from '../../ui/words.ts';
import { written } from './entry.ts';
import { subscript } from './names.ts';
import type { Labels, Parts } from './View.tsx';

type Row = readonly (string | number)[];

export function tableOf(model: Parts['model'], words: Labels['table']): Table {
  const notation = model.notation.value;
  const rows: Row[] = [];
  const add = (map: string, weights: readonly (readonly string[])[], bias: readonly string[]) =>
    weights.forEach((row, i) => {
      rows.push([map, i + 1, row.join(', '), bias[i]]);
    });
  model.layers.value.forEach(({ weights, bias }, l) => {
    add(
      `W${subscript(l + 1)}, b${subscript(l + 1)}`,
      weights.map((row) => row.map((value) => written(value, notation))),
      bias.map((value) => written(value, notation)),
    );
  });
  if (model.verdict.value === 'equal') {
    const { weights, bias } = model.collapsed.value.map;
    add(
      words.together,
      weights.map((row) => row.map((value) => value.toDecimal() ?? value.toString())),
      bias.map((value) => value.toDecimal() ?? value.toString()),
    );
  } else if (model.nearest.value) {
    const { weights, bias } = model.nearest.value;
    add(
      words.nearest,
      weights.map((row) => row.map((value) => trimmed(value, 6))),
      bias.map((value) => trimmed(value, 6)),
    );
  }
  return { caption: words.caption, columns: words.columns, rows };
}
