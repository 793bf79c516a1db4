// The bytes of every array a trainer of curves holds, for the widest network of the site.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ActivationName } from '../../../../src/core/activations.ts';
import { sampleFunction } from '../../../../src/core/approximation/samples.ts';
import { createRun } from '../../../../src/core/approximation/trainers/run.ts';
import type { TrainerName } from '../../../../src/core/approximation/trainers/trainers.ts';
import { MOST_UNITS } from '../../../../src/figures/approximate/settings.ts';

/** 2 MB, in bytes. */
const MOST = 2e6;
const samples = sampleFunction(Math.abs, { cells: 512 });

/** Bytes of the typed arrays made meanwhile; views of others' bytes are not counted again. */
const bytesOf = (work: () => void): number => {
  let bytes = 0;
  for (const name of ['Float64Array', 'Int32Array'] as const) {
    const Plain = globalThis[name];
    const counting = new Proxy(Plain, {
      construct: (target, args, newTarget) => {
        const made = Reflect.construct(target, args, newTarget) as InstanceType<typeof Plain>;
        if (!(args[0] instanceof ArrayBuffer)) bytes += made.byteLength;
        return made;
      },
    });
    vi.stubGlobal(name, counting);
  }
  work();
  return bytes;
};
afterEach(() => vi.unstubAllGlobals());

const made = (activation: ActivationName, trainer: TrainerName, steps: number): number =>
  bytesOf(() => {
    createRun(samples, {
      activation,
      trainer,
      width: MOST_UNITS,
      start: 'spreadKnots',
      seed: 1,
      recycle: trainer === 'lastLayer',
    }).advance(steps);
  });

describe('the widest network of the site, on as many samples as a reader can give', () => {
  // The Gram matrix, packed, is 1.06 MB; sums, features and slopes of a tile 0.52 MB; the rest are vectors.
  it.each(['tanh', 'relu', 'sigmoid', 'gelu'] as const)(
    'trains %s by Adam in 2 MB',
    (activation) => {
      expect(made(activation, 'adam', 0)).toBeLessThanOrEqual(MOST);
    },
  );

  it.each(['tanh', 'relu', 'gelu'] as const)(
    'solves the output layer of %s in 2 MB',
    (activation) => {
      expect(made(activation, 'lastLayer', 0)).toBeLessThanOrEqual(MOST);
    },
  );

  it.each(['adam', 'lastLayer'] as const)('makes nothing more in the steps of %s', (trainer) => {
    expect(made('tanh', trainer, 3)).toBe(made('tanh', trainer, 0));
  });
});
