import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimalCurve } from '../../../src/core/approximation/curve.ts';
import { optimalNetwork } from '../../../src/core/approximation/network.ts';
import { sampleFunction, samplePoints } from '../../../src/core/approximation/samples.ts';
import { type TargetName, targets } from '../../../src/core/approximation/targets.ts';
import { guarantee } from '../../../src/figures/approximate/guarantee.ts';
import { NEGLIGIBLE } from '../../../src/ui/errors.ts';

const samplesOf = (name: TargetName) =>
  sampleFunction(targets[name].value, { domain: targets[name].domain });

describe('what is guaranteed without a search', () => {
  it('is the theorem of the network that joins the dots', () => {
    // TV(f′) of |x| is 2, so the bound at width 2 is 2/(2·4)
    const bound = guarantee(samplesOf('absolute'), 'relu', 2);
    expect(bound?.by).toBe('variation');
    expect(bound?.size).toBeCloseTo(0.25, 9);
    expect(guarantee(samplesOf('absolute'), 'gelu', 2)).toBeUndefined();
  });

  it('is nothing left where every bend or change of value has a unit of its own', () => {
    // a jump between two samples is two bends of the polygon, a kink between them too
    const kinds = { constant: 0, line: 0, absolute: 2, step: 2, sawtooth: 6, zigzag: 10 } as const;
    for (const [name, turns] of Object.entries(kinds)) {
      const samples = samplesOf(name as TargetName);
      const bound = guarantee(samples, 'relu', turns + 1);
      expect([name, bound]).toMatchObject([name, { size: 0, by: 'exact', turns }]);
      expect(guarantee(samples, 'relu', turns)?.by).not.toBe('exact');
      // the search finds one
      expect(optimalNetwork(samples, optimalCurve(samples), turns + 1).rms).toBeLessThan(
        NEGLIGIBLE,
      );
    }
    expect(guarantee(samplesOf('staircase'), 'tanh', 4)).toMatchObject({
      size: 0,
      by: 'exact',
      turns: 4,
    });
    expect(guarantee(samplesOf('staircase'), 'tanh', 3)?.by).not.toBe('exact');
    // a few points are joined by fewer bends than there are points
    const few = samplePoints([0, 1, 2, 3, 4], [1.5, 2.25, 3, 2.75, -1.2], { domain: [0, 4] });
    expect(guarantee(few, 'relu', 16)?.size).toBe(0);
  });

  it('counts no bends that rounding makes', () => {
    const noisy = (x: number) => 0.5 + 1e-16 * Math.round(7 * Math.sin(40 * x));
    for (const name of ['relu', 'sigmoid', 'tanh'])
      expect(guarantee(sampleFunction(noisy), name, 1)).toMatchObject({
        size: 0,
        by: 'exact',
        turns: 0,
      });
  });

  it('is never more than a level line leaves, and never more than the best network found needs', () => {
    expect(guarantee(samplesOf('weierstrass'), 'relu', 16)?.by).toBe('level');
    expect(guarantee(samplesOf('sine'), 'relu', 2)).toMatchObject({ by: 'level' });
    expect(guarantee(samplesOf('sine'), 'relu', 2)?.size).toBeCloseTo(1, 3);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 14 }),
        fc.integer({ min: 1, max: 8 }),
        (values, width) => {
          const x = values.map((_, i) => i);
          const domain = [0, values.length - 1] as const;
          const samples = samplePoints(x, values, { domain, cells: 64 });
          const bound = guarantee(samples, 'relu', width)?.size ?? Number.NaN;
          const spread = Math.max(...samples.y) - Math.min(...samples.y);
          expect(bound).toBeLessThanOrEqual(spread / 2 + 1e-12);
          const curve = optimalCurve(samples);
          // no network is better than this in root mean square, hence none is nearer everywhere
          const lower = curve.widths[width]?.lowerBound ?? 0;
          expect(bound).toBeGreaterThanOrEqual(lower - 1e-7);
        },
      ),
      { numRuns: 60 },
    );
  });
});
