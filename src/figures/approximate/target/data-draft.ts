// The table as it stands in its field, and what became of it: being read, refused with its faults, or
// taken as the target.
import { batch, type Signal, signal } from '@preact/signals';
import type { Data } from './data.ts';
import { MOST_TEXT, readData, textOf } from './read-data.ts';
import type { Taken } from './table-rows.ts';
import type { Fault, Target } from './target.ts';

export interface DataState {
  /** Lines read so far while a table is being read. */
  readonly reading?: number;
  readonly faults?: readonly Fault[];
  readonly count?: number;
  /** Rows without a value and columns after the second, both left out. */
  readonly missing?: number;
  readonly unused?: number;
  /** How a field was read that could mean something else, and the day that others are counted from. */
  readonly taken?: Taken | undefined;
  readonly since?: string | undefined;
}

/** Longer texts are read but not shown: editing them would hold up the page. */
const LONGEST_SHOWN = 50_000;

/** Points as a table to go on with: their names where they have any, and a tab between the columns. */
function tableOf({ xName, yName, x, y }: Data): string {
  const name = (text: string) => text.replace(/[\s"]+/g, ' ');
  const header = xName || yName ? [`${name(xName) || 'x'}\t${name(yName) || 'y'}`] : [];
  return [...header, ...x.map((place, i) => `${place}\t${y[i]}`)].join('\n');
}

/** Part of the target model. */
export function createDataDraft(target: Signal<Target>) {
  const text = signal('');
  const state = signal<DataState>({});
  let reading: AbortController | undefined;
  /** The target this draft has made. */
  let own: Target | undefined;

  const refuse = (key: string) => {
    state.value = { faults: [{ key, values: {} }], count: 1 };
  };
  const read = async (table: string) => {
    reading?.abort();
    const mine = new AbortController();
    reading = mine;
    text.value = table.length > LONGEST_SHOWN ? '' : table;
    state.value = table.trim() === '' ? {} : { reading: 0 };
    if (table.trim() === '') return;
    const progress = (lines: number) => {
      state.value = { reading: lines };
    };
    const result = await readData(table, progress, mine.signal);
    if (!result) return;
    batch(() => {
      if (!result.ok) {
        state.value = { faults: result.faults, count: result.count };
        return;
      }
      const { data, missing, unused, taken, since } = result;
      state.value = { missing, unused, taken, since };
      own = { kind: 'data', ...data };
      target.value = own;
    });
  };

  return {
    text,
    state,
    /** Shows the points of a target that has come from elsewhere, such as a link. */
    show(data: Target & Data) {
      if (data === own) return;
      own = data;
      reading?.abort();
      state.value = {};
      // means of cells are fewer than the rows they were made of, and would pass for rows
      text.value = data.binned ? '' : tableOf(data);
    },
    /** Reads a table; the target stays until it has proved good. */
    read,
    /** `older`: the encoding of a file that is not in Unicode. */
    async readFile(file: Blob, older: string) {
      // a UTF-8 sign takes up to three bytes for each unit of text
      if (file.size > 3 * MOST_TEXT) return refuse('tooMuchText');
      try {
        const table = await textOf(file, older);
        if (table === undefined) refuse('notText');
        else await read(table);
      } catch {
        refuse('unreadableFile');
      }
    },
  };
}
