import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchLoss, losses, lossNames } from '../../src/core/losses.ts';

const output = fc.double({ min: -30, max: 30, noNaN: true });

describe.each(lossNames)('%s', (name) => {
  it('has the derivative that its differences show', () => {
    fc.assert(
      fc.property(output, fc.constantFrom(0, 1), (y, t) => {
        const { value, derivative } = losses[name];
        const h = 1e-4;
        const difference = (value(y + h, t) - value(y - h, t)) / (2 * h);
        // Rounding 10⁻¹⁶·|ℓ|/h ≤ 10⁻⁹, h²·|ℓ‴|/6 < 10⁻⁹.
        expect(Math.abs(derivative(y, t) - difference)).toBeLessThan(1e-8);
      }),
    );
  });

  it('is the mean over samples of the sum over outputs', () => {
    const outputs = Float64Array.of(0.3, -1, 2, 0.5);
    const targets = Float64Array.of(1, 0, 1, 0);
    const gradient = new Float64Array(4);
    const { value, derivative } = losses[name];
    const wanted = [0, 1, 2, 3].map((i) => value(outputs[i]!, targets[i]!));
    const mean = wanted.reduce((sum, term) => sum + term) / 2;
    expect(batchLoss(name, outputs, targets, gradient, 2)).toBeCloseTo(mean, 14);
    expect([...gradient]).toEqual(
      [0, 1, 2, 3].map((i) => derivative(outputs[i]!, targets[i]!) / 2),
    );
  });
});

describe('squaredError', () => {
  it('is half the squared difference', () => {
    expect(losses.squaredError.value(3, 1)).toBe(2);
  });
});

describe('logistic', () => {
  it('is ln 2 for an undecided output', () => {
    expect(losses.logistic.value(0, 1)).toBeCloseTo(Math.LN2, 15);
    expect(losses.logistic.value(0, 0)).toBeCloseTo(Math.LN2, 15);
  });

  it('neither overflows nor cancels for outputs of any size', () => {
    // For a right answer with log-odds y the loss is e^−y to 10⁻¹⁷ of its value.
    expect(losses.logistic.value(40, 1)).toBeCloseTo(Math.exp(-40), 30);
    expect(losses.logistic.value(40, 1)).toBeGreaterThan(0);
    expect(losses.logistic.value(-40, 0)).toBe(losses.logistic.value(40, 1));
    expect(losses.logistic.value(-1e5, 1)).toBe(1e5);
    expect(losses.logistic.value(1e300, 0)).toBe(1e300);
    expect(losses.logistic.derivative(-1e5, 1)).toBe(-1);
  });
});
