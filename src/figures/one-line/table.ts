// The figure's numbers as a table: points, sums, and the certificate's weights as exact fractions.
import { useComputed } from '@preact/signals';
import { fixed, type SharedWords } from '../../ui/words.ts';
import type { OneLineModel } from './model.ts';
import type { Labels } from './sentences.ts';

export function useTable(
  model: InstanceType<typeof OneLineModel>,
  { table }: Labels,
  shared: SharedWords,
) {
  return useComputed(() => {
    const shares = model.shares.value;
    return {
      caption: table.caption,
      columns: table.columns,
      rows: model.marked.value.map(({ x, y, label, sum, wrong }, i) => [
        label === 'A' ? shared.classA : shared.classB,
        fixed(x, 2),
        fixed(y, 2),
        fixed(sum, 2),
        wrong ? table.wrong : table.right,
        shares[i] === 'edge' ? table.edge : (shares[i] ?? ''),
      ]),
    };
  });
}
