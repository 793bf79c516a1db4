import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluateConstruction,
  interpolate,
} from '../../../src/core/approximation/constructions.ts';
import { curvature } from '../../../src/core/approximation/curvature.ts';
import {
  curvatureBound,
  interpolateEvenly,
  interpolateSeen,
  lookAt,
} from '../../../src/core/approximation/interpolation.ts';
import { type TargetName, targets } from '../../../src/core/approximation/targets.ts';
import oracle from '../../fixtures/small-figures.json' with { type: 'json' };

const smooth = Object.keys(curvature) as TargetName[];
const continuous = (Object.keys(targets) as TargetName[]).filter(
  (name) => targets[name].jumps.length === 0,
);
/** A bound may be met exactly, and then rounding decides; errors are of size 1. */
const ROUNDING = 1e-12;

describe('interpolateEvenly()', () => {
  it('joins the dots as the network of the construction does', () => {
    const { value, domain } = targets.chirp;
    const network = interpolate(value, 7);
    const { x, y, worst } = interpolateEvenly(value, domain, 7);
    x.forEach((at, i) => {
      expect(evaluateConstruction(network, 'relu', at)).toBeCloseTo(y[i] ?? 0, 12);
    });
    expect(evaluateConstruction(network, 'relu', worst.at)).toBeCloseTo(worst.chain, 12);
    expect(worst.error).toBe(Math.abs(worst.chain - value(worst.at)));
  });

  it('never errs by more than ω of a piece, nor than h²/8·max|f″| where that is known', () => {
    const name = fc.constantFrom(...continuous);
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 200 }), (target, pieces) => {
        const { value, domain } = targets[target];
        const { worst, modulus } = interpolateEvenly(value, domain, pieces);
        expect(worst.error).toBeLessThanOrEqual(modulus + ROUNDING);
        const most = curvature[target];
        if (most !== undefined)
          expect(worst.error).toBeLessThanOrEqual(curvatureBound(most, domain, pieces) + ROUNDING);
      }),
    );
  });

  it('of a parabola meets the second bound exactly', () => {
    const { worst } = interpolateEvenly((x) => 3 * x * x, [-1, 1], 5);
    expect(worst.error).toBeCloseTo(curvatureBound(6, [-1, 1], 5), 12);
  });

  it('of |x| errs by half a piece if 0 is no end of one, and not at all if it is', () => {
    expect(interpolateEvenly(Math.abs, [-1, 1], 5).worst.error).toBeCloseTo(1 / 5, 12);
    expect(interpolateEvenly(Math.abs, [-1, 1], 6).worst.error).toBeLessThan(ROUNDING);
    expect(interpolateEvenly(Math.abs, [-1, 1], 5).modulus).toBeCloseTo(2 / 5, 12);
  });

  it.each(oracle.interpolation)(
    'of $target in $pieces pieces errs as the stored reference',
    (row) => {
      const { value, domain } = targets[row.target as TargetName];
      const { worst, modulus } = interpolateEvenly(value, domain, row.pieces);
      // the reference looks at a hundred times as many places
      expect(worst.error / row.worst).toBeCloseTo(1, 6);
      // ω is looked for on the grid alone, and three digits of it are shown
      expect(modulus / row.modulus).toBeCloseTo(1, 3);
    },
  );

  it.each(oracle.interpolation.filter(({ pieces }) => pieces <= 64))(
    'of $target in $pieces pieces does so from looks shared with 64 pieces',
    (row) => {
      const { value, domain } = targets[row.target as TargetName];
      const { worst, modulus } = interpolateSeen(lookAt(value, domain, 64), row.pieces);
      expect(worst.error / row.worst).toBeCloseTo(1, 6);
      expect(modulus / row.modulus).toBeCloseTo(1, 3);
    },
  );

  it('wants at least one piece', () => {
    expect(() => interpolateEvenly(Math.abs, [0, 1], 0)).toThrow('positive integer: got 0');
  });
});

describe('the largest |f″|', () => {
  it.each(smooth)('of %s is the stored one', (name) => {
    const stored: Readonly<Record<string, number>> = oracle.curvature;
    expect((curvature[name] ?? 0) / (stored[name] ?? 0)).toBeCloseTo(1, 9);
  });
});
