import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivationName } from '../../src/core/activations.ts';
import {
  exactHiddenImages,
  type HiddenLayer,
  hiddenActivation,
  hiddenCut,
  hiddenImage,
  hiddenSeparation,
  mapGrid,
  mapSegment,
} from '../../src/core/hidden-space.ts';
import { piecewiseLinear } from '../../src/core/piecewise-linear.ts';
import { separate } from '../../src/core/separability.ts';
import { verifyRationals } from '../../src/core/verify-separation.ts';
import plane from '../fixtures/plane.json' with { type: 'json' };

const box = { x0: -2, y0: -2, x1: 2, y1: 2 };

function layer(name: ActivationName, scale = 1): HiddenLayer {
  const [first, second] = plane.lines;
  return {
    weights: [
      [first.w[0], first.w[1]],
      [second.w[0], second.w[1]],
    ],
    bias: [first.b, second.b],
    scale,
    activation: hiddenActivation(name),
  };
}

const measure = (name: ActivationName, scale = 1) =>
  hiddenSeparation(layer(name, scale), plane.A, plane.B);

describe('hiddenSeparation', () => {
  it.each([
    ['identity', plane.facts.hullGapInHiddenSpace.identity],
    ['relu', plane.facts.hullGapInHiddenSpace.relu],
    ['leakyRelu', plane.facts.hullGapInHiddenSpace.leakyRelu0_1],
    ['tanh', plane.facts.hullGapInHiddenSpace.tanh],
    ['sigmoid', plane.facts.hullGapInHiddenSpace.sigmoid],
  ] as const)('finds the stored gap under %s, %d', (name, gap) => {
    expect(measure(name).gap).toBeCloseTo(gap, 4);
  });

  it('finds the gap under tanh 1.545 times that under relu, 1.862 times relative to the spread', () => {
    const [relu, tanh] = [measure('relu'), measure('tanh')];
    expect(tanh.gap / relu.gap).toBeCloseTo(1.545, 3);
    expect(tanh.relativeGap / relu.relativeGap).toBeCloseTo(1.862, 3);
  });

  it('finds it smaller instead for weights multiplied by 4 or halved', () => {
    expect(measure('tanh', 4).gap / measure('relu', 4).gap).toBeCloseTo(0.97, 2);
    expect(measure('tanh', 0.5).gap / measure('relu', 0.5).gap).toBeCloseTo(0.39, 2);
  });

  it('separates nothing under relu with both signs flipped, while tanh is only mirrored', () => {
    expect(measure('relu', -1).separation.kind).toBe('inseparable');
    expect(measure('relu', -1).relativeGap).toBe(0);
    expect(measure('tanh', -1).gap).toBeCloseTo(measure('tanh').gap, 12);
  });

  it.each(['identity', 'relu', 'leakyRelu'] as const)('is exactly right under %s', (name) => {
    const pieces = piecewiseLinear[name];
    const images = [plane.A, plane.B].map((set) => exactHiddenImages(layer(name), pieces, set));
    expect(verifyRationals(images[0], images[1], measure(name).separation)).toBe(true);
  });

  it('keeps the certificate of the input plane under identity, weight for weight', () => {
    const here = separate(plane.A, plane.B);
    const there = measure('identity').separation;
    if (here.kind !== 'inseparable' || there.kind !== 'inseparable') throw new Error(here.kind);
    expect(there.weightsA).toEqual(here.weightsA);
    expect(there.weightsB).toEqual(here.weightsB);
    hiddenImage(layer('identity'), here.point).forEach((value, j) => {
      expect(there.point[j]).toBeCloseTo(value, 12);
    });
  });

  it('lets no rounding part points that an affine map leaves in line', () => {
    // x₁ = 0.1, 0.2, 0.3 on one line, B in the middle: its double image is beside A's segment.
    const points = [
      [0.1, 0.7],
      [0.3, 0.1],
    ];
    const between = [[0.2, 0.4]];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (hundredths) => {
        const scaled = layer('identity', hundredths / 100);
        expect(hiddenSeparation(scaled, points, between).separation.kind).toBe('inseparable');
      }),
    );
  });

  it('measures 0 where a class is empty or everything falls on one point', () => {
    expect(hiddenSeparation(layer('relu'), [], plane.B).gap).toBe(0);
    expect(measure('relu', 0)).toMatchObject({ gap: 0, spread: 0, relativeGap: 0 });
    expect(hiddenSeparation(layer('relu'), [], []).spread).toBe(0);
  });
});

describe('mapSegment', () => {
  it('bends exactly where a neuron meets its kink', () => {
    // n₁ = 1.6x₁ − 1.2 is 0 at x₁ = 0.75 on the axis; n₂ = −1.8x₁ − 1.2 at −2/3.
    const { input, image } = mapSegment(layer('relu'), [-2, 0], [2, 0]);
    const expected = [0, 2.4, 0, 0, 0, 0, 2, 0];
    expect(image).toHaveLength(expected.length);
    expected.forEach((value, k) => {
      expect(image[k]).toBeCloseTo(value, 12);
    });
    [-2, 0, -2 / 3, 0, 0.75, 0, 2, 0].forEach((value, k) => {
      expect(input[k]).toBeCloseTo(value, 12);
    });
  });

  it('passes through images of its points under a smooth activation', () => {
    const { image } = mapSegment(layer('tanh'), [-2, 1], [2, 1]);
    const middle = hiddenImage(layer('tanh'), [0, 1]);
    const at = image.length / 2 - 1;
    expect([image[at], image[at + 1]]).toEqual(middle);
  });
});

describe('mapGrid', () => {
  it('has as many lines each way as asked, from side to side', () => {
    const grid = mapGrid(layer('identity'), box, 5);
    expect(grid).toHaveLength(10);
    expect([...grid[0].image.slice(0, 2)]).toEqual(hiddenImage(layer('identity'), [-2, -2]));
    expect([...grid[9].image.slice(-2)]).toEqual(hiddenImage(layer('identity'), [2, 2]));
    expect(() => mapGrid(layer('identity'), box, 1)).toThrow('grid lines: got 1');
  });
});

describe('hiddenCut', () => {
  /** Exact up to rounding; for iso-lines, the error of linear interpolation on cells of 1/24. */
  const tolerances = { identity: 1e-12, relu: 1e-12, leakyRelu: 1e-12, tanh: 4e-3, sigmoid: 4e-3 };

  it.each(Object.keys(tolerances) as (keyof typeof tolerances)[])(
    'is carried onto the hidden line under %s',
    (name) => {
      const { separation } = measure(name);
      const line = separation.kind === 'separable' ? separation : { normal: [0.6, 0.8], offset: 1 };
      const paths = hiddenCut(layer(name), line.normal, line.offset, box).boundary;
      expect(paths.length).toBeGreaterThan(0);
      for (const { points } of paths) {
        for (let k = 0; k < points.length; k += 2) {
          const [h1, h2] = hiddenImage(layer(name), [points[k], points[k + 1]]);
          const distance = line.normal[0] * h1 + line.normal[1] * h2 + line.offset;
          expect(Math.abs(distance)).toBeLessThan(tolerances[name]);
        }
      }
    },
  );

  it('parts the article’s classes in the input plane under relu', () => {
    const { separation } = measure('relu');
    if (separation.kind !== 'separable') throw new Error(`got ${separation.kind}`);
    // Two parallel lines, one on each side of the band: n₁ or n₂ at the line's crossing of an axis.
    const { normal, offset } = separation;
    const segments = hiddenCut(layer('relu'), normal, offset, box).boundary;
    expect(segments).toHaveLength(2);
    for (const { points } of segments) {
      const sums = plane.lines.map(({ w, b }) => w[0] * points[0] + w[1] * points[1] + b);
      const crossing = Math.max(...sums);
      const u = sums.indexOf(crossing);
      expect(crossing).toBeCloseTo(-offset / normal[u], 12);
    }
  });

  it.each(['relu', 'tanh'] as const)('covers where the line is positive under %s', (name) => {
    const { separation } = measure(name);
    if (separation.kind !== 'separable') throw new Error(`got ${separation.kind}`);
    const { above } = hiddenCut(layer(name), separation.normal, separation.offset, box);
    const covered = ([x, y]: readonly number[]) =>
      above.reduce((turns, polygon) => turns + windings(polygon, x, y), 0) !== 0;
    expect(plane.B.every(covered)).toBe(true);
    expect(plane.A.some(covered)).toBe(false);
  });
});

/** How often a closed polygon x, y, … goes round a point: crossings of the ray to its right. */
function windings(polygon: Float64Array, x: number, y: number): number {
  let turns = 0;
  for (let k = 0; k < polygon.length; k += 2) {
    const next = (k + 2) % polygon.length;
    const [x0, y0, x1, y1] = [polygon[k], polygon[k + 1], polygon[next], polygon[next + 1]];
    if (y0 <= y === y1 <= y) continue;
    const crossing = x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
    if (crossing > x) turns += y1 > y0 ? 1 : -1;
  }
  return turns;
}
