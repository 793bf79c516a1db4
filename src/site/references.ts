// The bibliography, from content/references.json.
import data from '../../content/references.json';

export interface Source {
  readonly authors: readonly string[];
  /** Missing for pages of the web that carry no date. */
  readonly year?: number;
  readonly title: string;
  /** Journal with volume and pages, publisher, or site. */
  readonly in?: string;
  /** Language of the title, when it is not the page's. */
  readonly lang?: string;
  readonly url?: string;
}

const sources: Readonly<Record<string, Source>> = data;

/** The source filed under `key`; an unknown key fails the build. */
export function reference(key: string): Source {
  const source = sources[key];
  if (!source) throw new Error(`content/references.json has no entry "${key}"`);
  return source;
}

const familyName = (author: string) => author.split(',')[0] ?? author;

/** Author and year as cited in running text: "Cybenko 1989", "Leshno et al. 1993". */
export function citation(source: Source): string {
  const names = source.authors.map(familyName);
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(' & ');
  return source.year === undefined ? who : `${who} ${source.year}`;
}

export function allReferences(): readonly { readonly key: string; readonly source: Source }[] {
  return Object.entries(sources)
    .map(([key, source]) => ({ key, source }))
    .sort(
      (a, b) =>
        (a.source.authors[0] ?? '').localeCompare(b.source.authors[0] ?? '', 'en') ||
        (a.source.year ?? 0) - (b.source.year ?? 0),
    );
}
