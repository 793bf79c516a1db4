import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames, activations } from '../../src/core/activations.ts';
import { createWorkspace, forward, lossAndGradient } from '../../src/core/backprop.ts';
import { initialisers } from '../../src/core/initialisers.ts';
import { type LossName, lossNames } from '../../src/core/losses.ts';
import { createMlp, type Mlp, predict, trace } from '../../src/core/mlp.ts';
import { createRandom } from '../../src/core/random.ts';

const SAMPLES = 7;
const depths = [1, 2, 3];

const column = (rows: Float64Array, row: number, sample: number): number =>
  rows[row * SAMPLES + sample]!;

const samplesOf = (mlp: Mlp, inputs: Float64Array): number[][] =>
  Array.from({ length: SAMPLES }, (_, s) =>
    Array.from({ length: mlp.sizes[0]! }, (_, i) => column(inputs, i, s)),
  );

/** Is some sum so near to a kink or jump that a difference would straddle it? */
const straddles = (mlp: Mlp, parameters: Float64Array, inputs: Float64Array): boolean =>
  samplesOf(mlp, inputs).some((input) =>
    trace(mlp, parameters, input).sums.some((sums, l) => {
      const { kinks, jumps } = activations[mlp.layers[l]!.activation];
      return sums.some((z) => [...kinks, ...jumps].some((corner) => Math.abs(z - corner) < 1e-3));
    }),
  );

/** A network with parameters, inputs and 0/1 targets; no sum at a kink. */
const example = (hidden: readonly ActivationName[], output: ActivationName) => {
  const mlp = createMlp({ sizes: [2, ...hidden.map((_, l) => 4 - l), 2], hidden, output });
  for (let seed = 1; ; seed++) {
    const random = createRandom(seed);
    const parameters = new Float64Array(mlp.parameterCount);
    initialisers.pytorch(mlp, parameters, random);
    const inputs = new Float64Array(2 * SAMPLES).map(() => random.normal());
    const targets = new Float64Array(2 * SAMPLES).map(() => random.integer(2));
    if (!straddles(mlp, parameters, inputs)) return { mlp, parameters, inputs, targets };
  }
};

const expectGradient = (
  hidden: readonly ActivationName[],
  output: ActivationName,
  loss: LossName,
): void => {
  const { mlp, parameters, inputs, targets } = example(hidden, output);
  const workspace = createWorkspace(mlp, SAMPLES);
  const gradient = new Float64Array(mlp.parameterCount);
  const ignored = new Float64Array(mlp.parameterCount);
  const lossAt = (at: Float64Array): number =>
    lossAndGradient(workspace, at, inputs, targets, loss, ignored);
  lossAndGradient(workspace, parameters, inputs, targets, loss, gradient);
  // ELU's second derivative jumps at 0; elsewhere the difference is off by h²·|f‴|/6 ≈ 10⁻¹¹ and
  // by rounding, 10⁻¹⁶/h ≈ 10⁻¹¹, each times numbers of the order of 10.
  const h = 1e-5;
  for (let i = 0; i < mlp.parameterCount; i++) {
    const up = parameters.slice();
    const down = parameters.slice();
    up[i]! += h;
    down[i]! -= h;
    const difference = (lossAt(up) - lossAt(down)) / (2 * h);
    expect(Math.abs(gradient[i]! - difference), `parameter ${i}`).toBeLessThan(1e-8);
  }
};

describe.each(lossNames)('lossAndGradient with %s', (loss) => {
  describe.each(activationNames)('and %s', (name) => {
    it.each(depths)('equals central differences for %i hidden layers', (depth) => {
      expectGradient(new Array<ActivationName>(depth).fill(name), 'identity', loss);
    });
  });

  it('equals central differences for mixed layers and a bent output', () => {
    expectGradient(['tanh', 'relu', 'sine'], 'softplus', loss);
  });
});

describe('forward', () => {
  it.each(activationNames)('has the bits of predict() for every sample with %s', (name) => {
    const { mlp, parameters, inputs } = example([name, 'tanh'], name);
    const outputs = forward(createWorkspace(mlp, SAMPLES), parameters, inputs);
    samplesOf(mlp, inputs).forEach((input, s) => {
      const alone = Array.from({ length: 2 }, (_, u) => column(outputs, u, s));
      expect(alone).toEqual([...predict(mlp, parameters, input)]);
    });
  });

  it('refuses buffers of the wrong length', () => {
    const mlp = createMlp({ sizes: [2, 3, 1], hidden: 'relu' });
    const workspace = createWorkspace(mlp, 4);
    expect(() => forward(workspace, new Float64Array(12), new Float64Array(8))).toThrow(
      'parameters: got 12 numbers, expected 13',
    );
    expect(() => forward(workspace, new Float64Array(13), new Float64Array(4))).toThrow(
      'inputs: got 4 numbers, expected 8',
    );
  });
});

describe('createMlp', () => {
  it('lays out weights row by row, then biases, layer by layer', () => {
    const mlp = createMlp({ sizes: [3, 4, 2], hidden: 'relu' });
    expect(mlp.layers).toEqual([
      { inputs: 3, outputs: 4, activation: 'relu', weightOffset: 0, biasOffset: 12 },
      { inputs: 4, outputs: 2, activation: 'identity', weightOffset: 16, biasOffset: 24 },
    ]);
    expect(mlp.parameterCount).toBe(26);
  });

  it('refuses shapes that are none', () => {
    expect(() => createMlp({ sizes: [3], hidden: 'relu' })).toThrow(
      'a network has at least 2 layers: got 1',
    );
    expect(() => createMlp({ sizes: [3, 0, 1], hidden: 'relu' })).toThrow(
      'a layer has a whole number of neurons, at least 1: 0',
    );
    expect(() => createMlp({ sizes: [3, 2, 1], hidden: ['relu', 'tanh'] })).toThrow(
      'hidden activations: got 2, expected 1',
    );
  });
});

describe('trace', () => {
  it('computes the weighted sum with its bias, then the activation', () => {
    const mlp = createMlp({ sizes: [2, 2, 1], hidden: 'relu' });
    // The article's two lines, then h₁ − 2h₂ + 0.5.
    const parameters = Float64Array.of(1.6, 1.2, -1.8, -0.9, -1.2, -1.2, 1, -2, 0.5);
    const { sums, outputs } = trace(mlp, parameters, [2, 1]);
    expect(sums[0]![0]).toBeCloseTo(3.2, 15);
    expect(sums[0]![1]).toBeCloseTo(-5.7, 15);
    expect(outputs[0]![0]).toBeCloseTo(3.2, 15);
    expect(outputs[0]![1]).toBe(0);
    expect(outputs[1]![0]).toBeCloseTo(3.7, 15);
  });
});
