// The data of a figure as a table: the same numbers, for reading, copying and screen readers.
import type { ReadonlySignal } from '@preact/signals';

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface Props {
  readonly table: ReadonlySignal<Table>;
  /** A closed table does not follow: dragging should not pay for what nobody sees. */
  readonly open: ReadonlySignal<boolean>;
}

export function TableView({ table, open }: Props) {
  const { caption, columns, rows } = open.value ? table.value : table.peek();
  return (
    <section class="table-box" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
