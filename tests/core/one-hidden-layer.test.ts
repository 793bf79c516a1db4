import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames } from '../../src/core/activations.ts';
import { createWorkspace, lossAndGradient } from '../../src/core/backprop.ts';
import { lossNames } from '../../src/core/losses.ts';
import { createMlp } from '../../src/core/mlp.ts';
import { fusedPasses, isFused } from '../../src/core/one-hidden-layer.ts';
import { createRandom } from '../../src/core/random.ts';

const fused = activationNames.filter((hidden) => isFused(createMlp({ sizes: [1, 3, 1], hidden })));

describe('fusedPasses', () => {
  it('have the bits of the plain passes for every activation they take', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fused),
        fc.constantFrom(...lossNames),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(),
        (hidden, loss, width, sampleCount, seed) => {
          const mlp = createMlp({ sizes: [1, width, 1], hidden });
          const random = createRandom(seed);
          const normal = (length: number, scale: number) =>
            new Float64Array(length).map(() => scale * random.normal());
          const parameters = normal(mlp.parameterCount, 3);
          const inputs = normal(sampleCount, 1);
          const targets = new Float64Array(sampleCount).map(() => random.integer(2));
          const [plainGradient, fastGradient] = [0, 1].map(() => normal(mlp.parameterCount, 1));
          const plain = createWorkspace(mlp, sampleCount);
          const fast = createWorkspace(mlp, sampleCount);
          const wanted = lossAndGradient(plain, parameters, inputs, targets, loss, plainGradient!);
          expect(
            lossAndGradient(fast, parameters, inputs, targets, loss, fastGradient!, fusedPasses),
          ).toBe(wanted);
          expect(fastGradient).toEqual(plainGradient);
          expect(fast.layers[1]!.outputs).toEqual(plain.layers[1]!.outputs);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('isFused', () => {
  it('holds for 1-H-1 with tanh, sigmoid or ReLU and a linear output, and nothing else', () => {
    expect(fused).toEqual(['relu', 'sigmoid', 'tanh']);
    expect(isFused(createMlp({ sizes: [2, 3, 1], hidden: 'tanh' }))).toBe(false);
    expect(isFused(createMlp({ sizes: [1, 3, 2], hidden: 'tanh' }))).toBe(false);
    expect(isFused(createMlp({ sizes: [1, 3, 3, 1], hidden: 'tanh' }))).toBe(false);
    expect(isFused(createMlp({ sizes: [1, 1], hidden: [] }))).toBe(false);
    expect(isFused(createMlp({ sizes: [1, 3, 1], hidden: 'tanh', output: 'tanh' }))).toBe(false);
  });
});
