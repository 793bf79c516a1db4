import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createMlp, type MlpOptions } from '../../src/core/mlp.ts';
import { train } from '../../src/core/train.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const STEPS = 4000;

/** The least growth of the heap per step over several stretches of many steps without a yield. */
const bytesPerStep = (shape: MlpOptions, batchSize: number): number => {
  const mlp = createMlp(shape);
  const sampleCount = 64;
  const inputs = new Float64Array(mlp.sizes[0]! * sampleCount).map((_, i) => Math.sin(i));
  const targets = new Float64Array(sampleCount).map((_, i) => Math.cos(i));
  const run = train(
    { mlp, sampleCount, inputs, targets },
    {
      optimiser: 'adam',
      learningRate: 1e-3,
      loss: 'squaredError',
      batchSize,
      start: 'pytorch',
      seed: 1,
      stepsPerYield: STEPS,
      stop: {},
    },
  );
  // The start, then a stretch in which the engine compiles.
  run.next();
  run.next();
  const growths = Array.from({ length: 8 }, () => {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    run.next();
    return process.memoryUsage().heapUsed - before;
  });
  return Math.min(...growths) / STEPS;
};

describe('train', () => {
  // V8 boxes the loss as it is handed from function to function, 16 bytes a time, and a stretch
  // takes a few kB of its own. One buffer per step for the smallest network here, 25 parameters,
  // would be more than 200 bytes.
  it.each([
    [{ sizes: [1, 8, 1], hidden: 'tanh' }, 64],
    [{ sizes: [2, 8, 8, 1], hidden: 'relu' }, 64],
    [{ sizes: [2, 8, 8, 1], hidden: 'relu' }, 10],
  ] as const)(
    'allocates nothing but the boxed loss per step: %o in batches of %i',
    (shape, size) => {
      expect(bytesPerStep(shape, size)).toBeLessThan(100);
    },
  );
});
