import katex from 'katex';
import { parseHTML } from 'linkedom';
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { activationNames, activations } from '../../src/core/activations.ts';
import { Formula } from '../../src/ui/Formula.tsx';

/** What can be read, without spaces and signs that take no ink. */
function ink(html: string): string {
  const { document } = parseHTML(`<body>${html}</body>`);
  for (const hidden of document.querySelectorAll('annotation')) hidden.remove();
  return (document.body.textContent ?? '').replace(/[\s\u2061\u200b]|&nbsp;/g, '');
}

const registry = activationNames.flatMap((name) => [
  activations[name].tex,
  activations[name].texDerivative,
]);

it.each([...new Set(registry)])('reads %s as KaTeX does', (tex) => {
  const ours = ink(render(<Formula tex={tex} />));
  expect(ours).toBe(ink(katex.renderToString(tex, { output: 'mathml' })));
});

it('nests fractions, roots and powers', () => {
  expect(render(<Formula tex="\frac{1}{\sqrt{2}}^{-z}" />)).toBe(
    '<math><msup><mfrac><mrow><mn>1</mn></mrow><mrow><msqrt><mrow><mn>2</mn></mrow></msqrt></mrow></mfrac><mrow><mo>−</mo><mi mathvariant="normal">z</mi></mrow></msup></math>',
  );
});

it('throws on what it does not know', () => {
  expect(() => render(<Formula tex="\int z" />)).toThrow(
    'formula "\\int z": unknown command \\int',
  );
  expect(() => render(<Formula tex="\frac{1}" />)).toThrow('got its end, expected more');
});
