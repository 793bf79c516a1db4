// The trainers of curves with the kernel and without, bit for bit.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activationNames } from '../../src/core/activations.ts';
import { sampleFunction } from '../../src/core/approximation/samples.ts';
import {
  factorCholesky,
  packedLength,
  rowStart,
} from '../../src/core/approximation/trainers/cholesky.ts';
import { innerProducts, type Rows } from '../../src/core/approximation/trainers/products.ts';
import { createRun, type RunOptions } from '../../src/core/approximation/trainers/run.ts';
import { inRoom, type MakeKernel, useKernel } from '../../src/core/kernel.ts';
import { createRandom } from '../../src/core/random.ts';
import { nodeKernel } from './node-kernel.ts';

let make: MakeKernel;
beforeAll(async () => {
  make = await nodeKernel();
});
afterAll(() => useKernel(null));

describe('innerProducts', () => {
  it('has the bits of the TypeScript for rows that count in any ranges', () => {
    const ranged = fc.record({
      rows: fc.integer({ min: 1, max: 9 }),
      ends: fc.infiniteStream(fc.nat({ max: 23 })),
    });
    fc.assert(
      fc.property(
        ranged,
        ranged,
        fc.integer({ min: 1, max: 23 }),
        fc.boolean(),
        fc.boolean(),
        fc.nat(),
        (left, right, count, symmetric, more, seed) => {
          const random = createRandom(seed);
          const fill = (rows: Rows, ends: Iterator<number>) => {
            rows.values.set(rows.values.map(() => random.normal()));
            for (let i = 0; i < rows.rows; i++) {
              const [one, other] = [ends.next().value!, ends.next().value!];
              rows.first[i] = Math.min(one, other, count);
              rows.end[i] = Math.min(Math.max(one, other), count);
            }
          };
          useKernel(make);
          const { a, b, got, kernel } = inRoom(({ floats, integers, kernel }) => {
            const table = (rows: number): Rows => ({
              values: floats(rows * count),
              count,
              rows,
              first: integers(rows),
              end: integers(rows),
            });
            const a = table(left.rows);
            return {
              a,
              b: symmetric ? a : table(right.rows),
              got: floats(packedLength(20)),
              kernel,
            };
          }, 0);
          fill(a, left.ends);
          if (!symmetric) fill(b, right.ends);
          got.set(got.map(() => random.normal()));
          const wanted = got.slice();
          const firstRow = symmetric ? 0 : 11;
          innerProducts(a, b, wanted, firstRow, symmetric, more);
          innerProducts(a, b, got, firstRow, symmetric, more, kernel);
          expect(kernel).not.toBeNull();
          expect(got).toEqual(wanted);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('factorCholesky', () => {
  it('has the bits of the TypeScript, whether the matrix is positive definite or not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (size, share, seed) => {
          const random = createRandom(seed);
          useKernel(make);
          const { got, kernel } = inRoom(
            ({ floats, kernel }) => ({ got: floats(packedLength(size)), kernel }),
            0,
          );
          // near the border between the two: a diagonal about as large as it must be
          got.set(got.map(() => random.normal()));
          for (let i = 0; i < size; i++) got[rowStart(i) + i] = 3 * share * Math.sqrt(size + i) + 1;
          const wanted = got.slice();
          const definite = factorCholesky(wanted, size);
          expect(factorCholesky(got, size, kernel)).toBe(definite);
          expect(kernel).not.toBeNull();
          expect(got).toEqual(wanted);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a run', () => {
  const trained = (options: RunOptions, cells: number, steps: number) => {
    const run = createRun(
      sampleFunction((x) => Math.abs(x) + x * x * x, { cells }),
      options,
    );
    for (let k = 0; k < steps; k++) run.advance(1);
    return { status: run.status(), rms: run.rms(), parameters: run.parameters.slice() };
  };

  it('takes the same course by every trainer and with every activation', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('gradientDescent', 'adam', 'lastLayer', 'variableProjection'),
        fc.constantFrom(...activationNames),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 100, max: 107 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 1000 }),
        (trainer, activation, width, cells, recycle, seed) => {
          const options = { trainer, activation, width, recycle, start: 'he', seed } as const;
          let made = 0;
          useKernel((bytes, imports) => {
            made++;
            return make(bytes, imports);
          });
          const got = trained(options, cells, 8);
          expect(made).toBe(1);
          useKernel(null);
          expect(got).toEqual(trained(options, cells, 8));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['too wide for dense steps', 'lastLayer', 130, 150],
    ['whose Jacobian is made in slices', 'variableProjection', 75, 501],
  ] as const)('takes the same course with a network %s', (_, trainer, width, cells) => {
    for (const activation of ['tanh', 'relu'] as const) {
      const options = { trainer, activation, width, start: 'he', seed: 3 } as const;
      useKernel(make);
      const got = trained(options, cells, 4);
      useKernel(null);
      expect(got).toEqual(trained(options, cells, 4));
    }
  });
});
