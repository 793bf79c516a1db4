// What can be wrong with the chapters of one locale. Every check reports all it finds, so that an
// author sees the whole list at once.
import { type Chapter, figureId, slug } from './chapter.ts';

export interface Known {
  readonly facts: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
}

/** Longest description that search engines and social cards show whole. */
const DESCRIPTION_LIMIT = 155;

export function faultsOf(chapters: readonly Chapter[], known: Known): string[] {
  return [
    ...chapters.flatMap((chapter) => [
      ...frontMatterFaults(chapter),
      ...tagFaults(chapter, known),
      ...predictFaults(chapter),
      ...bareNumberFaults(chapter),
    ]),
    ...orderFaults(chapters),
    ...linkFaults(chapters, known),
    ...repeatedAnchors(chapters),
    ...unusedFacts(chapters, known),
  ];
}

function frontMatterFaults({ file, frontMatter, route }: Chapter): string[] {
  const wanted = ['title', 'description', 'nav', 'order', ...(route === '/' ? ['promise'] : [])];
  const missing = wanted.filter((key) => !frontMatter[key]);
  const length = [...(frontMatter['description'] ?? '')].length;
  return [
    ...missing.map((key) => `${file}: the front matter has no ${key}`),
    ...(length > DESCRIPTION_LIMIT
      ? [`${file}: description too long: got ${length} characters, expected ≤ ${DESCRIPTION_LIMIT}`]
      : []),
  ];
}

function orderFaults(chapters: readonly Chapter[]): string[] {
  const seen = new Map<string, string>();
  return chapters.flatMap(({ file, frontMatter }) => {
    const order = frontMatter['order'] ?? '';
    const other = seen.get(order);
    seen.set(order, file);
    return other === undefined ? [] : [`${file}: order ${order} is taken by ${other}`];
  });
}

function tagFaults({ file, tags }: Chapter, { facts, references }: Known): string[] {
  return tags.flatMap(({ name, attributes: { name: fact = '', of = '' } }) => {
    if (name === 'Fact' && !facts.has(fact)) return [`${file}: unknown fact "${fact}"`];
    if (name === 'Cite' && !references.has(of)) return [`${file}: unknown reference "${of}"`];
    return [];
  });
}

function predictFaults({ file, source }: Chapter): string[] {
  return [...source.matchAll(/<Predict question="([^"]*)">([\s\S]*?)<\/Predict>/g)].flatMap(
    ([, question = '', body = '']) => {
      const count = (pattern: RegExp) => [...body.matchAll(pattern)].length;
      const parts = [
        ['guesses', count(/<Guess/g) >= 2, 'at least 2'],
        ['correct guesses', count(/<Guess correct>/g) === 1, 'exactly 1'],
        ['answers', count(/<Answer>/g) === 1, 'exactly 1'],
      ] as const;
      return parts
        .filter(([, right]) => !right)
        .map(([what, , expected]) => `${file}: "${question}": expected ${expected} ${what}`);
    },
  );
}

/** Decimals, percentages, multiples and large counts in prose must be facts; versions may stay. */
function bareNumberFaults({ file, prose }: Chapter): string[] {
  const allowed = prose.replace(/(Attribution |BY |署名)\d\.\d/g, '');
  const results = allowed.match(/\d+[.,]\d+|\d+(?:\.\d+)?\s?(?:%|×|percent|per cent)/g) ?? [];
  return results.map((number) => `${file}: bare number ${number}; make it a <Fact />`);
}

function anchorsOf({ headings, tags }: Chapter): string[] {
  const figures = tags.filter(({ name }) => !TEXT_TAGS.has(name)).map(figureId);
  return [...headings.map(slug), ...figures];
}

const TEXT_TAGS = new Set([
  ...['Answer', 'Aside', 'Cite', 'ClassA', 'ClassB', 'Definition', 'Fact', 'Guess', 'Predict'],
  ...['ProofBlock', 'References', 'Term', 'Theorem', 'U1', 'U2'],
]);

/** <References /> gives every entry of the bibliography an anchor. */
const referenceAnchors = ({ tags }: Chapter, { references }: Known) =>
  tags.some(({ name }) => name === 'References') ? [...references].map((key) => `ref-${key}`) : [];

function linkFaults(chapters: readonly Chapter[], known: Known): string[] {
  const anchors = new Map(
    chapters.map((chapter) => [
      chapter.route,
      [...anchorsOf(chapter), ...referenceAnchors(chapter, known)],
    ]),
  );
  return chapters.flatMap(({ file, links, route }) =>
    links
      .filter((link) => /^[/#]/.test(link))
      .flatMap((link) => {
        const [path = '', anchor] = link.split('#');
        const targets = anchors.get(path || route);
        if (!targets) return [`${file}: link to an unknown page: ${link}`];
        const found = anchor === undefined || targets.includes(anchor);
        return found ? [] : [`${file}: link to an unknown place: ${link}`];
      }),
  );
}

function repeatedAnchors(chapters: readonly Chapter[]): string[] {
  return chapters.flatMap((chapter) => {
    const ids = anchorsOf(chapter);
    const repeated = ids.filter((id, i) => ids.indexOf(id) < i);
    return repeated.map((id) => `${chapter.file}: two headings or figures have the id "${id}"`);
  });
}

function unusedFacts(chapters: readonly Chapter[], { facts }: Known): string[] {
  const used = new Set(
    chapters.flatMap(({ tags }) =>
      tags.filter(({ name }) => name === 'Fact').map(({ attributes }) => attributes['name']),
    ),
  );
  return [...facts].filter((name) => !used.has(name)).map((name) => `fact "${name}" is never used`);
}
