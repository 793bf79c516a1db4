import { describe, expect, it } from 'vitest';
import { activations } from '../../../src/core/activations.ts';
import {
  evenChain,
  growingFit,
  reluChain,
  spreadKink,
} from '../../../src/core/approximation/fixed-hidden.ts';
import { polynomialFit } from '../../../src/core/approximation/polynomial.ts';
import { sampleFunction } from '../../../src/core/approximation/samples.ts';
import { type TargetName, targets } from '../../../src/core/approximation/targets.ts';
import { evenKinksError } from '../../../src/facts/approximation.ts';
import optimal from '../../fixtures/optimal-relu.json' with { type: 'json' };
import oracle from '../../fixtures/small-figures.json' with { type: 'json' };

const samplesOf = (name: string) =>
  sampleFunction(targets[name as TargetName].value, { cells: 2048 });

describe('spreadKink()', () => {
  it('halves the gaps in turn', () => {
    expect([0, 1, 2, 3, 4, 5].map(spreadKink)).toEqual([-1, 0, -0.5, 0.5, -0.75, 0.25]);
  });
});

describe('the solved output layer', () => {
  it.each(oracle.fixedFeatures)(
    'with $width $activation on $target errs as the reference',
    (row) => {
      const samples = samplesOf(row.target);
      const rms =
        row.activation === 'relu'
          ? reluChain(samples, row.width).rms
          : growingFit(samples, activations[row.activation as 'cube'].value, row.width).rms[
              row.width
            ];
      expect(rms ?? Number.NaN).toBeCloseTo(row.rms, 10);
    },
  );

  it.each(oracle.floors)(
    'reaches the floor of degree $degree on $target to six digits from width $degree on, and stays',
    (row) => {
      const name = (['identity', 'square', 'cube'] as const)[row.degree - 1] ?? 'identity';
      const { rms, fitted } = growingFit(samplesOf(row.target), activations[name].value, 512);
      for (let width = row.degree; width <= 512; width++)
        expect(Math.abs((rms[width] ?? 0) / row.floor - 1)).toBeLessThan(5e-7);
      expect(fitted[512]).toBe(fitted[row.degree]);
    },
  );

  it('stands on the floor of the orthogonal polynomials', () => {
    const samples = samplesOf('runge');
    const floors = polynomialFit(samples, 3).rms;
    expect(growingFit(samples, activations.cube.value, 7).rms[7]).toBeCloseTo(floors[3] ?? 0, 12);
  });

  it('gives values whose error it states', () => {
    const samples = samplesOf('sine');
    const { rms, fitted } = growingFit(samples, activations.cube.value, 5);
    const squares = samples.y.reduce((sum, y, i) => sum + (y - (fitted[2]?.[i] ?? 0)) ** 2, 0);
    expect(Math.sqrt(squares / samples.y.length)).toBeCloseTo(rms[2] ?? 0, 12);
  });

  it('with ReLU goes below every floor, and with equal pieces is the fact of the chapter', () => {
    expect(reluChain(samplesOf('sine'), 512).rms).toBeLessThan(1e-4);
    const root = sampleFunction(targets.squareRoot.value);
    for (const { pieces, rms } of oracle.evenRoot)
      expect(evenChain(root, pieces).rms).toBeCloseTo(rms, 12);
    expect(evenChain(root, 24).rms).toBeCloseTo(evenKinksError(targets.squareRoot.value, 24), 12);
  });

  it('is no better with equal pieces than any network of as many neurons can be', () => {
    const root = sampleFunction(targets.squareRoot.value);
    optimal.targets.sqrtabs.lower.forEach((bound, width) => {
      if (width > 0) expect(evenChain(root, width).rms).toBeGreaterThan(bound * (1 - 1e-5));
    });
  });

  it('wants a neuron at least', () => {
    expect(() => reluChain(samplesOf('sine'), 0)).toThrow('positive integer: got 0');
    expect(() => evenChain(samplesOf('sine'), 1.5)).toThrow('positive integer: got 1.5');
  });
});
