// Reads a table of numbers as people paste it: separators , ; tab or space, a decimal point or comma,
// with or without a header, quotes, comments after #. The first two columns are x and y; x may be dates.
// A generator, so that a hundred thousand rows never hold up the page; faults are gathered by line.
import { type Data, dataOf } from './data.ts';
import { createReader, type LineFault, type Taken } from './table-rows.ts';
import { fieldsOf, isPlace, isValue, LINES_TRIED, styleOf } from './table-style.ts';
import type { Fault } from './target.ts';

export type TableReading =
  | {
      readonly ok: true;
      readonly data: Data;
      /** Rows left out because a value is missing, and columns after the second. */
      readonly missing: number;
      readonly unused: number;
      /** The first field that could have been meant otherwise. */
      readonly taken?: Taken | undefined;
      /** The first day, from which days are counted, where x are dates. */
      readonly since?: string | undefined;
    }
  | {
      readonly ok: false;
      /** The first few, in order. */
      readonly faults: readonly Fault[];
      /** How many there are. */
      readonly count: number;
    };

export const MOST_ROWS = 100_000;
/** Faults told apart; the rest is counted. */
export const FAULTS_SHOWN = 5;
/** Rows read between two chances to do something else. */
const SLICE = 2000;
const LONGEST_NAME = 60;

/** The lines of a text, with their numbers; blank ones and comments left out. */
function* linesOf(text: string): Generator<readonly [line: string, number: number]> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let number = 1; start <= text.length; number++) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
    if (line.trim() !== '' && !line.trimStart().startsWith('#')) yield [line, number];
    if (end < 0) return;
    start = end + 1;
  }
}

function firstLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const [line] of linesOf(text)) {
    lines.push(line);
    if (lines.length === LINES_TRIED) break;
  }
  return lines;
}

/** Reads a table in slices: yields the number of lines read so far, returns the points or the faults. */
export function* readTable(text: string): Generator<number, TableReading> {
  // old Macs end lines with a carriage return alone
  const whole = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  const first = firstLines(whole);
  if (first.length === 0) return fail([{ key: 'noRows', values: {} }], 1);
  const style = styleOf(first);
  const reader = createReader(style);
  const faults: LineFault[] = [];
  let count = 0;
  let rows = 0;
  let names: readonly string[] = fieldsOf(first[0], style);
  const hasHeader = names.length > 1 && !isPlace(names[0], style) && !isValue(names[1], style);
  const unused = Math.max(0, names.length - 2);
  if (!hasHeader) names = [];
  for (const [line, number] of linesOf(whole)) {
    if (rows++ === 0 && hasHeader) continue;
    if (rows > MOST_ROWS + Number(hasHeader))
      return fail([{ key: 'tooManyRows', values: { most: MOST_ROWS } }], 1);
    const fault = reader.read(fieldsOf(line, style), number);
    if (fault && ++count <= FAULTS_SHOWN) faults.push(fault);
    if (rows % SLICE === 0) yield number;
  }
  if (count > 0) return fail(faults, count);
  yield rows;
  if (rows === Number(hasHeader)) return fail([{ key: 'noRows', values: {} }], 1);
  const { x, y, missing, taken, since } = reader.done();
  const data = dataOf(x, y, { xName: nameOf(names[0], since), yName: nameOf(names[1]) });
  if (!data) return fail([{ key: 'fewPlaces', values: {} }], 1);
  return { ok: true, data, missing, unused, taken, since };
}

/** A name for an axis; it says where days are counted from, without a word. */
function nameOf(name = '', since?: string): string {
  const days = since === undefined ? '' : `d, 0 = ${since}`;
  const own = name.slice(0, LONGEST_NAME - (days ? days.length + 3 : 0));
  return own && days ? `${own} (${days})` : own || days;
}

function fail(faults: readonly Fault[], count: number): TableReading {
  return { ok: false, faults, count };
}
