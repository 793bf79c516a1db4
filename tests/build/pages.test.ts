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
