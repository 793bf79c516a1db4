// Languages of the site. A folder of content/ that holds a site.json is a language; nothing else
// in the code lists them.
import type english from '../../content/en/site.json';

export type Site = typeof english;

export const defaultLocale = 'en';

const sites = Object.fromEntries(
  Object.entries(
    import.meta.glob<Site>('/content/*/site.json', { eager: true, import: 'default' }),
  ).map(([path, site]) => [path.split('/')[2] as string, site]),
);

/** Folder names of content/, the default language first. */
export const locales: readonly string[] = Object.keys(sites).sort(
  (a, b) => Number(b === defaultLocale) - Number(a === defaultLocale) || a.localeCompare(b),
);

export const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The words shared by all pages of a language; throws for a language without a folder. */
export function siteWords(locale: string): Site {
  const words = sites[locale];
  if (!words) throw new Error(`no content for locale "${locale}", expected ${locales.join(', ')}`);
  return words;
}

/** The language of a page, from the first part of its path. */
export function localeOf(url: URL): string {
  const path = url.pathname.startsWith(base)
    ? url.pathname.slice(base.length)
    : url.pathname.slice(1);
  const first = path.split('/')[0] ?? '';
  return locales.includes(first) ? first : defaultLocale;
}

/** Address of a page under the base path: pagePath('en', 'index') is the front page. */
export function pagePath(locale: string, slug: string): string {
  const prefix = locale === defaultLocale ? '' : `${locale}/`;
  return base + prefix + (slug === 'index' ? '' : `${slug}/`);
}
