// The pages of a language, in reading order.
import { type CollectionEntry, getCollection } from 'astro:content';

export interface Chapter {
  readonly locale: string;
  readonly slug: string;
  readonly entry: CollectionEntry<'chapters'>;
}

export async function allChapters(): Promise<readonly Chapter[]> {
  const entries = await getCollection('chapters');
  return entries
    .map((entry) => {
      const [locale = '', slug = ''] = entry.id.split('/');
      return { locale, slug, entry };
    })
    .sort((a, b) => a.entry.data.order - b.entry.data.order);
}
