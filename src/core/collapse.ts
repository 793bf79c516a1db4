// Affine layers x ↦ Wx + b over the rationals and the single affine map a stack of them equals:
// W₂(W₁x + b₁) + b₂ = (W₂W₁)x + (W₂b₁ + b₂). Exact, so the equality is one and not a rounding.

import { Rational } from './rational.ts';

/** x ↦ Wx + b. weights: out×in, one array per output; bias: out. */
export interface AffineMap {
  readonly weights: readonly (readonly Rational[])[];
  readonly bias: readonly Rational[];
}

/** The collapse of a stack: the map, and what the first 1, 2, … layers amount to. */
export interface Collapse {
  readonly map: AffineMap;
  /** steps[k] is layers 0 … k composed; steps[0] is the first layer, the last one is `map`. */
  readonly steps: readonly AffineMap[];
}

function inputsOf(map: AffineMap): number {
  const outputs = map.weights.length;
  if (outputs === 0) throw new RangeError('an affine map needs at least one output, got 0');
  if (map.bias.length !== outputs) {
    throw new RangeError(`bias: got ${map.bias.length} numbers, expected ${outputs}`);
  }
  const inputs = map.weights[0].length;
  for (const row of map.weights) {
    if (row.length !== inputs) {
      throw new RangeError(`weight row: got ${row.length} numbers, expected ${inputs}`);
    }
  }
  return inputs;
}

function dot(a: readonly Rational[], b: readonly Rational[]): Rational {
  let sum = Rational.zero;
  for (let i = 0; i < a.length; i++) sum = sum.add(a[i].multiply(b[i]));
  return sum;
}

/**
 * The affine map with the numbers given, each read as the decimal it prints as.
 * weights: out×in; bias: out.
 */
export function affineFromDecimals(
  weights: readonly (readonly number[])[],
  bias: readonly number[],
): AffineMap {
  const map = {
    weights: weights.map((row) => row.map(Rational.fromDecimal)),
    bias: bias.map(Rational.fromDecimal),
  };
  inputsOf(map);
  return map;
}

/** Wx + b. Throws when x has another number of entries than the map has inputs. */
export function applyAffine(map: AffineMap, x: readonly Rational[]): Rational[] {
  const inputs = inputsOf(map);
  if (x.length !== inputs)
    throw new RangeError(`input: got ${x.length} numbers, expected ${inputs}`);
  return map.weights.map((row, i) => dot(row, x).add(map.bias[i]));
}

/** outer ∘ inner: first `inner`, then `outer`. Throws when inner's outputs ≠ outer's inputs. */
export function compose(outer: AffineMap, inner: AffineMap): AffineMap {
  const columns = inputsOf(inner);
  const middle = inputsOf(outer);
  if (inner.weights.length !== middle) {
    throw new RangeError(`inner map: got ${inner.weights.length} outputs, expected ${middle}`);
  }
  const weights = outer.weights.map((row) =>
    Array.from({ length: columns }, (_, j) =>
      dot(
        row,
        inner.weights.map((innerRow) => innerRow[j]),
      ),
    ),
  );
  return { weights, bias: applyAffine(outer, inner.bias) };
}

/** The one affine map that `layers`, applied in order, are. Throws on an empty stack. */
export function collapse(layers: readonly AffineMap[]): Collapse {
  if (layers.length === 0) throw new RangeError('nothing to collapse: got 0 layers');
  const steps: AffineMap[] = [];
  for (const layer of layers) {
    const before = steps.at(-1);
    if (before) steps.push(compose(layer, before));
    else {
      inputsOf(layer);
      steps.push(layer);
    }
  }
  return { map: steps[steps.length - 1], steps };
}
