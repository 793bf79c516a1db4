// In tiles, whatever an activation has its loops in, what one neuron after the other comes to.
import { expect, it } from 'vitest';
import { activationNames } from '../../../src/core/activations.ts';
import { evaluator } from '../../../src/core/approximation/evaluator.ts';
import { createGauge } from '../../../src/core/approximation/gauge.ts';
import { errorsOf } from '../../../src/core/approximation/measure.ts';
import { sampleFunction } from '../../../src/core/approximation/samples.ts';
import { whole } from '../../../src/core/parts.ts';
import { createRandom } from '../../../src/core/random.ts';

const dense = sampleFunction((x) => Math.sin(5 * x) + x, { cells: 2048 });

it.each(activationNames)('measures networks of %s, narrow and wide, one after another', (name) => {
  const random = createRandom(7);
  for (const width of [3, 64]) {
    const gauge = createGauge(dense, name, width);
    for (const reach of [2, 20]) {
      const parameters = Float64Array.from(
        { length: 3 * width + 1 },
        () => reach * random.normal(),
      );
      const parts = [...gauge(parameters)];
      const { rms, worst } = whole(gauge(parameters));
      const expected = errorsOf(evaluator(name, parameters), dense);
      expect(parts.length > 1).toBe(width === 64);
      expect(worst.at).toBe(expected.worst.at);
      // sums of 64 terms in another order
      expect(Math.abs(worst.error / expected.worst.error - 1)).toBeLessThan(1e-12);
      expect(Math.abs(rms / expected.rms - 1)).toBeLessThan(1e-12);
    }
  }
});
