// Seeded runs whose every final bit is hashed. No DOM and no Node: a browser test can import this
// and compare with tests/fixtures/seeded-runs.json.

import { activationNames } from '../../src/core/activations.ts';
import { datasets } from '../../src/core/datasets.ts';
import * as elementary from '../../src/core/elementary.ts';
import { createMlp } from '../../src/core/mlp.ts';
import { createRandom } from '../../src/core/random.ts';
import { train } from '../../src/core/train.ts';
import { planeProblem } from '../../src/core/trial.ts';

/** FNV-1a (G. Fowler, L. C. Noll and K.-P. Vo), 32 bits, over the bytes, high byte first. */
export const hashOf = (numbers: Iterable<number>): string => {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    view.setFloat64(0, number);
    for (let byte = 0; byte < 8; byte++) {
      hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
};

/** Hashes by name: one per activation's run, one per elementary function over 2000 arguments. */
export const seededRunHashes = (): Record<string, string> => {
  const hashes: Record<string, string> = {};
  for (const hidden of activationNames) {
    const mlp = createMlp({ sizes: [2, 4, 3, 1], hidden });
    const run = train(planeProblem(mlp, datasets.article.points), {
      optimiser: 'adam',
      learningRate: 0.01,
      loss: 'logistic',
      batchSize: 16,
      start: 'he',
      seed: 2024,
      stepsPerYield: 500,
      stop: { steps: 500 },
    });
    let result = run.next();
    while (!result.done) result = run.next();
    hashes[`train ${hidden}`] = hashOf([result.value.loss, ...result.value.parameters]);
  }
  for (const [name, compute] of Object.entries(elementary)) {
    const random = createRandom(7);
    const values: number[] = [];
    for (let i = 0; i < 2000; i++) {
      const x = 4 * random.normal();
      const y = random.normal();
      // NaN has many bit patterns, all the same to a reader.
      const value = (compute as (x: number, y: number) => number)(x, y);
      values.push(Number.isNaN(value) ? 0.125 : value);
    }
    hashes[name] = hashOf(values);
  }
  return hashes;
};
