// Compares an edition with the English one: what is missing, what is left over, what no longer
// matches. Reports every gap, so that a translator sees the whole list at once.
import { type Chapter, figureId } from './chapter.ts';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Gaps between two label files: keys, lengths of lists, kinds of values, {names} in templates. */
export function labelGaps(file: string, english: Json, other: Json, path = ''): string[] {
  const at = `${file}: ${path || 'the file'}`;
  if (typeof english === 'string') {
    if (typeof other !== 'string') return [`${at} is not text`];
    const [expected, got] = [namesIn(english), namesIn(other)];
    return expected === got ? [] : [`${at} has {${got}}, expected {${expected}}`];
  }
  if (Array.isArray(english)) {
    if (!Array.isArray(other)) return [`${at} is not a list`];
    if (english.length !== other.length) {
      return [`${at} has ${other.length} entries, expected ${english.length}`];
    }
    return english.flatMap((each, i) => labelGaps(file, each, other[i], `${path}[${i}]`));
  }
  if (english === null || typeof english !== 'object') return [];
  if (other === null || typeof other !== 'object' || Array.isArray(other)) {
    return [`${at} is not a group of labels`];
  }
  const [expected, got] = [english as Record<string, Json>, other as Record<string, Json>];
  const inner = (key: string) => (path ? `${path}.${key}` : key);
  return [
    ...Object.keys(got)
      .filter((key) => !Object.hasOwn(expected, key))
      .map((key) => `${file}: ${inner(key)} is not in the English file`),
    ...Object.entries(expected).flatMap(([key, value]) =>
      Object.hasOwn(got, key)
        ? labelGaps(file, value, got[key] as Json, inner(key))
        : [`${file}: ${inner(key)} is missing`],
    ),
  ];
}

const namesIn = (template: string) =>
  [...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(', ');

/** Gaps between two editions of a chapter; `headings` are the ids of all headings in both. */
export function chapterGaps(
  english: Chapter,
  other: Chapter,
  headings: ReadonlySet<string>,
): string[] {
  const { file } = other;
  const difference = (what: string, expected: readonly string[], got: readonly string[]) => [
    ...without(expected, got).map((each) => `${file}: ${what} ${each} is missing`),
    ...without(got, expected).map(
      (each) => `${file}: ${what} ${each} is not in the English chapter`,
    ),
  ];
  const named = (chapter: Chapter, tag: string, attribute: string) =>
    chapter.tags
      .filter(({ name }) => name === tag)
      .map(({ attributes }) => attributes[attribute] ?? '');
  const sequence = (what: string, of: (chapter: Chapter) => readonly string[]) => {
    const [expected, got] = [of(english), of(other)];
    const at = expected.findIndex((each, i) => each !== got[i]);
    if (at < 0 && got.length === expected.length) return [];
    const where = at < 0 ? expected.length : at;
    return [`${file}: ${what} ${where + 1} is ${got[where]}, expected ${expected[where]}`];
  };
  return [
    ...difference('fact', named(english, 'Fact', 'name'), named(other, 'Fact', 'name')),
    ...difference('reference', named(english, 'Cite', 'of'), named(other, 'Cite', 'of')),
    ...difference('number', numbersIn(english), numbersIn(other)),
    ...difference('link', linksIn(english, headings), linksIn(other, headings)),
    ...sequence('block', blocksOf),
    ...sequence('displayed formula', formulasOf),
    ...sequence('guess', ({ source }) =>
      [...source.matchAll(/<Guess( correct)?>/g)].map(([, right]) => (right ? 'right' : 'wrong')),
    ),
  ];
}

/** `list` less what `taken` holds, counting repetitions. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const rest = [...taken];
  return list.filter((each) => {
    const i = rest.indexOf(each);
    if (i >= 0) rest.splice(i, 1);
    return i < 0;
  });
}

/** Numbers of two digits or more: smaller ones may be words in one language and digits in another. */
const numbersIn = ({ prose }: Chapter) => prose.match(/\d{2,}/g) ?? [];

/** Links, with anchors of headings left out: headings are named in the page's language. */
const linksIn = ({ links }: Chapter, headings: ReadonlySet<string>) =>
  links.map((link) =>
    link
      .replace(/#(.+)$/, (whole, anchor: string) => (headings.has(anchor) ? '#…' : whole))
      // a licence's page in another language
      .replace(/deed\.[\w-]+$/, ''),
  );

/** What stands where: headings by level, figures by name, and all else as text. */
function blocksOf({ source }: Chapter): string[] {
  return source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split(/\n\n+/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => {
      const heading = /^(#{2,3}) /.exec(block)?.[1];
      if (heading) return `a heading of level ${heading.length}`;
      const [, name, rest = ''] = /^<([A-Z]\w*)([\s\S]*)/.exec(block) ?? [];
      if (!name) return /^(?:\$\$|- |\d\. |> |\|)/.exec(block)?.[0].trim() ?? 'text';
      const id = /id="([^"]*)"/.exec(rest)?.[1];
      return figureId({ name, attributes: id ? { id } : {} });
    });
}

/** Displayed formulas without the words in them. */
const formulasOf = ({ source }: Chapter) =>
  [...source.matchAll(/\$\$([\s\S]*?)\$\$/g)].map(([, tex = '']) =>
    tex.replace(/\\text\{[^}]*\}/g, '').replace(/[\s,.]+/g, ''),
  );
