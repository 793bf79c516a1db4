import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import references from '../content/references.json' with { type: 'json' };
import { facts } from '../src/facts/registry.ts';
import { figureId, readChapter, slug } from './content/chapter.ts';
import { faultsOf } from './content/faults.ts';

const content = new URL('../content/', import.meta.url);
const locales = readdirSync(content, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const known = {
  facts: new Set(Object.keys(facts)),
  references: new Set(Object.keys(references)),
};

function chaptersOf(locale: string) {
  const folder = new URL(`${locale}/chapters/`, content);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readChapter(`${locale}/${name}`, readFileSync(new URL(name, folder), 'utf8')));
}

describe('the chapters', () => {
  test.each(locales)('in "%s" have no faults', (locale) => {
    expect(faultsOf(chaptersOf(locale), known)).toEqual([]);
  });

  test('are the same in every locale', () => {
    const routes = locales.map((locale) => chaptersOf(locale).map(({ route }) => route));
    for (const each of routes) expect(each).toEqual(routes[0]);
  });

  test('cite a bibliography whose entries have authors, a title and a secure address if any', () => {
    const faults = Object.entries(references).flatMap(([key, entry]) => {
      const url = 'url' in entry ? entry.url : undefined;
      return [
        ...(entry.authors.length === 0 ? [`${key}: no authors`] : []),
        ...(entry.title === '' ? [`${key}: no title`] : []),
        ...(url !== undefined && !/^https?:\/\//.test(url) ? [`${key}: odd address ${url}`] : []),
        ...('year' in entry && !key.endsWith(String(entry.year)) ? [`${key}: another year`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });
});

describe('the checker', () => {
  test('reports every kind of fault at once', () => {
    const broken = readChapter(
      'xx/proof.mdx',
      `---\ntitle: T\ndescription: ${'d'.repeat(156)}\norder: 1\n---\n
## Same heading\n\n## Same heading\n
The error is 0.25, or 30 %. <Fact name="no-such" /> <Cite of="nobody1900" />
See [there](/nowhere/) and [here](#not-here); $0.5$ and \`0.5\` are fine, as is CC BY 4.0.\n
<Predict question="Which?">\n<Guess>one</Guess>\n</Predict>\n`,
    );
    const faults = faultsOf([broken], { facts: new Set(['unused']), references: new Set() });
    expect(faults).toEqual([
      'xx/proof.mdx: the front matter has no nav',
      'xx/proof.mdx: description too long: got 156 characters, expected ≤ 155',
      'xx/proof.mdx: unknown fact "no-such"',
      'xx/proof.mdx: unknown reference "nobody1900"',
      'xx/proof.mdx: "Which?": expected at least 2 guesses',
      'xx/proof.mdx: "Which?": expected exactly 1 correct guesses',
      'xx/proof.mdx: "Which?": expected exactly 1 answers',
      'xx/proof.mdx: bare number 0.25; make it a <Fact />',
      'xx/proof.mdx: bare number 30 %; make it a <Fact />',
      'xx/proof.mdx: link to an unknown page: /nowhere/',
      'xx/proof.mdx: link to an unknown place: #not-here',
      'xx/proof.mdx: two headings or figures have the id "same-heading"',
      'fact "unused" is never used',
    ]);
  });

  test.each([
    ['HiddenSpace', {}, 'hidden-space'],
    ['Train221', {}, 'train-2-2-1'],
    ['Collapse', { id: 'collapse-proof' }, 'collapse-proof'],
  ])('gives <%s> the id of its figure', (name, attributes, id) => {
    expect(figureId({ name, attributes })).toBe(id);
  });

  test('gives a heading the id that the page gives it', () => {
    expect(slug('Polynomials: depth decides, width does not')).toBe(
      'polynomials-depth-decides-width-does-not',
    );
  });
});
