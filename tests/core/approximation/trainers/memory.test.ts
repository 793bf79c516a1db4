// The bytes of every array a trainer of curves holds, for the widest network of the site.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ActivationName, activationNames } from '../../../../src/core/activations.ts';
import { sampleFunction } from '../../../../src/core/approximation/samples.ts';
import { createRun } from '../../../../src/core/approximation/trainers/run.ts';
import type { TrainerName } from '../../../../src/core/approximation/trainers/trainers.ts';
import {
  MOST_UNITS,
  methodNames,
  WIDEST_SECOND_ORDER,
} from '../../../../src/figures/approximate/settings.ts';

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

const made = (
  activation: ActivationName,
  trainer: TrainerName,
  steps: number,
  width = MOST_UNITS,
): number =>
  bytesOf(() => {
    createRun(samples, {
      activation,
      trainer,
      width,
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

describe('the widest network that second-order steps take', () => {
  // Two packed matrices of 385 unknowns are 1.19 MB, the Gram matrix and its factor 0.13 MB, the features 0.52 MB;
  // all else that is as large stands where these do.
  it.each(activationNames)('trains %s by any trainer in 2 MB', (activation) => {
    for (const trainer of methodNames)
      expect(made(activation, trainer, 0, WIDEST_SECOND_ORDER)).toBeLessThanOrEqual(MOST);
  });

  it('has nothing more made in its steps', () => {
    const [none, some] = [0, 1].map((steps) =>
      made('tanh', 'variableProjection', steps, WIDEST_SECOND_ORDER),
    );
    expect(some).toBe(none);
  });
});
