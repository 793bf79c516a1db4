// The rows of a table, one after another: places, as numbers or as dates, and values.
import { LARGEST_VALUE } from '../../../core/approximation/samples.ts';
import { dayOf, inPlain, isDayFirst, numberOf } from './fields.ts';
import type { Style } from './table-style.ts';
import type { Fault } from './target.ts';

export interface LineFault extends Fault {
  /** Counted from 1. */
  readonly line: number;
}

/** A field that could have been meant otherwise, and the number it was taken for. */
export interface Taken {
  readonly text: string;
  readonly value: number;
}

const LONGEST_FIELD = 40;
/** Decimals kept of days: a tenth of a second, and a link stays short. */
const DAY_DIGITS = 6;
const TIME_OF_DAY = /(?:T|\s).*$/;
/** What means the same to everybody: digits alone, or with a point where commas are not decimal. */
const WHOLE = /^[+-]?\d+(?:e[+-]?\d+)?$/i;
const WITH_POINT = /^[+-]?[\d.]+(?:e[+-]?\d+)?$/i;

/** Gathers rows; the first place there is says whether they are numbers or dates. */
export function createReader({ comma }: Style) {
  const unmistakable = comma ? WHOLE : WITH_POINT;
  const x: number[] = [];
  const y: number[] = [];
  let dated: boolean | undefined;
  let since: readonly [day: number, text: string] | undefined;
  let missing = 0;
  let taken: Taken | undefined;

  /** The number a field says, if any; noted where it could mean something else. */
  const numberIn = (field: string): number | undefined => {
    const value = numberOf(field, comma);
    if (value && !taken && !Number.isNaN(value) && !unmistakable.test(inPlain(field)))
      taken = { text: short(field), value };
    return value;
  };
  const missingOnly = (field: string) =>
    Number.isNaN(numberOf(field, comma)) ? Number.NaN : undefined;
  const placeOf = (field: string): number | undefined => {
    const value = dated ? missingOnly(field) : numberIn(field);
    if (value !== undefined || dated === false) return value;
    const day = dayOf(field);
    if (day === undefined) return undefined;
    dated = true;
    if (!since || day < since[0]) since = [day, field];
    return day;
  };

  return {
    /** Takes a row, or says what is wrong with it. */
    read(fields: readonly string[], line: number): LineFault | undefined {
      if (fields.length < 2) return { key: 'oneColumn', values: { line }, line };
      const place = placeOf(fields[0]);
      if (place === undefined)
        return fieldFault(
          dated || isDayFirst(fields[0]) ? 'notDate' : 'notNumber',
          fields[0],
          line,
        );
      const value = numberIn(fields[1]);
      if (value === undefined) return fieldFault('notNumber', fields[1], line);
      const large = [place, value].findIndex((each) => Math.abs(each) >= LARGEST_VALUE);
      if (large >= 0) return fieldFault('valueTooLarge', fields[large], line);
      dated ??= Number.isNaN(place) ? undefined : false;
      if (Number.isNaN(place) || Number.isNaN(value)) missing++;
      else {
        x.push(place);
        y.push(value);
      }
      return undefined;
    },
    /** All that was read, days counted from the first. */
    done() {
      const [start = 0, text = undefined] = since ?? [];
      const whole = Math.floor(start);
      return {
        x: since ? x.map((day) => Number((day - whole).toFixed(DAY_DIGITS))) : x,
        y,
        missing,
        taken,
        since: text?.replace(TIME_OF_DAY, ''),
      };
    },
  };
}

function fieldFault(key: string, field: string, line: number): LineFault {
  return { key, values: { line, text: short(field) }, line };
}

const short = (field: string) =>
  field.length > LONGEST_FIELD ? `${field.slice(0, LONGEST_FIELD)}…` : field;
