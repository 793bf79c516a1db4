// Makes the fonts in this folder from the packages that ship them (`npm run fonts`): only the
// characters the site uses, only the weights it sets. Run it again when the site needs a new
// character; a test compares the fonts with what the built pages show.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

const ascii = range(0x20, 0x7e);
/** Accented letters of names in the bibliography, dashes, quotes, and signs used in running text. */
export const prose = `${ascii}\u00a0§©«°±²³·¹»×ÄÅÉÖØÜßàáâãäåæçèéêëìíîïñòóôõö÷øùúûüýčřšž–—‘’“”†‡•…′″−`;
const greek = 'αβγδεζηθικλμνξοπρσςτυφχψωϑϕϱϵΓΔΘΛΞΠΣΥΦΨΩ';
const operators =
  '∀∃∈∉∋∏∑−∓∗∘∙√∝∞∠∣∥∧∨∩∪∫∼≃≅≈≠≡≤≥≪≫⊂⊃⊆⊇⊕⊗⊥⋅⋮⋯⋱←↑→↓↔⇐⇒⇔↦∂∇ℓ∅′ˆ˜¯˙⟨⟩⌈⌉⌊⌋±×÷¬∖·…\u00a0\u2009\u200b⟶⟼⟹⟸⟺';

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght';
const katex = 'katex/dist/fonts/KaTeX_';

/** [file made here, font it comes from, characters, variation axes] */
const fonts = [
  ['source-serif-roman', `${serif}-normal.woff2`, prose, { wght: { min: 400, max: 700 } }],
  ['source-serif-italic', `${serif}-italic.woff2`, prose, { wght: 400 }],
  ['katex-main', `${katex}Main-Regular.woff2`, ascii + greek + operators],
  ['katex-main-bold', `${katex}Main-Bold.woff2`, range(0x41, 0x7a) + range(0x30, 0x39)],
  ['katex-math', `${katex}Math-Italic.woff2`, ascii + greek],
  ['katex-ams', `${katex}AMS-Regular.woff2`, 'RNQZCKE⩽⩾□■∄⊊∖'],
  ['katex-caligraphic', `${katex}Caligraphic-Regular.woff2`, range(0x41, 0x5a)],
  ['katex-size1', `${katex}Size1-Regular.woff2`, undefined],
  ['katex-size2', `${katex}Size2-Regular.woff2`, undefined],
  ['katex-size3', `${katex}Size3-Regular.woff2`, undefined],
  ['katex-size4', `${katex}Size4-Regular.woff2`, undefined],
];

for (const [name, source, text, variationAxes] of fonts) {
  const font = await readFile(fileURLToPath(import.meta.resolve(source)));
  const made = text
    ? await subsetFont(font, text, {
        targetFormat: 'woff2',
        ...(variationAxes && { variationAxes }),
      })
    : font;
  await writeFile(new URL(`./${name}.woff2`, import.meta.url), made);
  process.stdout.write(`${name}.woff2  ${font.length} → ${made.length}\n`);
}
