// The numbers of every neuron, by the core's network: its parameters cut out of the table of all
// possible connections.
import type { ActivationName } from '../../core/activations.ts';
import { createMlp, trace } from '../../core/mlp.ts';
import type { WeightTable } from '../../ui/random-weights.ts';

export interface Computed {
  /** Empty for an input, which has no bias either. */
  readonly weights: readonly number[];
  readonly bias: number | undefined;
  /** Weighted inputs plus bias; for an input its value. */
  readonly sum: number;
  readonly value: number;
}

/** Every neuron of every layer, the inputs first; `values` may hold more numbers than inputs. */
export function passForward(
  sizes: readonly number[],
  table: WeightTable,
  values: readonly number[],
  hidden: ActivationName,
): readonly (readonly Computed[])[] {
  const mlp = createMlp({ sizes, hidden });
  const rows = mlp.layers.map(({ inputs, outputs }, l) =>
    table[l].slice(0, outputs).map((row) => ({
      weights: row.slice(0, inputs),
      bias: row[row.length - 1],
    })),
  );
  const parameters = Float64Array.from(
    rows.flatMap((layer) => [
      ...layer.flatMap(({ weights }) => weights),
      ...layer.map(({ bias }) => bias),
    ]),
  );
  const given = values.slice(0, sizes[0]);
  const { sums, outputs } = trace(mlp, parameters, given);
  return [
    given.map((value) => ({ weights: [], bias: undefined, sum: value, value })),
    ...rows.map((layer, l) =>
      layer.map((row, i) => ({ ...row, sum: sums[l][i], value: outputs[l][i] })),
    ),
  ];
}
