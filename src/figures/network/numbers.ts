// How the numbers of the network are written: whole where they are read, short where there is little room.
import { plain, trimmed } from '../../ui/words.ts';

/** Decimals of a number in a sum: all there are, for halves times tenths in the first two layers. */
export const digits = 3;

/** Five characters at most for |value| < 1000, to fit in a circle. */
export function brief(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return plain(Number(value.toPrecision(2)));
  return trimmed(value, size < 10 ? 2 : size < 100 ? 1 : 0);
}

/** "=" where `digits` decimals say it all, "≈" where they do not. */
export function equals(value: number): '=' | '≈' {
  return Math.abs(value - Number(value.toFixed(digits))) < 1e-9 ? '=' : '≈';
}

/** "+0.5" or "−1.5". */
export function withSign(value: number): string {
  return (value < 0 ? '' : '+') + trimmed(value, digits);
}
