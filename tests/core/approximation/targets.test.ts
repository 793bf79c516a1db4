import { describe, expect, it } from 'vitest';
import { isContinuous, targets } from '../../../src/core/approximation/targets.ts';
import { FIXTURE_TARGETS } from './targets-for-tests.ts';

it('there are at least twelve', () => {
  expect(Object.keys(targets).length).toBeGreaterThanOrEqual(12);
});

it.each([
  ['sine', 'sin3pi'],
  ['absolute', 'abs'],
  ['step', 'step'],
  ['sawtooth', 'saw'],
  ['runge', 'runge'],
  ['weierstrass', 'weier'],
  ['chirp', 'chirp'],
  ['squareRoot', 'sqrtabs'],
  ['bump', 'gauss'],
] as const)('%s is the reference target %s', (ours, theirs) => {
  for (let i = 0; i < 512; i++) {
    const x = -1 + (2 * i + 1) / 512;
    expect(Math.abs(targets[ours].value(x) - FIXTURE_TARGETS[theirs](x))).toBeLessThan(1e-12);
  }
});

describe.each(Object.entries(targets))('%s', (_name, target) => {
  const [left, right] = target.domain;
  const step = (right - left) * 1e-7;
  const near = (x: number, places: readonly number[]) =>
    places.some((place) => Math.abs(place - x) < 1e-3);

  it('is finite on its domain', () => {
    for (let i = 0; i <= 1000; i++)
      expect(Number.isFinite(target.value(left + ((right - left) * i) / 1000))).toBe(true);
  });

  it('jumps where it says, and only there', () => {
    expect(isContinuous(target)).toBe(target.jumps.length === 0);
    for (const jump of target.jumps)
      expect(Math.abs(target.value(jump + step) - target.value(jump - step))).toBeGreaterThan(0.1);
    for (let i = 1; i < 3000; i++) {
      const x = left + ((right - left) * i) / 3000;
      if (near(x, target.jumps)) continue;
      expect(Math.abs(target.value(x + step) - target.value(x - step))).toBeLessThan(1e-3);
    }
  });

  it('bends where it says', () => {
    for (const kink of target.kinks) {
      const before = (target.value(kink) - target.value(kink - step)) / step;
      const after = (target.value(kink + step) - target.value(kink)) / step;
      expect(Math.abs(after - before)).toBeGreaterThan(0.1);
    }
  });
});
