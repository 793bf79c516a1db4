// The words of one figure in one language, from content/<locale>/figures/<figure>.json.
import type activationsFile from '../../content/en/activations.json';
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

/** The names of the activation functions, one for each entry of the core's registry. */
export type ActivationWords = typeof activationsFile;

const activationFiles = import.meta.glob<ActivationWords>('/content/*/activations.json', {
  eager: true,
  import: 'default',
});

/** What the activation functions are called in the language of the page. */
export function activationWords(url: URL): ActivationWords {
  const locale = localeOf(url);
  const words = activationFiles[`/content/${locale}/activations.json`];
  if (!words) throw new Error(`content/${locale}/activations.json is missing`);
  return words;
}
