// Reads a table of numbers as people paste it: separators , ; tab or space, a decimal point or comma,
// with or without a header, quotes, comments after #. The first two columns are x and y. A generator,
// so that a hundred thousand rows never hold up the page; faults are gathered by line, not thrown.
import { LARGEST_VALUE } from '../../../core/approximation/samples.ts';
import { halfWidth } from '../../../ui/half-width.ts';
import { type Data, dataOf } from './data.ts';
import type { Fault } from './target.ts';

export interface LineFault extends Fault {
  /** Counted from 1. */
  readonly line: number;
}

export type TableReading =
  | {
      readonly ok: true;
      readonly data: Data;
      /** Rows left out because a value is missing, and columns after the second. */
      readonly missing: number;
      readonly unused: number;
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
/** Lines that decide how the table is written. */
const LINES_TRIED = 30;
const LONGEST_FIELD = 40;
const LONGEST_NAME = 60;

interface Style {
  readonly separator: string | RegExp;
  readonly comma: boolean;
}

const styles: readonly Style[] = ['\t', ';', ',', /\s+/].flatMap((separator) =>
  (separator === ',' ? [false] : [false, true]).map((comma) => ({ separator, comma })),
);

const PLAIN = /^[ -~]*$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const MISSING = /^(?:|na|n\/a|nan|null|none|-|\?)$/i;

/** The number a field says (+ 0 makes −0 the 0 a link holds); undefined if none, NaN for a missing value. */
function numberOf(field: string, comma: boolean): number | undefined {
  const plain = PLAIN.test(field) ? field : halfWidth(field);
  const text = comma ? plain.replace('.', ' ').replace(',', '.') : plain;
  if (NUMBER.test(text)) return Number(text) + 0;
  return MISSING.test(field) ? Number.NaN : undefined;
}

/** Fields of a line, without quotes and spaces around; full-width separators part it where no other does. */
function fieldsOf(line: string, style: Style): readonly string[] {
  const fields = parted(line, style);
  return fields.length > 1 || PLAIN.test(line) ? fields : parted(halfWidth(line), style);
}

function parted(line: string, { separator }: Style): readonly string[] {
  if (!line.includes('"')) return line.trim().split(separator).map(trim);
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  const separates = (sign: string) =>
    typeof separator === 'string' ? sign === separator : /\s/.test(sign);
  for (const sign of line.trim()) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && separates(sign)) {
      fields.push(field);
      field = '';
    } else field += sign;
  }
  return [...fields, field].map(trim);
}

const trim = (field: string) => field.trim();

/** The style that makes most of the first lines pairs of numbers, or at least pairs; the earlier of equals. */
function styleOf(lines: readonly string[]): Style {
  let best = styles[0];
  let most = -1;
  for (const style of styles) {
    let score = 0;
    for (const line of lines) {
      const [x, y] = fieldsOf(line, style);
      if (isValue(x, style) && isValue(y, style)) score += LINES_TRIED;
      else if (y !== undefined) score++;
    }
    if (score <= most) continue;
    best = style;
    most = score;
  }
  return best;
}

function isValue(field: string | undefined, { comma }: Style): boolean {
  return field !== undefined && field !== '' && numberOf(field, comma) !== undefined;
}

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
  const x: number[] = [];
  const y: number[] = [];
  const faults: LineFault[] = [];
  let count = 0;
  let missing = 0;
  let rows = 0;
  let names: readonly string[] = fieldsOf(first[0], style);
  const hasHeader = !names.slice(0, 2).some((name) => isValue(name, style)) && names.length > 1;
  const unused = Math.max(0, names.length - 2);
  if (!hasHeader) names = [];
  for (const [line, number] of linesOf(whole)) {
    if (rows++ === 0 && hasHeader) continue;
    if (rows > MOST_ROWS + Number(hasHeader))
      return fail([{ key: 'tooManyRows', values: { most: MOST_ROWS } }], 1);
    const row = readRow(fieldsOf(line, style), style, number);
    if (!Array.isArray(row)) {
      count++;
      if (faults.length < FAULTS_SHOWN) faults.push(row);
    } else if (Number.isNaN(row[0]) || Number.isNaN(row[1])) missing++;
    else {
      x.push(row[0]);
      y.push(row[1]);
    }
    if (rows % SLICE === 0) yield number;
  }
  if (count > 0) return fail(faults, count);
  yield rows;
  const data = dataOf(x, y, {
    xName: (names[0] ?? '').slice(0, LONGEST_NAME),
    yName: (names[1] ?? '').slice(0, LONGEST_NAME),
  });
  if (!data) return fail([{ key: 'fewPlaces', values: {} }], 1);
  return { ok: true, data, missing, unused };
}

function fail(faults: readonly Fault[], count: number): TableReading {
  return { ok: false, faults, count };
}

function readRow(
  fields: readonly string[],
  style: Style,
  line: number,
): [number, number] | LineFault {
  if (fields.length < 2) return { key: 'oneColumn', values: { line }, line };
  const x = numberOf(fields[0], style.comma);
  const y = numberOf(fields[1], style.comma);
  if (x === undefined) return notNumber(fields[0], line);
  if (y === undefined) return notNumber(fields[1], line);
  const large = [x, y].findIndex((value) => Math.abs(value) >= LARGEST_VALUE);
  if (large >= 0) return fieldFault('valueTooLarge', fields[large], line);
  return [x, y];
}

const notNumber = (field: string, line: number) => fieldFault('notNumber', field, line);

function fieldFault(key: string, field: string, line: number): LineFault {
  const text = field.length > LONGEST_FIELD ? `${field.slice(0, LONGEST_FIELD)}…` : field;
  return { key, values: { line, text }, line };
}
