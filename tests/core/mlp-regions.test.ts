import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMlp, predict } from '../../src/core/mlp.ts';
import { piecewiseLinearLayers } from '../../src/core/mlp-regions.ts';
import { linearRegions } from '../../src/core/regions.ts';

const box = { x0: -1, y0: -2, x1: 3, y1: 2 };
/** Two layers of sums of a few products of numbers up to 2, in another order of additions. */
const ROUNDING = 1e-12;

describe('piecewiseLinearLayers', () => {
  it('give regions on which the network is the affine map they carry', () => {
    const mlp = createMlp({ sizes: [2, 3, 2, 2], hidden: ['relu', 'leakyRelu'] });
    const number = fc.integer({ min: -200, max: 200 }).map((n) => n / 100);
    const parameters = fc.array(number, {
      minLength: mlp.parameterCount,
      maxLength: mlp.parameterCount,
    });
    fc.assert(
      fc.property(parameters, (list) => {
        const values = Float64Array.from(list);
        const layers = piecewiseLinearLayers(mlp, values);
        if (!layers) throw new Error('relu and leaky relu are piecewise linear');
        for (const { polygon, weights, bias } of linearRegions(layers, box)) {
          const corners = polygon.length / 2;
          let [x, y] = [0, 0];
          for (let k = 0; k < corners; k++) {
            x += polygon[2 * k] / corners;
            y += polygon[2 * k + 1] / corners;
          }
          predict(mlp, values, [x, y]).forEach((output, u) => {
            const affine = weights[2 * u] * x + weights[2 * u + 1] * y + bias[u];
            expect(Math.abs(affine - output)).toBeLessThan(ROUNDING);
          });
        }
      }),
    );
  });

  it('take a sigmoid output as its weighted sum and refuse a curved hidden layer', () => {
    const sigmoid = createMlp({ sizes: [2, 1], hidden: [], output: 'sigmoid' });
    const [region] = linearRegions(
      piecewiseLinearLayers(sigmoid, Float64Array.of(1, 2, 3)) ?? [],
      box,
    );
    expect([...region.weights, ...region.bias]).toEqual([1, 2, 3]);
    const tanh = createMlp({ sizes: [2, 2, 1], hidden: 'tanh' });
    expect(piecewiseLinearLayers(tanh, new Float64Array(9))).toBeUndefined();
  });
});
