import { describe, expect, it } from 'vitest';
import {
  asymptoticConstant,
  reluBound,
  sigmoidBound,
  slopeVariation,
  variation,
} from '../../../src/core/approximation/bounds.ts';
import { optimalCurve } from '../../../src/core/approximation/curve.ts';
import { optimalNetwork } from '../../../src/core/approximation/network.ts';
import { sampleFunction } from '../../../src/core/approximation/samples.ts';
import { RANDOM_KINDS, randomTarget } from './targets-for-tests.ts';

it('the variation of |x| is 2, of its slope 2', () => {
  const samples = sampleFunction(Math.abs);
  // The samples miss half a cell at each end: 2/512 in all.
  expect(variation(samples)).toBeCloseTo(2 - 4 / 512, 12);
  expect(slopeVariation(samples)).toBeCloseTo(2, 9);
});

it('the slope of sin 3πx varies by 36π over [−1, 1]', () => {
  // Six half waves, each turning the slope from 3π to −3π or back.
  expect(slopeVariation(sampleFunction((x) => Math.sin(3 * Math.PI * x)))).toBeCloseTo(
    36 * Math.PI,
    0,
  );
});

it('the asymptotic constant of a parabola is that of equal pieces', () => {
  // f″ = 2: (2·2^(2/5))^(5/2)/√1440 = 2^(7/2)/√1440.
  expect(asymptoticConstant(sampleFunction((x) => x * x))).toBeCloseTo(
    2 ** 3.5 / Math.sqrt(1440),
    6,
  );
});

it('the asymptote of eˣ is met at width 16 within 0.1 %', () => {
  const samples = sampleFunction(Math.exp, { cells: 2048 });
  const { rms } = optimalCurve(samples, { maxWidth: 16 }).widths[16];
  expect(Math.abs(asymptoticConstant(samples) / 17 ** 2 / rms - 1)).toBeLessThan(0.001);
});

describe.each(RANDOM_KINDS)('a random target (%s)', (kind) => {
  it('its best network found is within the guaranteed ReLU bound', () => {
    const samples = sampleFunction(randomTarget(kind, 7), { cells: 256 });
    const curve = optimalCurve(samples, { maxWidth: 24 });
    const total = slopeVariation(samples);
    for (const width of [1, 2, 3, 6, 12, 24])
      expect(optimalNetwork(samples, curve, width).rms).toBeLessThanOrEqual(
        reluBound(total, width),
      );
  });

  it('constant pieces of equal variation meet the sigmoid bound', () => {
    const { y } = sampleFunction(randomTarget(kind, 9), { cells: 256 });
    for (const width of [1, 5, 20]) {
      const bound = sigmoidBound(variation({ y }), width);
      let pieces = 1;
      let low = y[0];
      let high = y[0];
      for (const value of y) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        if ((high - low) / 2 <= bound) continue;
        pieces++;
        low = value;
        high = value;
      }
      expect(pieces).toBeLessThanOrEqual(width + 1);
    }
  });
});
