import { readFile } from 'node:fs/promises';
import { h } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { activations } from '../../src/core/activations.ts';
import { fonts, make } from '../../src/site/fonts/subset.mjs';
import { Formula } from '../../src/ui/Formula.tsx';

it.each(Object.keys(fonts))(
  '%s is what `npm run fonts` makes of its list of characters',
  async (name) => {
    const stored = await readFile(new URL(`../../src/site/fonts/${name}.woff2`, import.meta.url));
    expect(stored.equals(await make(name))).toBe(true);
  },
);

/** Of one element: an italic letter, or what is set in roman type. */
const pieces = /<(mi|mn|mo|mtext)( class="name")?>([^<]*)</g;

it('formulas that change with what a reader chooses have their characters too', () => {
  const lacking = new Set<string>();
  for (const { tex, texDerivative } of Object.values(activations)) {
    for (const formula of [tex, texDerivative]) {
      const markup = renderToStaticMarkup(h(Formula, { tex: formula }));
      for (const [, element, upright, text] of markup.matchAll(pieces)) {
        const font = element === 'mi' && !upright ? 'katex-math' : 'katex-main';
        const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
        for (const character of plain) {
          if (!fonts[font].text.includes(character)) lacking.add(`${character} in ${font}`);
        }
      }
    }
  }
  expect([...lacking]).toEqual([]);
});
