// Every word on a page is in the page's language, or marked as being in another, or a name.
import { expect, it } from 'vitest';
import benchmark from '../../content/benchmark.generated.json' with { type: 'json' };
import references from '../../content/references.json' with { type: 'json' };
import glossary from '../../content/zh/glossary.json' with { type: 'json' };
import { files, pages, parse, read } from './built.ts';
import { editionOf, editions, englishOf, inEdition } from './editions.ts';

/** What is the same in every language: formulas, their symbols in running text, code, keys. */
const universal = '.katex, svg.plane text, code, pre, script, style, [translate=no]';

/** Words of a page in its own language: text, and attributes that are read out or shown. */
function wordsOf(page: string): { readonly lang: string; readonly words: string[] } {
  const document = parse(page);
  const lang = document.documentElement.getAttribute('lang') ?? '';
  const words: string[] = [];
  const visit = (element: Element) => {
    const own = element.getAttribute('lang');
    if ((own !== null && own !== lang) || element.matches(universal)) return;
    for (const name of ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder', 'content']) {
      const value = element.getAttribute(name);
      const isText =
        name !== 'content' ||
        /title|description|alt$/.test(
          `${element.getAttribute('name')} ${element.getAttribute('property')}`,
        );
      if (value && isText) words.push(value);
    }
    for (const child of element.childNodes) {
      if (child.nodeType === 3) words.push(child.textContent ?? '');
      if (child.nodeType === 1) visit(child as Element);
    }
  };
  visit(document.documentElement);
  return { lang, words: words.map((text) => text.trim()).filter(Boolean) };
}

/** Names of people and things that are written the same in Chinese, the longest first. */
const names = [
  ...glossary.latin,
  // authors as cited, by family name
  ...Object.values(references).flatMap(({ authors }) =>
    authors.map((author) => author.split(',')[0] ?? ''),
  ),
  // those whose names are given in full
  ...['DeepHub', 'Dorian', 'Matus', 'Michael', 'Christopher', 'Andrew', 'English'],
  // functions as they are written in formulas, and what else is called so
  ...['sin', 'cos', 'exp', 'max', 'if', 'TV', 'PyTorch'],
  // what the core is measured against, and on
  ...['TensorFlow.js', 'jax-js', 'convnetjs', 'brain.js', 'synaptic', 'Node', 'Chromium'],
  ...['TypeScript', 'JavaScript', 'WebAssembly'],
].sort((a, b) => b.length - a.length);

const withoutNames = (text: string) =>
  names.reduce(
    (rest, name) => rest.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), ' '),
    text.replaceAll(benchmark.processor, ' '),
  );

const articles = pages.filter((page) => page !== '404.html');
const of = (folder: string) => articles.filter((page) => editionOf(page).folder === folder);
const zh = of('zh');

it('every edition has the pages of the English one', () => {
  const english = of('en').toSorted();
  for (const { folder } of editions) {
    expect(of(folder).map(englishOf).toSorted(), folder).toEqual(english);
  }
});

it('every page says that it is in the language of its edition', () => {
  for (const page of articles) expect(wordsOf(page).lang, page).toBe(editionOf(page).lang);
});

it('Chinese pages hold no English but formulas, code and names in the glossary’s "latin"', () => {
  const faults = zh.flatMap((page) => {
    const { words } = wordsOf(page);
    return words
      .filter((text) => /[a-z]{2,}/i.test(withoutNames(text)))
      .map((text) => `${page}: ${text}`);
  });
  const advice = 'translate these, or add a name to "latin" in content/zh/glossary.json';
  expect([...new Set(faults)], advice).toEqual([]);
});

it('English pages hold no Chinese but what is marked as such', () => {
  const faults = of('en').flatMap((page) =>
    wordsOf(page)
      .words.filter((text) => /\p{Script=Han}/u.test(text))
      .map((text) => `${page}: ${text}`),
  );
  expect(faults).toEqual([]);
});

it('the 404 page speaks every language, each marked as such', () => {
  const sections = [...parse('404.html').querySelectorAll('main section[lang]')];
  expect(sections.map((section) => section.getAttribute('lang'))).toEqual(
    editions.map(({ lang }) => lang),
  );
  expect(wordsOf('404.html').words.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});

it('every page names all its editions, and the default one, to search engines', () => {
  for (const page of articles) {
    const links = [...parse(page).querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [
      link.getAttribute('hreflang'),
      link.getAttribute('href'),
    ]);
    const english = englishOf(page).replace(/index\.html$/, '');
    const site = links[0]?.[1]?.slice(0, -english.length || undefined) ?? '';
    const address = (folder: string) => `${site}${inEdition(english, folder)}`;
    expect(links, page).toEqual([
      ...editions.map(({ folder, lang }) => [lang, address(folder)]),
      ['x-default', address('en')],
    ]);
  }
  const sitemap = read('sitemap-0.xml');
  for (const { lang } of editions) expect(sitemap).toContain(`hreflang="${lang}"`);
  expect(sitemap).not.toContain('hreflang="zh"');
});

it.each(editions)('the edition "$folder" has a card, made by `npm run pictures`', ({ folder }) => {
  const file = `cards/${folder}.png`;
  expect(files.includes(file), `${file} is missing: npm run build, npm run pictures`).toBe(true);
});

it('every page shows the card of its language, and links to the same page in the others', () => {
  for (const page of articles) {
    const document = parse(page);
    const { folder } = editionOf(page);
    const card = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
    if (card) expect(card, page).toMatch(new RegExp(`cards/${folder}\\.png$`));
    const links = [...document.querySelectorAll('.language')].map((link) => {
      const address = new URL(link.getAttribute('href') ?? '', `http://site/${page}`);
      return `${address.pathname.slice(1)}index.html`;
    });
    const others = editions.filter((other) => other.folder !== folder);
    expect(links, page).toEqual(others.map((other) => inEdition(englishOf(page), other.folder)));
  }
});
