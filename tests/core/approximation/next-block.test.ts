import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Missing,
  nextBump,
  nextHat,
  nextStep,
  worstIndex,
} from '../../../src/core/approximation/next-block.ts';
import { cellMiddle } from '../../../src/core/approximation/samples.ts';

const CELLS = 64;
const x = Float64Array.from({ length: CELLS }, (_, i) => cellMiddle(i, CELLS));
const missingOf = (f: (x: number) => number): Missing => ({ x, residual: x.map(f) });
const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);

it('a step that is missing is found exactly', () => {
  const step = nextStep(missingOf((at) => (at < 0.25 ? 0 : -2)));
  expect(step).toEqual({ at: 0.25, height: -2 });
});

it('a bump that is missing is found exactly', () => {
  const bump = nextBump(missingOf((at) => (at > -0.5 && at < 0.125 ? 1.5 : 0)));
  expect(bump).toEqual({ left: -0.5, right: 0.125, height: 1.5 });
});

it('a hat stands where most is missing, its feet where the sign changes', () => {
  const hat = nextHat(
    missingOf((at) => Math.max(-0.5, 1 - 2 * Math.abs(at - 0.2))),
    0.02,
  );
  expect(hat.peak).toBeCloseTo(0.2, 1);
  expect(hat.left).toBeCloseTo(-0.3, 1);
  expect(hat.right).toBeCloseTo(0.7, 1);
  expect(hat.height).toBeCloseTo(1, 1);
});

it('a hat that is missing at an end is half a hat', () => {
  const hat = nextHat(
    missingOf((at) => Math.max(0, -0.5 - at)),
    0.02,
  );
  expect([hat.left, hat.peak]).toEqual([-1, -1]);
  expect(hat.right).toBeCloseTo(-0.5, 1);
  expect(hat.height).toBeCloseTo(0.5, 1);
});

it('the worst place is the first of the largest', () => {
  expect(worstIndex({ x, residual: Float64Array.of(1, -3, 3, 2) })).toBe(1);
});

describe('whatever is missing,', () => {
  const residuals = fc
    .array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: CELLS, maxLength: CELLS })
    .map((values) => ({ x, residual: Float64Array.from(values) }));
  // sums of squares up to 1024: their rounding is far below this
  const rounding = 1e-9;

  it('the step, the bump and the hat never make it more', () => {
    fc.assert(
      fc.property(residuals, (missing) => {
        const before = squares(missing.residual) + rounding;
        const left = (part: (at: number) => number) =>
          squares(missing.residual.map((value, i) => value - part(x[i])));
        const step = nextStep(missing);
        expect(left((at) => (at < step.at ? 0 : step.height))).toBeLessThanOrEqual(before);
        const bump = nextBump(missing);
        const within = (at: number) => at > bump.left && at < bump.right;
        expect(left((at) => (within(at) ? bump.height : 0))).toBeLessThanOrEqual(before);
        const hat = nextHat(missing, 0.02);
        const shape = (at: number) =>
          Math.max(
            0,
            at < hat.peak
              ? (at - hat.left) / (hat.peak - hat.left)
              : (hat.right - at) / (hat.right - hat.peak),
          );
        expect(left((at) => hat.height * shape(at))).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('no step and no bump on the samples takes more away', () => {
    fc.assert(
      fc.property(residuals, fc.nat(CELLS - 1), fc.nat(CELLS - 1), (missing, a, b) => {
        const gain = (from: number, to: number) => {
          let sum = 0;
          for (let i = from; i < to; i++) sum += missing.residual[i];
          return (sum * sum) / (to - from);
        };
        const indexOf = (place: number) => x.findIndex((at) => at > place);
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const bump = nextBump(missing);
        const end = bump.right === 1 ? CELLS : indexOf(bump.right);
        expect(gain(indexOf(bump.left), end)).toBeGreaterThanOrEqual(gain(from, to) - rounding);
        const step = nextStep(missing);
        const first = Math.max(1, from);
        expect(gain(indexOf(step.at), CELLS)).toBeGreaterThanOrEqual(gain(first, CELLS) - rounding);
      }),
    );
  });
});
