import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dist } from '../serve.ts';

const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);

it('builds every page with one first-level heading', () => {
  expect(pages).toContain('index.html');
  for (const page of pages) {
    const html = readFileSync(join(dist, page), 'utf8');
    expect(html.match(/<h1\b/g), page).toHaveLength(1);
  }
});

it('keeps a space between a verdict and what follows it, where the language has one', () => {
  const verdicts = pages.flatMap((page) =>
    [...readFileSync(join(dist, page), 'utf8').matchAll(/class="when-\w+">([^<]*)<\/strong>/g)].map(
      ([, words]) => words,
    ),
  );
  expect(verdicts.length).toBeGreaterThan(20);
  expect(verdicts.filter((words) => !/[。！？]$|[.!?] $/.test(words ?? ''))).toEqual([]);
});
