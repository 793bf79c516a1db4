// The normal equations of a second-order step against sums over all samples as they are written.
import { expect, it } from 'vitest';
import { activations } from '../../../../src/core/activations.ts';
import { sampleFunction } from '../../../../src/core/approximation/samples.ts';
import { rowStart } from '../../../../src/core/approximation/trainers/cholesky.ts';
import { assembleHidden, fillRows } from '../../../../src/core/approximation/trainers/jacobian.ts';
import { createShallow } from '../../../../src/core/approximation/trainers/shallow.ts';
import { evaluateShallow } from '../../../../src/core/approximation/trainers/sweep.ts';
import { initialisers } from '../../../../src/core/initialisers.ts';
import { createMlp } from '../../../../src/core/mlp.ts';
import { createRandom } from '../../../../src/core/random.ts';

it.each([
  ['tanh', 9, 'at once'],
  ['gelu', 9, 'at once'],
  ['tanh', 75, 'in slices'],
  ['gelu', 128, 'in slices'],
] as const)(
  '%s, width %i: the normal matrix and the gradient are the sums over all samples, made %s',
  (activation, width, how) => {
    const { x, y } = sampleFunction(Math.sin, { cells: 511 });
    const net = createShallow({ x, y }, activation, width);
    const mlp = createMlp({ sizes: [1, width, 1], hidden: activation });
    initialisers.spreadKnots(mlp, net.parameters, createRandom(1));
    evaluateShallow(net);
    const { dense, parameters } = net;
    const residual = net.residual.slice();
    if (!dense?.jacobian) throw new Error('smooth networks of this width have a Jacobian');
    const { jacobian, normal } = dense;
    expect(jacobian.slices.length > 0).toBe(how === 'in slices');
    const gradient = new Float64Array(3 * width + 1);
    fillRows(net, jacobian, false);
    assembleHidden(net, jacobian, normal, gradient);
    const { value, derivative } = activations[activation];
    /** By every b, every w, every height and the constant: the order of the unknowns. */
    const columns = Array.from({ length: 3 * width + 1 }, (_, k) => {
      if (k === 3 * width) return x.map(() => 1);
      const unit = k % width;
      const [w, b, a] = [0, 1, 2].map((part) => parameters[part * width + unit]) as [
        number,
        number,
        number,
      ];
      if (k >= 2 * width) return x.map((at) => value(w * at + b));
      return x.map((at) => a * derivative(w * at + b) * (k < width ? 1 : at));
    });
    const dot = (one: Float64Array, other: Float64Array) =>
      one.reduce((sum, number, i) => sum + number * other[i], 0);
    const norms = columns.map((column) => Math.sqrt(dot(column, column)));
    const missed = Math.sqrt(dot(residual, residual));
    for (let k = 0; k < 2 * width; k++) {
      // 511 roundings, and slopes of less than 1e-10 of the largest, which are left out
      const most = 1e-9 * norms[k];
      expect(Math.abs(gradient[k] - dot(columns[k], residual))).toBeLessThan(most * missed);
      // every unknown with some of the others
      for (let row = k; row <= 3 * width; row += 1 + ((7 * row + k) % 40)) {
        const got = normal[rowStart(row) + k];
        expect(Math.abs(got - dot(columns[row], columns[k]))).toBeLessThan(most * norms[row]);
      }
    }
  },
);
