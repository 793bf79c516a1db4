import { unified } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { expect, it } from 'vitest';
import { failOnMessages, katexOptions } from '../../src/markdown/katex.mjs';
import { sitePaths } from '../../src/markdown/links.mjs';
import { mathDetails } from '../../src/markdown/math-details.mjs';

async function render(markdown: string, path = '/content/en/chapters/x.mdx'): Promise<string> {
  const processor = unified({
    remarkPlugins: [remarkMath],
    rehypePlugins: [
      [rehypeKatex, katexOptions],
      failOnMessages,
      mathDetails,
      sitePaths({ base: '/b/', defaultLocale: 'en' }),
    ],
  });
  const renderer = await processor.createRenderer({});
  const { code } = await renderer.render(markdown, { fileURL: new URL(`file://${path}`) });
  return code;
}

it.each([
  ['$\\frac{1$', 'an unclosed brace'],
  ['$\\nosuchmacro$', 'an unknown macro'],
  ['$你$', 'text where mathematics belongs'],
])('%s fails the build: %s', async (markdown) => {
  await expect(render(markdown)).rejects.toThrow();
});

it('the symbols of the two hidden units carry their colours', async () => {
  expect(await render('$\\none$')).toContain('enclosing unit-1');
});

it('a comma after a formula stays on its line', async () => {
  const html = await render('Let $x$, then $y$ follows.');
  expect(html).toMatch(/<span class="unbroken">.*<\/span>,<\/span> then/);
  expect(html.match(/unbroken/g)).toHaveLength(1);
});

it('a formula may break after a sign though a comma follows it', async () => {
  const html = await render('Let $y = ax + b$, then.');
  const [before, after] = html.split('<span class="unbroken">');
  expect(before.match(/class="katex-mathml"/g)).toHaveLength(1);
  expect(before.match(/class="katex-base"/g)).toHaveLength(2);
  expect(after).toMatch(
    /^<span class="katex"><span class="katex-html" aria-hidden="true"><span class="katex-base">/,
  );
  expect(after).toMatch(/<\/span>,<\/span> then/);
});

it('a displayed formula can be scrolled by keyboard', async () => {
  expect(await render('$$\nx\n$$')).toMatch(/class="katex-display" tabindex="0"/);
});

it('links from the root get the base path and the language of their chapter', async () => {
  expect(await render('[p](/proof/)')).toContain('href="/b/proof/"');
  expect(await render('[p](/proof/)', '/content/zh/chapters/x.mdx')).toContain(
    'href="/b/zh/proof/"',
  );
  expect(await render('[e](https://e.example/)')).toContain('href="https://e.example/"');
});
