// What a page is, for search engines and reference managers: a schema.org Article as JSON-LD. A block
// of data, not a script: the content policy has nothing against it.
import citation from '../../CITATION.cff?raw';

export interface ArticleData {
  readonly headline: string;
  readonly description: string;
  readonly lang: string;
  /** Of the site. */
  readonly name: string;
  readonly url: string;
  readonly image: string;
  /** The page this one is a translation of, and the pages that are translations of it. */
  readonly original?: string | undefined;
  readonly translations: readonly string[];
}

const licence = 'https://creativecommons.org/licenses/by/4.0/';

/** A field of the citation file, which says once who wrote the site and when it came out. */
function cited(pattern: RegExp): string {
  const value = pattern.exec(citation)?.[1];
  if (!value) throw new Error(`CITATION.cff: got nothing for ${pattern}`);
  return value;
}
const author = cited(/^ {2}- name: (.+)$/m);
const published = cited(/^date-released: (\d{4}-\d\d-\d\d)$/m);

/** JSON that may stand in a <script>: no "<" can end it. */
export function articleData(article: ArticleData): string {
  const { headline, description, lang, name, url, image, original, translations } = article;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': url,
    url,
    headline,
    description,
    inLanguage: lang,
    image,
    datePublished: published,
    author: { '@type': 'Organization', name: author },
    isPartOf: { '@type': 'WebSite', name },
    license: licence,
    isAccessibleForFree: true,
    ...(original && { translationOfWork: { '@id': original } }),
    ...(translations.length > 0 && { workTranslation: translations.map((id) => ({ '@id': id })) }),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
