import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { collect, combine, rowsOf } from '../../src/core/rows.ts';

const shapes = fc.record({
  units: fc.integer({ min: 1, max: 6 }),
  rows: fc.integer({ min: 1, max: 14 }),
  count: fc.integer({ min: 1, max: 12 }),
  /** Rows before the first that is meant. */
  begin: fc.integer({ min: 0, max: 5 }),
  seed: fc.nat(),
});
const draw = (seed: number) => {
  const random = createRandom(seed);
  return (length: number) => new Float64Array(length).map(() => random.normal());
};

describe('rowsOf', () => {
  it('sees the same numbers, and is made once for an array and a count', () => {
    const numbers = Float64Array.of(1, 2, 3, 4, 5, 6);
    const rows = rowsOf(numbers, 3);
    expect(rows.map((row) => [...row])).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    rows[1]![0] = 7;
    expect(numbers[3]).toBe(7);
    expect(rowsOf(numbers, 3)).toBe(rows);
    expect(rowsOf(numbers, 2)).toHaveLength(3);
  });
});

describe('combine', () => {
  it('has the bits of adding a row at a time, from the bias on, from weights in rows and columns', () => {
    fc.assert(
      fc.property(shapes, fc.boolean(), fc.boolean(), (shape, transposed, biased) => {
        const { units, rows, count, begin, seed } = shape;
        const normal = draw(seed);
        const from = normal(rows * count);
        const weights = normal(3 + units * rows + units);
        const [unitStride, rowStride] = transposed ? [1, units] : [rows, 1];
        const biases = 3 + units * rows;
        const to = normal((begin + units) * count);
        const wanted = to.slice();
        for (let u = 0; u < units; u++) {
          for (let s = 0; s < count; s++) {
            let sum = biased ? weights[biases + u]! : 0;
            for (let i = 0; i < rows; i++) {
              sum += weights[3 + u * unitStride + i * rowStride]! * from[i * count + s]!;
            }
            wanted[(begin + u) * count + s] = sum;
          }
        }
        const bias = biased ? biases : -1;
        const [rowsTo, rowsFrom] = [rowsOf(to, count), rowsOf(from, count)];
        combine(rowsTo, begin, units, rowsFrom, weights, 3, unitStride, rowStride, bias);
        expect(to).toEqual(wanted);
      }),
    );
  });
});

describe('collect', () => {
  it('has the bits of sums taken one after another, sample by sample', () => {
    fc.assert(
      fc.property(shapes, ({ units, rows, count, begin, seed }) => {
        const normal = draw(seed);
        const deltas = normal((begin + units) * count);
        const inputs = normal(rows * count);
        const gradient = normal(2 + units * rows + units);
        const wanted = gradient.slice();
        for (let u = 0; u < units; u++) {
          let total = 0;
          for (let s = 0; s < count; s++) total += deltas[(begin + u) * count + s]!;
          wanted[2 + units * rows + u] = total;
          for (let i = 0; i < rows; i++) {
            let sum = 0;
            for (let s = 0; s < count; s++)
              sum += deltas[(begin + u) * count + s]! * inputs[i * count + s]!;
            wanted[2 + u * rows + i] = sum;
          }
        }
        const [rowsOfDeltas, rowsOfInputs] = [rowsOf(deltas, count), rowsOf(inputs, count)];
        collect(rowsOfDeltas, begin, units, rowsOfInputs, gradient, 2, 2 + units * rows);
        expect(gradient).toEqual(wanted);
      }),
    );
  });
});
