// Builds a copy of the project whose languages are English and its accented double, into the folder
// given: the proof that a language is a folder of content/ and nothing else. Prints the built site's
// folder. The copy shares nothing with the project that a build writes to.
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { readChapter } from '../content/chapter.ts';
import { accentedChapter, accentedLabels } from './accented.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.argv[2];
if (!folder) throw new Error('no folder to build into');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const shared = readdirSync(join(root, 'content')).filter((name) => name.endsWith('.json'));
for (const name of ['src', 'public', 'content/en', ...shared.map((file) => `content/${file}`)]) {
  cpSync(join(root, name), join(folder, name), { recursive: true });
}
for (const name of ['package.json', 'tsconfig.json', 'astro.config.mjs', 'CITATION.cff']) {
  cpSync(join(root, name), join(folder, name));
}
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');

const english = join(folder, 'content/en');
const files = readdirSync(english, { recursive: true, encoding: 'utf8' });
const texts = new Map(
  files
    .filter((file) => /\.(json|mdx)$/.test(file))
    .map((file) => [file, readFileSync(join(english, file), 'utf8')]),
);
const headings = [...texts].flatMap(([file, text]) =>
  file.endsWith('.mdx') ? readChapter(file, text).headings : [],
);
for (const [file, text] of texts) {
  const target = join(folder, 'content/xx', file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(
    target,
    file.endsWith('.mdx') ? accentedChapter(text, headings) : labels(file, text),
  );
}
cpSync(join(folder, 'public/cards/en.png'), join(folder, 'public/cards/xx.png'));

function labels(file: string, text: string): string {
  const translated = accentedLabels(JSON.parse(text)) as Record<string, unknown>;
  // the tag and the name of the language are facts about it, not words of it
  return JSON.stringify(
    file === 'site.json'
      ? { ...translated, lang: 'en-XA', languageName: 'Áççééññţšš' }
      : translated,
  );
}

// at an address unlike the usual one: a domain of its own, without a folder
process.env['SITE_URL'] = 'https://learn.example';
await build({ root: folder, cacheDir: join(folder, '.cache'), logLevel: 'error' });
