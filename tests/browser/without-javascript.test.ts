// The pages as a reader without JavaScript has them: every word and every figure, kept as text.
import { expect, it } from 'vitest';
import { can, paths, useSite } from './page.ts';
import { readable } from './readable.ts';

const open = useSite();

/** Figures without a drawing, and controls that would do nothing. Runs in the page. */
function wanting(): string[] {
  return [...document.querySelectorAll('.figure')].flatMap((figure) => [
    ...(figure.querySelector('svg, table') ? [] : [`${figure.id} has no drawing`]),
    ...[...figure.querySelectorAll('button, input, select, textarea')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .map((control) => `${figure.id} shows a dead control: ${control.outerHTML.slice(0, 90)}`),
  ]);
}

it.each(paths)('page "%s" is all there: figures drawn, no dead control in sight', async (path) => {
  const { page, faults, close } = await open(path, {
    javaScriptEnabled: false,
    locale: 'en',
  });
  expect(await page.evaluate(wanting)).toEqual([]);
  expect(faults.filter((fault) => !fault.startsWith('404'))).toEqual([]);
  // the pages of tables hold nothing but numbers, which other tests compare with the core
  if (!path.endsWith('data/') && can('one text of the page is enough')) {
    const text = await page.evaluate(readable);
    const name = path.replace(/\/$/, '').replaceAll('/', '-') || 'article';
    await expect(text).toMatchFileSnapshot(`__snapshots__/without-javascript/${name}.txt`);
  }
  await close();
});
