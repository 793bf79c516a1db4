import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AffineMap,
  affineFromDecimals,
  applyAffine,
  collapse,
  compose,
} from '../../src/core/collapse.ts';
import { Rational } from '../../src/core/rational.ts';

const entries = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 99 }))
  .map(([n, d]) => Rational.of(n, d));
const vectors = (length: number) => fc.array(entries, { minLength: length, maxLength: length });

function maps(inputs: number, outputs: number): fc.Arbitrary<AffineMap> {
  const rows = fc.array(vectors(inputs), { minLength: outputs, maxLength: outputs });
  return fc.record({ weights: rows, bias: vectors(outputs) });
}

/** A stack of 1 to 5 layers, every width 1 to 4, and an input for it. */
const stacks = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 })
  .chain((sizes) => {
    const layers = sizes.slice(1).map((outputs, k) => maps(sizes[k], outputs));
    return fc.tuple(fc.tuple(...layers), vectors(sizes[0]));
  });

describe('collapse', () => {
  it('equals the layers applied one after the other, exactly', () => {
    fc.assert(
      fc.property(stacks, ([layers, x]) => {
        const { map, steps } = collapse(layers);
        let y: readonly Rational[] = x;
        layers.forEach((layer, k) => {
          y = applyAffine(layer, y);
          expect(applyAffine(steps[k], x)).toEqual(y);
        });
        expect(steps.at(-1)).toBe(map);
        expect(applyAffine(map, x)).toEqual(y);
      }),
    );
  });

  it('does not depend on which neighbours are composed first', () => {
    fc.assert(
      fc.property(maps(2, 3), maps(3, 2), maps(2, 4), (first, second, third) => {
        expect(compose(third, compose(second, first))).toEqual(
          compose(compose(third, second), first),
        );
      }),
    );
  });

  it('is the product of the matrices and the gathered bias', () => {
    const first = affineFromDecimals(
      [
        [1.6, 1.2],
        [-1.8, -0.9],
      ],
      [-1.2, -1.2],
    );
    const second = affineFromDecimals([[0.5, -2]], [0.1]);
    const { map } = collapse([first, second]);
    // 0.5·1.6 + 2·1.8, 0.5·1.2 + 2·0.9; 0.5·(−1.2) + 2·1.2 + 0.1
    expect(map).toEqual(affineFromDecimals([[4.4, 2.4]], [1.9]));
  });

  it('names the counts that do not fit', () => {
    const oneToTwo = affineFromDecimals([[1], [2]], [0, 0]);
    expect(() => collapse([])).toThrow('nothing to collapse: got 0 layers');
    expect(() => collapse([oneToTwo, oneToTwo])).toThrow('inner map: got 2 outputs, expected 1');
    expect(() => applyAffine(oneToTwo, [])).toThrow('input: got 0 numbers, expected 1');
    expect(() => affineFromDecimals([[1, 2], [3]], [0, 0])).toThrow(
      'weight row: got 1 numbers, expected 2',
    );
    expect(() => affineFromDecimals([[1, 2]], [0, 0])).toThrow('bias: got 2 numbers, expected 1');
  });
});
