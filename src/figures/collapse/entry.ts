// Entries of matrices as exact numbers: reading what is typed ("0.25", "−3/4"), and writing a
// rational in the room there is.
import { Rational } from '../../core/rational.ts';
import { halfWidth } from '../../ui/half-width.ts';

/** Entries lie in [−most, most]; more only makes the numbers longer. */
export const most = 99;
/** As many as anybody pastes. */
const mostDecimals = 20;
const form = new RegExp(`^([+-]?)(\\d{0,30})(?:[.,](\\d{0,${mostDecimals}})|/(\\d{1,6}))?$`);

export type EntryFault = 'empty' | 'notNumber' | 'outOfRange';

/** A decimal or a fraction; a fault for anything else, for 1/0 and for what is out of range. */
export function readEntry(text: string): Rational | EntryFault {
  const plain = halfWidth(text).trim();
  if (plain === '') return 'empty';
  const parts = form.exec(plain);
  if (!parts) return 'notNumber';
  const [, sign, whole, decimals = '', divisor = '1'] = parts;
  if (whole + decimals === '' || /^0+$/.test(divisor)) return 'notNumber';
  const scale = 10n ** BigInt(decimals.length);
  const size = Rational.of(BigInt(whole + decimals), BigInt(divisor) * scale);
  if (size.compare(Rational.of(most)) > 0) return 'outOfRange';
  return sign === '-' ? size.negate() : size;
}

export const notations = ['decimal', 'fraction'] as const;
export type Notation = (typeof notations)[number];

/** Longer decimals are cut off after four places, with an ellipsis. */
const longest = 10;
const places = 4;

/** As a fraction in lowest terms, or as a decimal, cut off ("0.3333…") where it is long. */
export function written(value: Rational, notation: Notation): string {
  if (notation === 'fraction') return value.toString();
  const whole = value.toDecimal();
  if (whole !== undefined && whole.length <= longest) return whole;
  const scale = 10n ** BigInt(places);
  const cut = Rational.of((value.numerator * scale) / value.denominator, scale);
  const [before, after = ''] = (cut.toDecimal() ?? '').split('.');
  return `${before}.${after.padEnd(places, '0')}…`;
}

/** The text of an entry, for the field it stands in: never cut off, so that it can be edited. */
export function entryText(value: Rational, notation: Notation): string {
  return notation === 'fraction' ? value.toString() : shortest(value);
}

/** Plain text that `readEntry` reads back to the same number, for every number it can return. */
export function typed(value: Rational): string {
  return shortest(value).replace('−', '-');
}

function shortest(value: Rational): string {
  const decimal = value.toDecimal();
  const decimals = decimal?.split('.')[1]?.length ?? 0;
  return decimal === undefined || decimals > mostDecimals ? value.toString() : decimal;
}
