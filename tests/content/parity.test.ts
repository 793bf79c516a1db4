import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readChapter, slug } from './chapter.ts';
import { chapterGaps, type Json, labelGaps } from './parity.ts';

const content = new URL('../../content/', import.meta.url);
const editions = readdirSync(content, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map(({ name }) => name);

const filesOf = (locale: string, ending: string) =>
  readdirSync(new URL(`${locale}/`, content), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.replaceAll('\\', '/'));
const read = (file: string) => readFileSync(new URL(file, content), 'utf8');
const json = (file: string): Json => JSON.parse(read(file));

describe.each(editions)('the edition "%s"', (locale) => {
  it('has the files of the English one, and no others but its glossary', () => {
    for (const ending of ['.json', '.mdx']) {
      const got = filesOf(locale, ending).filter((file) => file !== 'glossary.json');
      expect(got.sort()).toEqual(filesOf('en', ending).sort());
    }
  });

  it('has the labels of the English one, with the same names in their templates', () => {
    const gaps = filesOf('en', '.json')
      .filter((file) => existsSync(new URL(`${locale}/${file}`, content)))
      .flatMap((file) =>
        labelGaps(`${locale}/${file}`, json(`en/${file}`), json(`${locale}/${file}`)),
      );
    expect(gaps).toEqual([]);
  });

  it('has the headings, figures, facts, references, links, numbers and formulas of the English one', () => {
    const pairs = filesOf('en', '.mdx')
      .filter((file) => existsSync(new URL(`${locale}/${file}`, content)))
      .map((file) =>
        ['en', locale].map((of) => readChapter(`${of}/${file}`, read(`${of}/${file}`))),
      );
    const headings = new Set(pairs.flat().flatMap((chapter) => chapter.headings.map(slug)));
    const gaps = pairs.flatMap(([english, other]) =>
      english && other ? chapterGaps(english, other, headings) : [],
    );
    expect(gaps).toEqual([]);
  });
});

describe('the comparison', () => {
  it('reports every kind of gap in labels at once', () => {
    const english = {
      title: 'One',
      count: '{n} of {total}',
      list: ['a', 'b'],
      group: { x: 'x' },
      y: 'y',
    };
    const other = { title: ['一'], count: '{n}', list: ['甲'], group: '组', extra: '多' };
    expect(labelGaps('xx/f.json', english, other)).toEqual([
      'xx/f.json: extra is not in the English file',
      'xx/f.json: title is not text',
      'xx/f.json: count has {n}, expected {n, total}',
      'xx/f.json: list has 1 entries, expected 2',
      'xx/f.json: group is not a group of labels',
      'xx/f.json: y is missing',
    ]);
  });

  it('reports every kind of gap in a chapter at once', () => {
    const head = '---\ntitle: T\n---\n\n';
    const english = `${head}In 1989 <Fact name="a" /> <Cite of="b1999" /> [p](/proof/).\n\n## H\n\n$$\nx \\text{ if } y\n$$\n\n<Neuron />\n\n<Guess correct>q</Guess>\n`;
    const other = `${head}12 <Fact name="c" />\n\n$$\nx \\text{若} z\n$$\n\n<Neuron />\n\n<Guess>q</Guess>\n`;
    const chapters = [readChapter('en/f.mdx', english), readChapter('xx/f.mdx', other)] as const;
    expect(chapterGaps(...chapters, new Set())).toEqual([
      'xx/f.mdx: fact a is missing',
      'xx/f.mdx: fact c is not in the English chapter',
      'xx/f.mdx: reference b1999 is missing',
      'xx/f.mdx: number 1989 is missing',
      'xx/f.mdx: number 12 is not in the English chapter',
      'xx/f.mdx: link /proof/ is missing',
      'xx/f.mdx: block 2 is $$, expected a heading of level 2',
      'xx/f.mdx: displayed formula 1 is xz, expected xy',
      'xx/f.mdx: guess 1 is wrong, expected right',
    ]);
  });
});
