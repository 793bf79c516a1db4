import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loopsOf } from '../../src/core/activation-loops.ts';
import { type ActivationName, activationNames, activations } from '../../src/core/activations.ts';

const moderate = fc.double({ min: -30, max: 30, noNaN: true });

describe.each(activationNames)('%s', (name) => {
  const { value, derivative, range, attained, kinks, jumps, polynomialDegree, piecewiseLinear } =
    activations[name];
  const corners = [...kinks, ...jumps];
  const isNearCorner = (z: number, distance: number): boolean =>
    corners.some((corner) => Math.abs(z - corner) <= distance);

  it('has the derivative that its differences show, away from kinks and jumps', () => {
    const h = 1e-5;
    fc.assert(
      fc.property(moderate, (z) => {
        fc.pre(!isNearCorner(z, 2 * h));
        const difference = (value(z + h) - value(z - h)) / (2 * h);
        // The difference's own error: h²·|σ‴|/6 below 10⁻⁹, rounding ε·|σ|/h below 10⁻⁶ of |σ|.
        // The second derivative of ELU jumps by 1 at 0, which costs up to h/4 there.
        const tolerance =
          1e-8 +
          1e-10 * Math.abs(value(z)) +
          1e-7 * Math.abs(derivative(z)) +
          (Math.abs(z) < h ? h / 4 : 0);
        expect(Math.abs(derivative(z) - difference)).toBeLessThan(tolerance);
      }),
    );
  });

  it('takes its derivative from the left at a kink', () => {
    for (const kink of kinks) expect(derivative(kink)).toBe(derivative(kink - 1e-9));
  });

  it('has a kink, a jump or neither where it says so', () => {
    for (const kink of kinks) {
      expect(Math.abs(value(kink + 1e-9) - value(kink - 1e-9))).toBeLessThan(1e-8);
      expect(Math.abs(derivative(kink + 1e-9) - derivative(kink - 1e-9))).toBeGreaterThan(0.5);
    }
    for (const jump of jumps) {
      expect(Math.abs(value(jump + 1e-9) - value(jump - 1e-9))).toBeGreaterThan(0.5);
    }
  });

  it('stays in its range, the ends included only where rounding or the function reaches them', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (z) => {
        const y = value(z);
        expect(y).toBeGreaterThanOrEqual(range[0]);
        expect(y).toBeLessThanOrEqual(range[1]);
      }),
    );
  });

  it('comes close to both ends of its range and reaches those it attains', () => {
    // A grid that holds 0 and ±π/2 and comes within 10⁻⁴ of the minima of GELU and SiLU.
    const grid = [-1e3, 1e3, -Math.PI / 2, Math.PI / 2];
    for (let i = -30_000; i <= 30_000; i++) grid.push(i / 1e4);
    const values = grid.map(value);
    const ends = [Math.min(...values), Math.max(...values)];
    ends.forEach((end, side) => {
      const limit = range[side]!;
      if (Number.isFinite(limit)) {
        // A quadratic minimum, 10⁻⁴ away: 10⁻⁸ of its curvature.
        const found = `${side === 0 ? 'least' : 'greatest'} value found: ${end}, range: ${limit}`;
        expect(Math.abs(end - limit), found).toBeLessThan(1e-8);
      } else {
        expect(Math.abs(end)).toBeGreaterThan(99);
        expect(attained[side]).toBe(false);
      }
    });
  });

  it('is a polynomial of the degree it names: differences of the next order vanish', () => {
    const degree = polynomialDegree ?? 3;
    let row = Array.from({ length: degree + 2 }, (_, i) => value(-2.3 + i));
    for (let order = 0; order < degree; order++) {
      row = row.slice(1).map((y, i) => y - row[i]!);
    }
    expect(Math.abs(row[0]!)).toBeGreaterThan(1e-3);
    const next = Math.abs(row[1]! - row[0]!);
    if (polynomialDegree === null) expect(next).toBeGreaterThan(1e-3);
    else expect(next).toBeLessThan(1e-12);
  });

  it('is straight between its kinks and jumps, or is not, as it says', () => {
    const bends = [-2.5, -1.5, 1.5, 2.5].map((z) =>
      Math.abs(value(z - 0.25) - 2 * value(z) + value(z + 0.25)),
    );
    if (piecewiseLinear) expect(Math.max(...bends)).toBeLessThan(1e-15);
    else expect(Math.max(...bends)).toBeGreaterThan(1e-3);
  });

  it('gives finite values and derivatives however large the sum', () => {
    for (const z of [-1e100, -800, -40, 40, 800, 1e100]) {
      expect(Number.isFinite(value(z))).toBe(true);
      expect(Number.isFinite(derivative(z))).toBe(true);
    }
  });

  it('has the same bits in its loops over samples', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1 }), (list) => {
        const sums = Float64Array.from(list);
        const outputs = new Float64Array(sums.length);
        const gradient = new Float64Array(sums.length).fill(1);
        const loops = loopsOf(name);
        loops.forward(sums, outputs, 0, sums.length);
        loops.backward(sums, outputs, gradient, 0, sums.length);
        expect(outputs).toEqual(sums.map(value));
        expect(gradient).toEqual(sums.map(derivative));
      }),
    );
  });
});

describe('backwardFromOne()', () => {
  const names = activationNames.filter((name) => loopsOf(name).backwardFromOne);

  it.each(names)('%s: has the bits of the general way', (name) => {
    const { forward, backward, backwardFromOne } = loopsOf(name);
    const samples = fc.array(fc.tuple(moderate, moderate), { minLength: 1 });
    fc.assert(
      fc.property(samples, moderate, (pairs, weight) => {
        const sums = Float64Array.from(pairs, ([z]) => z);
        const deltas = Float64Array.from(pairs, ([, delta]) => delta);
        const outputs = new Float64Array(sums.length);
        forward(sums, outputs, 0, sums.length);
        const wanted = deltas.map((delta) => weight * delta);
        backward(sums, outputs, wanted, 0, sums.length);
        const gradient = new Float64Array(sums.length);
        backwardFromOne?.(Float64Array.of(0, weight), 1, deltas, outputs, gradient);
        expect(gradient).toEqual(wanted);
      }),
    );
  });

  it('is there for tanh', () => expect(names).toContain('tanh'));
});

/** σ(z) at some z, by mpmath 1.3.0. */
const independent: Partial<Record<ActivationName, readonly (readonly [number, number])[]>> = {
  // Φ(±1)·±1
  gelu: [
    [1, 0.8413447460685429],
    [-1, -0.15865525393145707],
  ],
  // ±1/(1 + e^∓1)
  silu: [
    [1, 0.7310585786300049],
    [-1, -0.2689414213699951],
  ],
  // ln(1 + e)
  softplus: [[1, 1.3132616875182228]],
  // 1/e − 1
  elu: [[-1, -0.6321205588285577]],
};

/** Exact by their definition, or functions that the tests of elementary.ts compare with mpmath. */
const elsewhere: readonly ActivationName[] = [
  ...(['identity', 'relu', 'leakyRelu', 'step', 'square', 'cube', 'abs'] as const),
  ...(['sigmoid', 'tanh', 'sine'] as const),
];

it('every activation has values of an independent computation', () => {
  const without = activationNames.filter(
    (name) => !(elsewhere.includes(name) || independent[name]?.length),
  );
  expect(without, 'add values of these, computed elsewhere, to `independent`').toEqual([]);
  for (const name of activationNames) {
    for (const [z, wanted] of independent[name] ?? []) {
      expect(activations[name].value(z), `${name} of ${z}`).toBeCloseTo(wanted, 15);
    }
  }
});
