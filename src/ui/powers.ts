// Powers of ten and large counts as text.

/** A whole number as an exponent: ⁻¹². */
export const superscript = (power: number) =>
  String(power)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '');

/** 10⁻³ and the like, but 1 and 10 as they are. */
export const powerOfTen = (power: number) =>
  power === 0 ? '1' : power === 1 ? '10' : `10${superscript(power)}`;

/** A whole number with its thousands apart: 1024, 12 000. */
export function counted(value: number): string {
  return value < 1e4 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
