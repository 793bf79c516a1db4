// Every word on a page is in the page's language, or marked as being in another, or a name.
import { expect, it } from 'vitest';
import benchmark from '../../content/benchmark.generated.json' with { type: 'json' };
import glossary from '../../content/zh/glossary.json' with { type: 'json' };
import { files, pages, parse, read } from './built.ts';

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
  // authors as cited, and functions as they are written in formulas
  ...['Barron', 'Bellman', 'Cybenko', 'DeepHub', 'Glorot', 'Bengio', 'Golub', 'Pereyra', 'Hornik'],
  ...[
    'Kingma',
    'Ba',
    'Kirchberger',
    'Lazar',
    'Leshno',
    'Marquardt',
    'Minsky',
    'Papert',
    'Montúfar',
  ],
  ...[
    'Nair',
    'Hinton',
    'Olah',
    'Pinkus',
    'Radon',
    'Rumelhart',
    'Saxe',
    'Smilkov',
    'Telgarsky',
    'He',
  ],
  ...['Lin', 'Schocken', 'Dorian', 'Matus', 'Michael', 'Christopher', 'Andrew', 'English'],
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

const zh = pages.filter((page) => page.startsWith('zh/'));
const en = pages.filter((page) => !page.startsWith('zh/') && page !== '404.html');

it('Chinese pages hold no English but formulas, code and names', () => {
  expect(zh.length).toBe(en.length);
  const faults = zh.flatMap((page) => {
    const { lang, words } = wordsOf(page);
    expect(lang).toBe('zh-CN');
    return words
      .filter((text) => /[a-z]{2,}/i.test(withoutNames(text)))
      .map((text) => `${page}: ${text}`);
  });
  expect(faults).toEqual([]);
});

it('English pages hold no Chinese but what is marked as such', () => {
  const faults = en.flatMap((page) =>
    wordsOf(page)
      .words.filter((text) => /\p{Script=Han}/u.test(text))
      .map((text) => `${page}: ${text}`),
  );
  expect(faults).toEqual([]);
});

it('the 404 page speaks every language, each marked as such', () => {
  const sections = [...parse('404.html').querySelectorAll('main section[lang]')];
  expect(sections.map((section) => section.getAttribute('lang'))).toEqual(['en', 'zh-CN']);
  expect(wordsOf('404.html').words.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});

it('every page names its other edition, and the default one, to search engines', () => {
  for (const page of [...en, ...zh]) {
    const links = [...parse(page).querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [
      link.getAttribute('hreflang'),
      link.getAttribute('href'),
    ]);
    const english = page.replace(/^zh\//, '').replace(/index\.html$/, '');
    expect(
      links.map(([lang]) => lang),
      page,
    ).toEqual(['en', 'zh-CN', 'x-default']);
    expect(links[0]?.[1], page).toBe(links[2]?.[1]);
    expect(links[1]?.[1], page).toBe(
      links[0]?.[1]?.replace(new RegExp(`${english}$`), `zh/${english}`),
    );
  }
  const sitemap = read('sitemap-0.xml');
  expect(sitemap).toContain('hreflang="zh-CN"');
  expect(sitemap).not.toContain('hreflang="zh"');
});

it('every page has a card of its language, and links to the same page in the other', () => {
  for (const page of [...en, ...zh]) {
    const document = parse(page);
    const locale = page.startsWith('zh/') ? 'zh' : 'en';
    const card = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
    if (card) expect(files).toContain(/cards\/.*/.exec(card)?.[0]);
    if (card) expect(card).toMatch(new RegExp(`cards/${locale}\\.png$`));
    const other = locale === 'zh' ? page.replace('zh/', '') : `zh/${page}`;
    const link = document.querySelector('.language')?.getAttribute('href') ?? '';
    const path = new URL(link, `http://site/${page}`).pathname.slice(1);
    expect(`${path}index.html`, page).toBe(other);
  }
});
