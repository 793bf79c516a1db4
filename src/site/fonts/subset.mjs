// Makes the fonts in this folder from the packages that ship them (`npm run fonts`): only the
// characters the site uses, only the weights it sets. When a page needs a new one, a test says so:
// put it in here and run the command again.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

const digits = range(0x30, 0x39);
const capitals = range(0x41, 0x5a);
const letters = range(0x61, 0x7a);
/** What running text uses, with accents of names; Greek and √ the font does not have. */
const prose = `${digits}${capitals}${letters} !#%&'()*+,-./:;=?[]|\u00a0·Üäéöúü–—‘’“”…′″−`;
/** Formulas in roman type: digits, signs, letters of functions and number sets; the last is the stroke through ≠. */
const upright = `${digits}acefhilmnoprstuxLRU!()[]{}|+,./:;<=>±×·∣∥∂∈∞∘⋅⋯…√−≈≠≤≥→↦ℓ′\u00a0\u200b\ue020`;
const brackets = '()[]{}|√';

/** Small capitals, fractions and the like stay away; figures are lining and of one width without being asked. */
const keepFeatures = ['kern', 'liga'];
/** Without it, kerning is the same in all weights. */
const dropTables = ['GDEF'];

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght';
const katex = 'katex/dist/fonts/KaTeX_';

/**
 * File made here: the font it comes from, the characters it has, its variation axes.
 * @type {Record<string, { from: string, text: string, variationAxes?: Record<string, number | { min: number, max: number }> }>}
 */
export const fonts = {
  'source-serif-roman': {
    from: `${serif}-normal.woff2`,
    text: prose,
    variationAxes: { wght: { min: 400, max: 700 } },
  },
  'source-serif-italic': {
    from: `${serif}-italic.woff2`,
    text: `${digits}ACDEIJLMNOPRSTVX${letters} ().,-–’`,
    variationAxes: { wght: 400 },
  },
  'katex-main': { from: `${katex}Main-Regular.woff2`, text: upright },
  'katex-main-bold': { from: `${katex}Main-Bold.woff2`, text: digits },
  'katex-math': {
    from: `${katex}Math-Italic.woff2`,
    text: 'ACDHJLWabcdefghijkmnstuvwxyzΦαβεθπσφω',
  },
  'katex-ams': { from: `${katex}AMS-Regular.woff2`, text: 'CNQRZ' },
  'katex-size1': { from: `${katex}Size1-Regular.woff2`, text: `${brackets}∑∏∫` },
  'katex-size2': { from: `${katex}Size2-Regular.woff2`, text: `${brackets}∑∏∫` },
  'katex-size3': { from: `${katex}Size3-Regular.woff2`, text: brackets },
  'katex-size4': { from: `${katex}Size4-Regular.woff2`, text: brackets },
};

/** The bytes of one of them. */
export async function make(name) {
  const { from, text, variationAxes } = fonts[name];
  const font = await readFile(fileURLToPath(import.meta.resolve(from)));
  return subsetFont(font, text, {
    targetFormat: 'woff2',
    keepFeatures,
    dropTables,
    noHinting: true,
    ...(variationAxes && { variationAxes }),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of Object.keys(fonts)) {
    const made = await make(name);
    await writeFile(new URL(`./${name}.woff2`, import.meta.url), made);
    process.stdout.write(`${name}.woff2  ${made.length}\n`);
  }
}
