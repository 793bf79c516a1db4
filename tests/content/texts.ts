// The texts of an edition, block by block and label by label, under names that are the same in every
// edition. Formulas, code, tags and link targets are left out.
import { readdirSync, readFileSync } from 'node:fs';

const content = new URL('../../content/', import.meta.url);

/** Every text of an edition by its place: "figures/neuron.json title", "chapters/proof.mdx 12". */
export function textsOf(locale: string): ReadonlyMap<string, string> {
  const folder = new URL(`${locale}/`, content);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(json|mdx)$/.test(file) && file !== 'glossary.json');
  return new Map(
    files.flatMap((file) => {
      const source = readFileSync(new URL(file, folder), 'utf8');
      const texts = file.endsWith('.mdx') ? chapterTexts(source) : labelTexts(JSON.parse(source));
      return texts.map(([place, text]) => [`${file} ${place}`, text] as const);
    }),
  );
}

function labelTexts(labels: unknown, path = ''): [string, string][] {
  if (typeof labels === 'string') return [[path, labels]];
  if (labels === null || typeof labels !== 'object') return [];
  return Object.entries(labels).flatMap(([key, value]) =>
    labelTexts(value, path ? `${path}.${key}` : key),
  );
}

/** Stands for a formula, a fact or another tag in a text, and is neither Han nor Latin. */
export const BOX = '\u25a1';

function chapterTexts(source: string): [string, string][] {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const front = [...head.matchAll(/^(title|description|nav|promise): (.*)$/gm)].map(
    ([, key = '', value = '']) => [key, value] as [string, string],
  );
  const blocks = body
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/^<[A-Z]\w*\n[\s\S]*?^\/>$/gm, BOX)
    .replace(/\$\$[\s\S]*?\$\$/g, BOX)
    .replace(/\$[^$\n]+\$/g, BOX)
    .replace(/`[^`\n]*`/g, BOX)
    .split(/\n\n+/)
    .map(bare);
  return [...front, ...blocks.map((text, i) => [String(i + 1), text] as [string, string])];
}

/** A block without its tags; the words in attributes come first, on lines of their own. */
function bare(block: string): string {
  const spoken = [...block.matchAll(/(?:title|question)="([^"]*)"/g)].map(
    ([, words = '']) => words,
  );
  const text = block
    .replace(/<(?:Fact|Cite)\b[^>]*>/g, BOX)
    .replace(/<\/?[a-zA-Z][^>]*>/g, '')
    .replace(/\]\([^)]*\)/g, ']');
  return [...spoken, text].join('\n').trim();
}
