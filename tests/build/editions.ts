// The languages of the built site, read from content/ as the site reads them: a folder with a
// site.json is one, the English one stands first and has no folder of its own on the site.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const content = new URL('../../content/', import.meta.url);

export interface Edition {
  /** Of content/, and of the site except for English. */
  readonly folder: string;
  readonly lang: string;
}

export const editions: readonly Edition[] = readdirSync(content)
  .filter((folder) => existsSync(new URL(`${folder}/site.json`, content)))
  .map((folder) => {
    const file = new URL(`${folder}/site.json`, content);
    return { folder, lang: String(JSON.parse(readFileSync(file, 'utf8')).lang) };
  })
  .sort(
    (a, b) =>
      Number(b.folder === 'en') - Number(a.folder === 'en') || (a.folder < b.folder ? -1 : 1),
  );

const english = { folder: 'en', lang: 'en' };

/** The edition of a page, by its path in the site. */
export const editionOf = (page: string): Edition =>
  editions.find(({ folder }) => folder !== 'en' && page.startsWith(`${folder}/`)) ?? english;

/** The path of the same page in English. */
export const englishOf = (page: string): string => {
  const { folder } = editionOf(page);
  return folder === 'en' ? page : page.slice(folder.length + 1);
};

/** The path of an English page in another edition. */
export const inEdition = (page: string, folder: string): string =>
  folder === 'en' ? page : `${folder}/${page}`;
