// The pages as a reader without JavaScript has them: every word and every figure, kept as text.
import { expect, it } from 'vitest';
import { pages } from '../build/built.ts';
import { needs, useSite } from './page.ts';
import { readable } from './readable.ts';

const open = useSite();
// the pages of tables hold nothing but numbers, which other tests compare with the core
const read = pages.filter((page) => !page.includes('data/'));

it.each(read)('%s is all there', async (file) => {
  needs('one text of the page is enough');
  const { page, close } = await open(file.replace(/index\.html$/, ''), {
    javaScriptEnabled: false,
    locale: 'en',
  });
  const text = await page.evaluate(readable);
  const name = file.replace(/\/?index\.html$/, '').replaceAll('/', '-') || 'article';
  await expect(text).toMatchFileSnapshot(`__snapshots__/without-javascript/${name}.txt`);
  await close();
});
