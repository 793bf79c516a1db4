import { expect, it } from 'vitest';
import { bestLine, polynomialFit } from '../../../src/core/approximation/polynomial.ts';
import { sampleFunction } from '../../../src/core/approximation/samples.ts';
import { FIXTURE_TARGETS } from './targets-for-tests.ts';

// Floors computed beforehand, independently, to six digits: [target, degree, RMS].
const FLOORS = [
  ['sin3pi', 1, 0.682805],
  ['sin3pi', 3, 0.641696],
  ['step', 1, 0.499997],
  ['step', 3, 0.374993],
  ['abs', 1, 0.288673],
  ['abs', 2, 0.072166],
] as const;

it.each(FLOORS)('the floor of %s at degree %i is %f', (name, degree, floor) => {
  const { rms } = polynomialFit(sampleFunction(FIXTURE_TARGETS[name]), degree);
  // Half a unit of the sixth decimal, the last one given.
  expect(Math.abs(rms[degree] - floor)).toBeLessThan(5.1e-7);
});

it('a polynomial is met exactly from its own degree on', () => {
  const target = (x: number) => x * (5 + x * x * (16 * x * x - 20));
  const fit = polynomialFit(sampleFunction(target), 9);
  expect(fit.rms[4]).toBeGreaterThan(0.1);
  expect(fit.rms[5]).toBeLessThan(1e-13);
  expect(fit.evaluate(0.37)).toBeCloseTo(target(0.37), 12);
});

it('stays accurate at degree 60: the floor of Runge falls by its known factor', () => {
  const { rms } = polynomialFit(sampleFunction(FIXTURE_TARGETS['runge']), 60);
  // Poles at ±i/5: best approximations shrink by ρ = (1 + √26)/5 a degree (Bernstein 1912).
  const rho = (1 + Math.sqrt(26)) / 5;
  const measured = (rms[20] / rms[60]) ** (1 / 40);
  expect(Math.abs(measured / rho - 1)).toBeLessThan(0.01);
  // An even function gains nothing at odd degrees, to rounding.
  for (let d = 1; d <= 60; d++) expect(rms[d]).toBeLessThanOrEqual(rms[d - 1] * (1 + 1e-12));
});

it('bestLine() is the least-squares line', () => {
  const { slope, intercept } = bestLine(sampleFunction((x) => 3 * x - 2));
  expect(slope).toBeCloseTo(3, 12);
  expect(intercept).toBeCloseTo(-2, 12);
});

it('a degree beyond the samples interpolates them', () => {
  const { degree, rms } = polynomialFit(sampleFunction(Math.abs, { cells: 4 }), 10);
  expect(degree).toBe(3);
  expect(rms[3]).toBeLessThan(1e-15);
});

it('impossible degrees are refused with the value', () => {
  expect(() => polynomialFit(sampleFunction(Math.abs), -1)).toThrow(
    'degree must be a whole number from 0: got -1',
  );
});
