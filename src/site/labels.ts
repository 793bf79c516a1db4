// The words of one figure in one language, from content/<locale>/figures/<figure>.json.
import { localeOf, siteWords } from './locales.ts';

const files = import.meta.glob<object>('/content/*/figures/*.json', {
  eager: true,
  import: 'default',
});

/** Labels of `figure` in the language of the page, and the words all figures share. */
export function figureWords<Labels extends object>(figure: string, url: URL) {
  const locale = localeOf(url);
  const labels = files[`/content/${locale}/figures/${figure}.json`] as Labels | undefined;
  if (!labels) throw new Error(`content/${locale}/figures/${figure}.json is missing`);
  return { locale, labels, shared: siteWords(locale).figure };
}
