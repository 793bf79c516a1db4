// Words of the interface: templates with {names}, and numbers set the way the site sets them.
// No Intl here, so that the server's text and the browser's are the same to the letter.
import type english from '../../content/en/site.json';

/** The words all figures share, from content/<locale>/site.json. */
export type SharedWords = (typeof english)['figure'];

/** fill('{a} of {b}', { a: 1, b: 2 }) is "1 of 2"; throws when the template names something not given. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${template}"`);
    return typeof value === 'number' ? plain(value) : value;
  });
}

/** A number as it is, with a true minus sign. */
export function plain(value: number): string {
  return String(value).replaceAll('-', '−');
}

/** `value` with `digits` decimals and a true minus sign; never "−0.00". */
export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** "+ 1.20" or "− 1.20": a term of a sum, to be put after another. */
export function signed(value: number, digits: number): string {
  const text = fixed(Math.abs(value), digits);
  return value < 0 && Number(text) !== 0 ? `− ${text}` : `+ ${text}`;
}

/** `value` rounded to at most `digits` decimals, without trailing zeros and with a true minus sign. */
export function trimmed(value: number, digits: number): string {
  return plain(Number(value.toFixed(digits)) || 0);
}

/** Two sentences in a row: with a space between, or none after a Chinese mark, which has its own. */
export function joined(first: string, second: string): string {
  return /[。！？；，]$/.test(first) ? first + second : `${first} ${second}`;
}
