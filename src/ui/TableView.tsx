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
  /** What a link to the table says, where the table stands on a page of its own. */
  readonly elsewhere: string;
}

/**
 * Drawn when opened, and at build: the build moves what it draws to a page of its own (see
 * src/site/table-pages.mjs), which is where a reader without JavaScript finds it.
 */
export function TableView({ table, open, elsewhere }: Props) {
  if (!open.value && typeof document !== 'undefined') return null;
  const { caption, columns, rows } = table.value;
  return (
    <section
      class="table-box"
      role="group"
      aria-label={caption}
      tabIndex={0}
      data-elsewhere={elsewhere}
    >
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
