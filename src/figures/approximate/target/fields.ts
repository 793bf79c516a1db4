// What a field of a table says: a number as spreadsheets and people write it, with a decimal point or
// comma, in groups of three digits, as a percentage; a date, year first; or that a value is missing.
import { halfWidth } from '../../../ui/half-width.ts';

export const PLAIN = /^[ -~]*$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const MISSING = /^(?:|#?n\/?a|nan|null|none|--?|\?)$/i;

/** Digits in groups: by comma or point, whichever is not the decimal sign, by space or by apostrophe. */
const grouped = {
  point: /^[+-]?[1-9]\d{0,2}([, '’\u00a0\u202f])\d{3}(?:\1\d{3})*(?:\.\d*)?$/,
  comma: /^[+-]?[1-9]\d{0,2}([. '’\u00a0\u202f])\d{3}(?:\1\d{3})*(?:,\d*)?$/,
};
const GROUP_SIGNS = /[., '’\u00a0\u202f]/g;

/** Digits and signs as on a plain keyboard. */
export const inPlain = (field: string) => (PLAIN.test(field) ? field : halfWidth(field));

/** The number a field says (+ 0 makes −0 the 0 a link holds); undefined if none, NaN for a missing value. */
export function numberOf(field: string, comma: boolean): number | undefined {
  const plain = inPlain(field);
  if (!comma && NUMBER.test(plain)) return Number(plain) + 0;
  if (MISSING.test(field)) return Number.NaN;
  const percent = plain.endsWith('%');
  let text = percent ? plain.slice(0, -1).trimEnd() : plain;
  if (grouped[comma ? 'comma' : 'point'].test(text)) {
    const [whole, ...decimals] = text.split(comma ? ',' : '.');
    text = [whole.replace(GROUP_SIGNS, ''), ...decimals].join('.');
  } else if (comma) text = text.replace('.', ' ').replace(',', '.');
  if (!NUMBER.test(text)) return undefined;
  // moved in the text, so that 0.7 % is the double nearest to 0.007
  return percent && !/e/i.test(text)
    ? Number(`${text}e-2`) + 0
    : Number(text) / (percent ? 100 : 1) + 0;
}

/** Whether the commas of a field could be decimal commas as well as signs between groups of digits. */
export function isAmbiguous(field: string): boolean {
  return /^[+-]?[1-9]\d{0,2},\d{3}$/.test(inPlain(field));
}

const DATE =
  /^(\d{4})([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})日?(?:[T ]\s*(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/;
/** Dates of which nobody can tell the day from the month. */
const DAY_FIRST = /^\d{1,2}([-/.])\d{1,2}\1\d{2,4}\b/;

/** Days from 1 March of the year 0 to a day of the Gregorian calendar, whose leap day so ends a year. */
function days(year: number, month: number, day: number): number {
  const march = month > 2 ? year : year - 1;
  const leaps = Math.floor(march / 4) - Math.floor(march / 100) + Math.floor(march / 400);
  // months from March on have 31 30 31 30 31 days, and again
  return 365 * march + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
}

/** A date as days, its time of day as their fraction; undefined if it is none, or there is no such day. */
export function dayOf(field: string): number | undefined {
  const [, year, , month, day, ...time] = (DATE.exec(inPlain(field)) ?? []).map(Number);
  if (month === undefined || month < 1 || month > 12 || day < 1) return undefined;
  const at = days(year, month, day);
  if (at >= days(year + (month === 12 ? 1 : 0), (month % 12) + 1, 1)) return undefined;
  const [hours, minutes, seconds] = time.map((part) => part || 0);
  return at + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

export const isDayFirst = (field: string): boolean => DAY_FIRST.test(inPlain(field));
