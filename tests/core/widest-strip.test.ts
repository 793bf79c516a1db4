import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separate } from '../../src/core/separability.ts';
import { widestStrip } from '../../src/core/widest-strip.ts';
import plane from '../fixtures/plane.json' with { type: 'json' };

type Place = readonly [number, number];
const relu = (places: readonly (readonly number[])[]): Place[] =>
  places.map(([x, y]) => [
    Math.max(0, 1.6 * x + 1.2 * y - 1.2),
    Math.max(0, -1.8 * x - 0.9 * y - 1.2),
  ]);

// coordinates on a coarse grid, so that touching, collinear and repeated points occur
const place = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }));
const places = fc.array(place, { minLength: 1, maxLength: 8 });
/** Rounding of a handful of additions and one square root on numbers of size 10. */
const ROUNDING = 1e-9;

describe('widestStrip', () => {
  it('finds the stored gap and line of the article’s data under ReLU', () => {
    const strip = widestStrip(relu(plane.A), relu(plane.B));
    expect(strip?.gap).toBeCloseTo(plane.facts.hullGapInHiddenSpace.relu, 4);
    expect(strip?.normal[0]).toBeCloseTo(0.5973, 4);
    expect(strip?.normal[1]).toBeCloseTo(0.802, 4);
    expect(strip?.offset).toBeCloseTo(-0.172, 4);
  });

  it('finds none where the article’s data is left as it is', () => {
    const asTheyAre = (points: readonly (readonly number[])[]): Place[] =>
      points.map(([x, y]) => [x, y]);
    expect(widestStrip(asTheyAre(plane.A), asTheyAre(plane.B))).toBeUndefined();
  });

  it('finds none when a set is empty', () => {
    expect(widestStrip([], [[0, 0]])).toBeUndefined();
    expect(widestStrip([[0, 0]], [])).toBeUndefined();
  });

  it('agrees with the exact answer on sets that touch, repeat and degenerate', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const strip = widestStrip(a, b);
        const exact = separate(a, b);
        expect(strip !== undefined).toBe(exact.kind === 'separable');
        if (exact.kind !== 'separable' || !strip) return;
        expect(Math.abs(strip.gap - exact.gap)).toBeLessThan(ROUNDING);
        expect(Math.abs(strip.offset - exact.offset)).toBeLessThan(ROUNDING);
        strip.normal.forEach((value, k) => {
          expect(Math.abs(value - exact.normal[k])).toBeLessThan(ROUNDING);
        });
      }),
      { numRuns: 1000 },
    );
  });
});
