// Names of vectors and maps: x goes in, h₁, h₂ … come out of the hidden layers, y out of the last.

/** "₁₂" */
export function subscript(number: number): string {
  return [...String(number)].map((digit) => String.fromCharCode(0x2080 + Number(digit))).join('');
}

/** What layer `layer` (from 0) of `layers` reads: x or h. */
export function inputName(layer: number): string {
  return layer === 0 ? 'x' : `h${subscript(layer)}`;
}

/** What layer `layer` (from 0) of `layers` gives out: h or y. */
export function outputName(layer: number, layers: number): string {
  return layer === layers - 1 ? 'y' : inputName(layer + 1);
}

/** "W₃W₂W₁" */
export function productFormula(layers: number): string {
  return product(layers, 0);
}

/** "W₃W₂b₁ + W₃b₂ + b₃" */
export function biasFormula(layers: number): string {
  const terms = Array.from(
    { length: layers },
    (_, l) => `${product(layers, l + 1)}b${subscript(l + 1)}`,
  );
  return terms.join(' + ');
}

/** W of the layers from `first` (counted from 0) to the last, the last one in front. */
function product(layers: number, first: number): string {
  return Array.from({ length: layers - first }, (_, i) => `W${subscript(layers - i)}`).join('');
}
