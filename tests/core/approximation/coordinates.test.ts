import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Basis,
  descentIn,
  errorAfter,
  hatBasis,
  reluBasis,
  stepsTo,
} from '../../../src/core/approximation/coordinates.ts';
import { sampleFunction } from '../../../src/core/approximation/samples.ts';
import { spectrumOf } from '../../../src/core/approximation/spectrum.ts';
import { targets } from '../../../src/core/approximation/targets.ts';
import { symmetricEigenvalues } from '../../../src/core/eigenvalues.ts';
import oracle from '../../fixtures/small-figures.json' with { type: 'json' };

const { x, y } = sampleFunction(targets.sine.value);
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Any symmetric matrix up to 9×9, and a vector; of numbers whose squares and cubes are not lost to underflow. */
const problems = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const number = fc
    .double({ min: -10, max: 10, noNaN: true })
    .map((value) => (Math.abs(value) < 1e-60 ? 0 : value));
  const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });
  return fc.record({ size: fc.constant(size), half: numbers(size * size), vector: numbers(size) });
});

describe('spectrumOf()', () => {
  it('finds the eigenvalues that plane rotations find', () => {
    fc.assert(
      fc.property(problems, ({ size, half, vector }) => {
        const matrix = half.map((_, k) => {
          const [i, j] = [Math.floor(k / size), k % size];
          return ((half[i * size + j] ?? 0) + (half[j * size + i] ?? 0)) / 2;
        });
        const { eigenvalues, components } = spectrumOf(matrix, vector, size);
        const rotated = symmetricEigenvalues(matrix, size);
        const largest = Math.max(...rotated.map(Math.abs), 1e-300);
        eigenvalues.forEach((value, i) => {
          expect(Math.abs(value - (rotated[i] ?? 0)) / largest).toBeLessThan(1e-12);
        });
        // |v|² and vᵀAv are the same in any coordinates
        const length = dot(vector, vector);
        expect(Math.abs(dot(components, components) - length)).toBeLessThanOrEqual(1e-12 * length);
        const image = Array.from({ length: size }, (_, i) =>
          dot(matrix.slice(i * size, (i + 1) * size), vector),
        );
        const squares = components.map((component) => component * component);
        expect(Math.abs(dot(squares, eigenvalues) - dot(image, vector))).toBeLessThanOrEqual(
          1e-11 * largest * length,
        );
      }),
    );
  });

  it('knows the second difference, whose eigenvalues are 2 − 2 cos(kπ/(n + 1))', () => {
    const n = 40;
    const matrix = Float64Array.from({ length: n * n }, (_, k) => {
      const distance = Math.abs(Math.floor(k / n) - (k % n));
      return distance === 0 ? 2 : distance === 1 ? -1 : 0;
    });
    spectrumOf(matrix, new Float64Array(n), n).eigenvalues.forEach((value, i) => {
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((i + 1) * Math.PI) / (n + 1)), 13);
    });
  });

  it('says which shape it got', () => {
    expect(() => spectrumOf([1, 0, 0], [1, 0], 2)).toThrow('got 3 and 2 numbers, expected 4 and 2');
  });
});

describe('the two coordinate systems', () => {
  it.each(oracle.conditions)('of width $width have the stored condition numbers', (row) => {
    // about sixteen digits, less those of the condition number
    expect(descentIn(reluBasis(x, row.width), y).condition / row.relus).toBeCloseTo(1, 6);
    expect(descentIn(hatBasis(x, row.width), y).condition / row.hats).toBeCloseTo(1, 12);
  });

  it.each(oracle.descent)(
    'leave after $steps steps at width $width what taking them leaves',
    (row) => {
      expect(errorAfter(descentIn(reluBasis(x, row.width), y), row.steps)).toBeCloseTo(
        row.relus,
        8,
      );
      expect(errorAfter(descentIn(hatBasis(x, row.width), y), row.steps)).toBeCloseTo(row.hats, 10);
    },
  );

  it.each(oracle.descent)('have the same least error at width $width', (row) => {
    for (const basis of [reluBasis, hatBasis])
      expect(errorAfter(descentIn(basis(x, row.width), y), Number.POSITIVE_INFINITY)).toBeCloseTo(
        row.least,
        8,
      );
  });

  it('descend as steps do that are really taken', () => {
    const taken = (basis: Basis, steps: number) => {
      const { rate } = descentIn(basis, y);
      const weights = new Float64Array(basis.length);
      const residual = () =>
        y.map(
          (value, s) =>
            value - basis.reduce((f, row, i) => f + (weights[i] ?? 0) * (row[s] ?? 0), 0),
        );
      for (let step = 0; step < steps; step++) {
        const left = residual();
        basis.forEach((row, i) => {
          weights[i] = (weights[i] ?? 0) + rate * dot(row, left);
        });
      }
      const left = residual();
      return Math.sqrt(dot(left, left) / left.length);
    };
    for (const basis of [reluBasis(x, 5), hatBasis(x, 5)])
      for (const steps of [0, 1, 17])
        expect(errorAfter(descentIn(basis, y), steps)).toBeCloseTo(taken(basis, steps), 10);
  });

  it('never rise, and reach a goal exactly after the steps said', () => {
    for (const basis of [reluBasis(x, 12), hatBasis(x, 12)]) {
      const descent = descentIn(basis, y);
      const goal = 1.01 * errorAfter(descent, Number.POSITIVE_INFINITY);
      const steps = stepsTo(descent, goal);
      expect(errorAfter(descent, steps)).toBeLessThanOrEqual(goal);
      expect(errorAfter(descent, steps - 1)).toBeGreaterThan(goal);
      expect(stepsTo(descent, goal / 2)).toBe(Number.POSITIVE_INFINITY);
      expect(stepsTo(descent, 2)).toBe(0);
    }
  });
});
