// Formulas and numbers as people type and paste them: a Chinese keyboard gives full-width digits and signs,
// and 。 for a point; text from elsewhere has typographic minus signs.

/** The same in plain digits and signs, sign for sign, so that places stay what they are. */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[−–]/g, '-')
    .replaceAll('。', '.')
    .replaceAll('、', ',')
    .replaceAll('\u3000', ' ');
}
