import { expect, it } from 'vitest';
import { denseSamples, errorsOf, polygon } from '../../../src/core/approximation/measure.ts';
import { sampleFunction } from '../../../src/core/approximation/samples.ts';

it('a constant fit of a line errs by its RMS, most at an end', () => {
  const target = (x: number) => x;
  const samples = sampleFunction(target, { cells: 64 });
  const dense = denseSamples(target, samples, 64);
  const nothing = (_x: Float64Array, out: Float64Array) => out.fill(0);
  const { rms, worst } = errorsOf(nothing, dense);
  expect(errorsOf(nothing, samples).rms).toBeCloseTo(1 / Math.sqrt(3), 3);
  expect(rms).toBeCloseTo(1 / Math.sqrt(3), 5);
  expect(dense.x.length).toBe(1024);
  expect(worst.error).toBe(1 - 1 / 1024);
  expect(Math.abs(worst.at)).toBe(1 - 1 / 1024);
});

it('the dense grid shows what samples hide at a jump', () => {
  const target = (x: number) => (x < 0 ? -1 : 1);
  const samples = sampleFunction(target, { cells: 8 });
  const ramp = polygon(samples);
  const evaluate = (x: Float64Array, out: Float64Array) => out.set(x.map(ramp));
  const { rms, worst } = errorsOf(evaluate, denseSamples(target, samples, 8));
  expect(errorsOf(evaluate, samples).rms).toBe(0);
  expect(rms).toBeGreaterThan(0.1);
  expect(worst.error).toBeGreaterThan(0.9);
  expect(Math.abs(worst.at)).toBeLessThan(1 / 8);
});

it('the dense grid keeps the scale of the samples', () => {
  const target = (x: number) => 100 + 50 * x;
  const samples = sampleFunction(target, { standardise: true, cells: 16 });
  const dense = denseSamples(target, samples, 16);
  expect(dense.y[0]).toBeCloseTo((target(dense.x[0]) - samples.centre) / samples.scale, 12);
});
