// Errors and ratios of errors as the figures of one-dimensional fits print them.
import { superscript } from './powers.ts';
import { fill, fixed, plain } from './words.ts';

/** Error not told from zero. */
export const NEGLIGIBLE = 1e-6;

/** Three figures of an error, and none below what can be told from zero. */
export const errorText = (error: number, scale = 1) => errorPhrase('< {error}', error, scale);

/** An error within a sentence; `below`, "less than {error}", where it is not told from zero. */
export function errorPhrase(below: string, error: number, scale = 1): string {
  return error >= NEGLIGIBLE
    ? significant(error * scale)
    : fill(below, { error: negligibleText(scale) });
}

/** What can be told from zero, in the reader's units: one figure, rounded up, for it is said to be more. */
export function negligibleText(scale: number): string {
  const size = NEGLIGIBLE * scale;
  let power = Math.floor(Math.log10(size));
  let figure = Math.ceil(size / 10 ** power - 1e-9);
  if (figure === 10) {
    figure = 1;
    power++;
  }
  if (power >= -9 && power <= 5) return fixed(figure * 10 ** power, Math.max(0, -power));
  return `${figure === 1 ? '' : `${figure} × `}10${superscript(power)}`;
}

/** Three significant figures, without a power of ten where there is room for all digits. */
export function significant(value: number): string {
  if (value === 0) return '0';
  // of the rounded value: 0.9999 is 1.00
  const digits = 2 - Math.floor(Math.log10(Math.abs(Number(value.toPrecision(3)))));
  if (digits > 9 || digits < -6) {
    const [figures, power] = value.toExponential(2).split('e');
    return `${figures?.replace('-', '−')} × 10${superscript(Number(power))}`;
  }
  return fixed(value, Math.max(0, digits));
}

/** A value as exact as a picture of the interval asks for: to 10⁻ᵖˡᵃᶜᵉˢ of its width, or little more. */
export function within(value: number, [from, to]: readonly [number, number], places = 3): string {
  const digits = places - Math.floor(Math.log10(to - from));
  return Math.abs(digits) > 9
    ? plain(Number(value.toPrecision(places + 1)))
    : fixed(value, Math.max(0, digits));
}

/** A factor to be read as "… times"; one that is hardly more than one is not printed as one. */
export const factor = (ratio: number) =>
  fixed(ratio, ratio >= 1.0005 && ratio < 1.005 ? 3 : ratio < 10 ? 2 : ratio < 100 ? 1 : 0);

/** A share in per cent, never rounded down: what is claimed must hold. */
export function percent(share: number): string {
  const value = share * 100;
  const step = value < 0.01 ? 0.001 : value < 1 ? 0.01 : value < 10 ? 0.1 : 1;
  return plain(Number((Math.ceil(value / step - 1e-9) * step || step).toFixed(3)));
}
