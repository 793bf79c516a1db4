// Formulas in MathML have the parts their elements ask for: browsers that draw MathML show an error else.
import { expect, it } from 'vitest';
import { pages, parse } from './built.ts';

const parts: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};

it('every fraction, index and root of a formula has all its parts', () => {
  let count = 0;
  for (const page of pages) {
    for (const [name, wanted] of Object.entries(parts)) {
      for (const element of parse(page).querySelectorAll(name)) {
        count++;
        expect(element.children.length, `${page}: ${element.outerHTML}`).toBe(wanted);
      }
    }
  }
  expect(count).toBeGreaterThan(100);
});
