// The bibliography, from content/references.json.
import data from '../../content/references.json';
import type { Site } from './locales.ts';

export interface Source {
  readonly authors: readonly string[];
  /** Missing for pages of the web that carry no date. */
  readonly year?: number;
  readonly title: string;
  /** Journal with volume and pages, publisher, or site. */
  readonly in?: string;
  /** Language of the title, when it is not the one the bibliography is written in. */
  readonly lang?: string;
  readonly url?: string;
}

/** The bibliography's own language: its authors' names, journals and most titles. */
export const bibliographyLang = 'en';

const sources: Readonly<Record<string, Source>> = data;

/** The source filed under `key`; an unknown key fails the build. */
export function reference(key: string): Source {
  const source = sources[key];
  if (!source) throw new Error(`content/references.json has no entry "${key}"`);
  return source;
}

const familyName = (author: string) => author.split(',')[0] ?? author;

/** Author and year as cited in running text: "Cybenko 1989", "Leshno et al. 1993". */
export function citation(source: Source, words: Site['citation']): string {
  const [first = '', second = ''] = source.authors.map(familyName);
  const who =
    source.authors.length > 2
      ? fill(words.many, { first })
      : second
        ? fill(words.two, { first, second })
        : first;
  return source.year === undefined ? who : fill(words.dated, { who, year: String(source.year) });
}

const fill = (template: string, values: Readonly<Record<string, string>>) =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

export function allReferences(): readonly { readonly key: string; readonly source: Source }[] {
  return Object.entries(sources)
    .map(([key, source]) => ({ key, source }))
    .sort(
      (a, b) =>
        (a.source.authors[0] ?? '').localeCompare(b.source.authors[0] ?? '', 'en') ||
        (a.source.year ?? 0) - (b.source.year ?? 0),
    );
}
