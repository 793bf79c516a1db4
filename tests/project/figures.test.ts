// A figure has one name: of its folder, its id on a page, its words and its tag. A copy that kept the
// name of its original would show the original's words.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const figures = new URL('../../src/figures/', import.meta.url);
const words = new URL('../../content/en/figures/', import.meta.url);

const folders = readdirSync(figures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The files of words that a figure's index.astro hands to its view. */
const asked = (wrapper: string) =>
  [...wrapper.matchAll(/figureWords<[^>]*>\('([^']*)'/g)].map(([, name = '']) => name);

const wrapperOf = (folder: string) =>
  readFileSync(new URL(`${folder}/index.astro`, figures), 'utf8');

/** What in the files of a figure, by their paths, goes by another name than its folder. */
function misnamed(folder: string, files: ReadonlyMap<string, string>): string[] {
  const wrapper = files.get('index.astro') ?? '';
  const taken = asked(wrapper);
  const id = /\bid = '([^']*)'/.exec(wrapper)?.[1];
  return [
    ...(id === undefined || id === folder
      ? []
      : [`${folder}/index.astro: id is '${id}', expected '${folder}'`]),
    ...(taken.includes(folder)
      ? []
      : [`${folder}/index.astro: figureWords of '${taken.join("', '")}', expected '${folder}'`]),
    ...[...files].flatMap(([file, text]) =>
      [...text.matchAll(/content\/en\/figures\/([\w-]+)\.json/g)]
        .filter(([, name = '']) => name !== folder && !taken.includes(name))
        .map(([, name]) => `${folder}/${file}: words of '${name}', expected '${folder}'`),
    ),
  ];
}

const filesOf = (folder: string): ReadonlyMap<string, string> => {
  const at = new URL(`${folder}/`, figures);
  const names = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|tsx|astro)$/.test(name),
  );
  return new Map(
    names.map((name) => [
      name.replaceAll('\\', '/'),
      readFileSync(new URL(name.replaceAll('\\', '/'), at), 'utf8'),
    ]),
  );
};

it('every figure goes by the name of its folder', () => {
  expect(folders.flatMap((folder) => misnamed(folder, filesOf(folder)))).toEqual([]);
});

it('every file of words belongs to a figure', () => {
  const used = new Set(folders.flatMap((folder) => asked(wrapperOf(folder))));
  const unused = readdirSync(words).filter((file) => !used.has(file.replace(/\.json$/, '')));
  expect(unused, 'no index.astro asks for these').toEqual([]);
});

it('a copy that kept its original’s name is told where', () => {
  expect(misnamed('half-plane', filesOf('neuron')).sort()).toEqual([
    "half-plane/index.astro: figureWords of 'neuron', expected 'half-plane'",
    "half-plane/index.astro: id is 'neuron', expected 'half-plane'",
  ]);
  const wrapper = wrapperOf('neuron').replaceAll("'neuron'", "'half-plane'");
  const renamed = new Map([...filesOf('neuron'), ['index.astro', wrapper]]);
  expect(misnamed('half-plane', renamed).sort()).toEqual([
    "half-plane/View.tsx: words of 'neuron', expected 'half-plane'",
    "half-plane/index.astro: words of 'neuron', expected 'half-plane'",
  ]);
});
