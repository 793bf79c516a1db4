import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundarySegments, signPolygons } from '../../src/core/decision-boundary.ts';
import { type PiecewiseLinear, piecewiseLinear } from '../../src/core/piecewise-linear.ts';
import { linearRegions, type PiecewiseLinearLayer } from '../../src/core/regions.ts';
import plane from '../fixtures/plane.json' with { type: 'json' };

const box = { x0: -2, y0: -2, x1: 2, y1: 2 };
const BOX_AREA = 16;
/** Sums and products along at most four layers of numbers up to some hundreds. */
const ROUNDING = 1e-9;

function value({ kinks, pieces }: PiecewiseLinear, z: number): number {
  const { slope, intercept } = pieces[kinks.filter((kink) => z >= kink).length];
  return slope * z + intercept;
}

function network(layers: readonly PiecewiseLinearLayer[], x: readonly number[]): number[] {
  return layers.reduce<readonly number[]>(
    (h, { weights, bias, activation }) =>
      Array.from(bias, (offset, u) =>
        value(
          activation,
          h.reduce((sum, hi, i) => sum + weights[u * h.length + i] * hi, offset),
        ),
      ),
    x,
  ) as number[];
}

function area(polygon: Float64Array): number {
  let twice = 0;
  for (let k = 0; k < polygon.length; k += 2) {
    const next = (k + 2) % polygon.length;
    twice += polygon[k] * polygon[next + 1] - polygon[next] * polygon[k + 1];
  }
  return twice / 2;
}

const totalArea = (list: readonly { polygon: Float64Array }[]) =>
  list.reduce((sum, { polygon }) => sum + area(polygon), 0);

/** A convex mixture of the corners: strictly inside where the polygon has an inside. */
function interior(polygon: Float64Array, shares: readonly number[]): [number, number] {
  let [x, y, total] = [0, 0, 0];
  for (let k = 0; k < polygon.length / 2; k++) {
    const share = shares[k % shares.length];
    x += share * polygon[2 * k];
    y += share * polygon[2 * k + 1];
    total += share;
  }
  return [x / total, y / total];
}

function networksOf(numbers: fc.Arbitrary<number>, activations: readonly PiecewiseLinear[]) {
  const widths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
  return fc.tuple(widths, fc.constantFrom(...activations)).chain(([hidden, activation]) => {
    const sizes = [2, ...hidden, 1];
    const list = (length: number) => fc.array(numbers, { minLength: length, maxLength: length });
    const layers = sizes.slice(1).map((outputs, k) =>
      fc.record({
        weights: list(outputs * sizes[k]),
        bias: list(outputs),
        activation: fc.constant(k < hidden.length ? activation : piecewiseLinear.identity),
      }),
    );
    return fc.tuple(...layers);
  });
}

const { identity, relu, leakyRelu, abs, step } = piecewiseLinear;
const continuous = [identity, relu, leakyRelu, abs];
const generic = fc.integer({ min: -999, max: 999 }).map((n) => n / 500 + Math.SQRT2 / 1000);
/** Halves of small integers: parallel, coincident and vanishing kink lines are common. */
const coarse = fc.integer({ min: -4, max: 4 }).map((n) => n / 2);
const networks = fc.constantFrom(generic, coarse).chain((n) => networksOf(n, continuous));
const shares = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 9 });

describe('linearRegions', () => {
  it('tile the box: counter-clockwise polygons whose areas add up, no pattern twice', () => {
    fc.assert(
      fc.property(networks, (layers) => {
        const regions = linearRegions(layers, box);
        for (const { polygon } of regions) expect(area(polygon)).toBeGreaterThan(-ROUNDING);
        expect(Math.abs(totalArea(regions) - BOX_AREA)).toBeLessThan(ROUNDING);
        const patterns = regions.map(({ pattern }) => pattern.join());
        expect(new Set(patterns).size).toBe(patterns.length);
      }),
      { numRuns: 300 },
    );
  });

  it('carry the affine map the network is inside them', () => {
    fc.assert(
      fc.property(networks, shares, (layers, mix) => {
        for (const { polygon, weights, bias } of linearRegions(layers, box)) {
          if (area(polygon) < ROUNDING) continue;
          const [x, y] = interior(polygon, mix);
          const [expected] = network(layers, [x, y]);
          expect(Math.abs(weights[0] * x + weights[1] * y + bias[0] - expected)).toBeLessThan(
            ROUNDING,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the three strips of the article’s two lines under relu', () => {
    const regions = linearRegions(
      [
        {
          weights: plane.lines.flatMap(({ w }) => w),
          bias: plane.lines.map(({ b }) => b),
          activation: relu,
        },
      ],
      box,
    );
    expect(regions.map(({ pattern }) => pattern).sort()).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  it('carry constants where every hidden unit is a step', () => {
    fc.assert(
      fc.property(networksOf(generic, [step]), shares, (layers, mix) => {
        const regions = linearRegions(layers, box);
        expect(Math.abs(totalArea(regions) - BOX_AREA)).toBeLessThan(ROUNDING);
        for (const { polygon, weights, bias } of regions) {
          if (area(polygon) < ROUNDING) continue;
          expect(weights.every((weight) => weight === 0)).toBe(true);
          const [expected] = network(layers, interior(polygon, mix));
          expect(Math.abs(bias[0] - expected)).toBeLessThan(ROUNDING);
        }
      }),
    );
  });

  it('put a unit that stays on its kink on the piece above, as a step at 0 is 1', () => {
    const layers = [
      { weights: [0, 0], bias: [0], activation: step },
      { weights: [1], bias: [0], activation: identity },
    ];
    expect(linearRegions(layers, box).map(({ bias }) => [...bias])).toEqual([[1]]);
  });

  it('are 1 + lines + crossings for one layer of lines in general position', () => {
    // Five lines tangent to the unit circle, no two parallel; those crossings that lie in the box.
    const angles = [0.1, 1.2, 2.6, 3.9, 5.1];
    const lines = angles.map((angle) => [Math.cos(angle), Math.sin(angle)]);
    let crossings = 0;
    lines.forEach(([a, b], k) => {
      for (const [c, d] of lines.slice(0, k)) {
        const determinant = a * d - b * c;
        const inside = (v: number) => Math.abs(v / determinant) < 2;
        if (inside(d - b) && inside(a - c)) crossings += 1;
      }
    });
    const layer = {
      weights: lines.flat(),
      bias: lines.map(() => -1),
      activation: relu,
    };
    expect(linearRegions([layer], box)).toHaveLength(1 + lines.length + crossings);
  });

  it('names the layer whose counts do not fit', () => {
    const layer = { weights: [1, 2, 3], bias: [0], activation: relu };
    expect(() => linearRegions([layer], box)).toThrow(
      'weights of layer 0: got 3, expected 2 (1 by 2)',
    );
  });
});

describe('boundarySegments', () => {
  it('lie where the output is 0', () => {
    fc.assert(
      fc.property(networks, fc.double({ min: 0, max: 1, noNaN: true }), (layers, t) => {
        for (const [xa, ya, xb, yb] of boundarySegments(linearRegions(layers, box))) {
          const [output] = network(layers, [xa + t * (xb - xa), ya + t * (yb - ya)]);
          expect(Math.abs(output)).toBeLessThan(ROUNDING);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are met between any two points of opposite sign', () => {
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
    const point = fc.tuple(coordinate, coordinate);
    let met = 0;
    fc.assert(
      fc.property(networksOf(generic, continuous), point, point, (layers, p, q) => {
        const [atP] = network(layers, p);
        const [atQ] = network(layers, q);
        if (Math.min(atP, atQ) > -1e-6 || Math.max(atP, atQ) < 1e-6) return;
        met += 1;
        const side = (x: number, y: number) =>
          (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
        const crossed = boundarySegments(linearRegions(layers, box)).some(
          ([xa, ya, xb, yb]) => side(xa, ya) * side(xb, yb) <= ROUNDING,
        );
        expect(crossed).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(met).toBeGreaterThan(2);
  });
});

describe('signPolygons', () => {
  it('tile the box, each with the sign of the output inside', () => {
    fc.assert(
      fc.property(networks, shares, (layers, mix) => {
        const polygons = signPolygons(linearRegions(layers, box));
        expect(Math.abs(totalArea(polygons) - BOX_AREA)).toBeLessThan(ROUNDING);
        for (const { polygon, sign } of polygons) {
          if (area(polygon) < ROUNDING) continue;
          const [output] = network(layers, interior(polygon, mix));
          expect(output * sign).toBeGreaterThan(-ROUNDING);
          if (sign === 0) expect(Math.abs(output)).toBeLessThan(ROUNDING);
        }
      }),
      { numRuns: 300 },
    );
  });
});
