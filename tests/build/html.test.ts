// Every page is valid HTML, and its head says what it is and where it lives.
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { siteAddress } from '../../src/site/address.mjs';
import { pages, parse, read } from './built.ts';
import { editionOf, englishOf } from './editions.ts';

// all its rules but one: files of the page's own origin need no digest
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: { 'require-sri': 'off' },
});

it.each(pages)(
  '%s is valid HTML',
  async (page) => {
    const { results } = await validator.validateString(read(page), page);
    const faults = results.flatMap(({ messages }) =>
      messages.map(
        ({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`,
      ),
    );
    expect(faults).toEqual([]);
  },
  60_000,
);

it('finds what is not valid', async () => {
  const { valid } = await validator.validateString('<!doctype html><p><div></div></p>', 'x.html');
  expect(valid).toBe(false);
});

const { site, base } = siteAddress();
const chapters = pages.filter((page) => page !== '404.html' && !/(^|\/)data\//.test(page));
const addressOf = (page: string) => site + base + page.replace(/index\.html$/, '');

interface Article {
  readonly '@type': string;
  readonly headline: string;
  readonly description: string;
  readonly inLanguage: string;
  readonly url: string;
  readonly image: string;
  readonly license: string;
  readonly datePublished: string;
  readonly author: { readonly '@type': string; readonly name: string };
  readonly translationOfWork?: { readonly '@id': string };
  readonly workTranslation?: readonly { readonly '@id': string }[];
}
const articleOf = (page: string): Article => {
  const scripts = [...parse(page).querySelectorAll('script[type="application/ld+json"]')];
  expect(scripts, page).toHaveLength(1);
  return JSON.parse(scripts[0]?.textContent ?? '');
};

describe.each(chapters)('the head of %s', (page) => {
  const document = parse(page);

  it('names the one address of the page, and the same to those who share it', () => {
    const canonical = [...document.querySelectorAll('link[rel=canonical]')];
    expect(canonical.map((link) => link.getAttribute('href'))).toEqual([addressOf(page)]);
    expect(document.querySelector('meta[property="og:url"]')?.getAttribute('content')).toBe(
      addressOf(page),
    );
  });

  it('describes an article in the words of the page', () => {
    const article = articleOf(page);
    expect(article['@type']).toBe('Article');
    expect(article.headline).toBe(document.querySelector('h1')?.textContent);
    expect(article.description).toBe(
      document.querySelector('meta[name=description]')?.getAttribute('content'),
    );
    expect(article.inLanguage).toBe(document.documentElement.getAttribute('lang'));
    expect(article.url).toBe(addressOf(page));
    expect(article.datePublished).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(article.author.name).not.toBe('');
    expect(article.image).toBe(`${site}${base}cards/${editionOf(page).folder}.png`);
  });

  it('says of which page it is a translation, or which pages are translations of it', () => {
    const article = articleOf(page);
    if (editionOf(page).folder !== 'en') {
      const original = articleOf(englishOf(page));
      expect(article.translationOfWork).toEqual({ '@id': original.url });
      expect(original.workTranslation).toContainEqual({ '@id': article.url });
    } else {
      expect(article.translationOfWork).toBeUndefined();
    }
  });
});

it('pages of tables name their own address, and are no articles', () => {
  const tables = pages.filter((page) => /(^|\/)data\//.test(page));
  expect(tables.length).toBeGreaterThan(4);
  for (const page of tables) {
    const document = parse(page);
    const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
    expect(canonical).toBe(addressOf(page));
    const claims = document.querySelectorAll(
      'meta[property="og:url"], script[type="application/ld+json"]',
    );
    expect(claims, page).toHaveLength(0);
  }
});

it('the 404 page, which has no address of its own, claims none', () => {
  const claims = parse('404.html').querySelectorAll(
    'link[rel=canonical], link[hreflang], meta[property="og:url"], script[type="application/ld+json"]',
  );
  expect(claims).toHaveLength(0);
});
