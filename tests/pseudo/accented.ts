// A language made of English: every letter accented and the most frequent doubled, which makes a text some
// 40 % longer. Whatever stays plain on a page was never a word of content/. Formulas, code, tags,
// {names} and addresses stay as they are.
import { slug } from '../content/chapter.ts';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const marked = 'áƀçđéƒğĥíĵķļḿñóþǫŕšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻḾÑÓÞǪŔŠŢÚṼŴẊÝŽ';
const letters = new Map([...plain].map((letter, i) => [letter, [...marked][i] as string]));

/** "Open {name}" becomes "Óópééññ {name}". */
export function accented(text: string): string {
  return text
    .split(/(\{\w+\})/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replace(/[a-z]/gi, (letter) => {
            const mark = letters.get(letter) ?? letter;
            return /[aeiouyns]/i.test(letter) ? mark + mark.toLowerCase() : mark;
          }),
    )
    .join('');
}

/** All texts of a label file. */
export function accentedLabels(labels: unknown): unknown {
  if (typeof labels === 'string') return accented(labels);
  if (Array.isArray(labels)) return labels.map(accentedLabels);
  if (labels === null || typeof labels !== 'object') return labels;
  return Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [key, accentedLabels(value)]),
  );
}

/** What is not words in a chapter, and must stay as it is. */
const kept = new RegExp(
  [
    String.raw`\$\$[\s\S]*?\$\$`,
    String.raw`\$[^$\n]+\$`,
    '`[^`\\n]*`',
    String.raw`\{\/\*[\s\S]*?\*\/\}`,
    String.raw`<[A-Z]\w*\n[\s\S]*?^\/>`,
    '<[^>]+>',
    String.raw`\]\([^)]*\)`,
  ].join('|'),
  'gm',
);

/** A chapter, with links to headings led to their new names; `headings` are those of all chapters. */
export function accentedChapter(source: string, headings: readonly string[]): string {
  const renamed = new Map(headings.map((text) => [slug(text), slug(accented(text))]));
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const front = head.replace(
    /^(title|description|nav|promise): (.*)$/gm,
    (_, key: string, value: string) => `${key}: ${accented(value).slice(0, 200)}`,
  );
  let text = '';
  let end = 0;
  for (const match of body.matchAll(kept)) {
    text += accented(body.slice(end, match.index)) + keep(match[0], renamed);
    end = match.index + match[0].length;
  }
  return `---\n${front}\n---\n${text}${accented(body.slice(end))}`;
}

function keep(part: string, renamed: ReadonlyMap<string, string>): string {
  if (part.startsWith('](')) {
    return part.replace(/#([^)]+)/, (whole, anchor: string) =>
      renamed.has(anchor) ? `#${renamed.get(anchor)}` : whole,
    );
  }
  return part.replace(
    /\b(title|question)="([^"]*)"/g,
    (_, name: string, words: string) => `${name}="${accented(words)}"`,
  );
}
