// The Chinese edition keeps one term for one idea, and is set the Chinese way.
import { expect, it } from 'vitest';
import glossary from '../../content/zh/glossary.json' with { type: 'json' };
import { BOX, textsOf } from './texts.ts';

const english = textsOf('en');
const chinese = [...textsOf('zh')];

interface Term {
  readonly english: readonly string[];
  readonly chinese: string;
  /** Other words for the same idea, not to be used. */
  readonly never: readonly string[];
  /** The English word has other senses, or the Chinese sentence may do without it. */
  readonly loose?: boolean;
}
const terms: readonly Term[] = glossary.terms;

it('every term of the glossary is in use, and no other word for the same idea is', () => {
  const all = chinese.map(([, text]) => text).join('\n');
  const unused = terms.filter((term) => !all.includes(term.chinese)).map((term) => term.chinese);
  expect(unused).toEqual([]);
  const variants = chinese.flatMap(([place, text]) =>
    terms.flatMap((term) =>
      term.never
        .filter((variant) => text.replaceAll(term.chinese, '').includes(variant))
        .map((variant) => `${place}: “${variant}” should be “${term.chinese}”`),
    ),
  );
  expect(variants).toEqual([]);
});

it('where the English text uses a term, the Chinese text uses its one translation', () => {
  const faults = chinese.flatMap(([place, text]) =>
    terms
      .filter(({ loose }) => !loose)
      .filter((term) =>
        term.english.some((word) => new RegExp(`\\b${word}`, 'i').test(english.get(place) ?? '')),
      )
      .filter((term) => !text.includes(term.chinese))
      .map((term) => `${place}: no “${term.chinese}” in “${text}”, for “${english.get(place)}”`),
  );
  expect(faults).toEqual([]);
});

const han = '[\\p{Script=Han}]';
const full = '[，。：；？！（）“”、《》]';

/** What a Chinese text must not hold; markup that Markdown needs is not text. */
const misprints: Readonly<Record<string, RegExp>> = {
  'a mark of Latin width beside a Han character': new RegExp(
    `${han}[,.:;?!()"']|[,:;?!()"']${han}`,
    'u',
  ),
  'a space between Han and anything else: the page makes it': new RegExp(
    `${han} +[\\p{L}\\p{N}${BOX}{(]|[\\p{L}\\p{N}${BOX})}] +${han}`,
    'u',
  ),
  'a space beside a mark of full width': new RegExp(`(?<=\\S) ${full}|${full} `, 'u'),
  'three full stops for an ellipsis': /\.\.\.|。。/,
  'straight or corner quotation marks': /["「」『』]/,
  'a line break within a sentence': /[，、；]\n/,
};

it('is punctuated with full-width marks and without spaces beside Han characters', () => {
  const faults = chinese.flatMap(([place, raw]) => {
    const text = raw
      .replace(/^(?:#{2,3}|-|>|\d\.|\|)\s/gm, '')
      .replace(/ \|\s?/g, '\n')
      .replace(/[*[\]]/g, '');
    return Object.entries(misprints)
      .filter(([, pattern]) => pattern.test(text))
      .map(([what, pattern]) => `${place}: ${what}: “${pattern.exec(text)?.[0]}” in “${text}”`);
  });
  expect(faults).toEqual([]);
});

it.each([
  ['第一,第二', 'a mark of Latin width beside a Han character'],
  ['(括号)', 'a mark of Latin width beside a Han character'],
  ['用 ReLU', 'a space between Han and anything else: the page makes it'],
  [`等于 ${BOX}`, 'a space between Han and anything else: the page makes it'],
  ['好。 坏', 'a space beside a mark of full width'],
  ['等等...', 'three full stops for an ellipsis'],
  ['「这样」', 'straight or corner quotation marks'],
  ['一，\n二', 'a line break within a sentence'],
])('the rules find the misprint in “%s”', (text, rule) => {
  expect(misprints[rule]?.test(text)).toBe(true);
});
