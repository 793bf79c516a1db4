// A run left on for an hour takes no more memory than one that has just begun.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { datasets } from '../../src/core/datasets.ts';
import { planeInput, usual } from '../../src/figures/train-2-2-1/settings.ts';
import { createHost } from '../../src/training/host.ts';
import { jobs } from '../../src/training/jobs.ts';
import type { SnapshotMessage } from '../../src/training/protocol.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes in use, after everything that can go has gone: buffers go a moment after their owners. */
async function inUse(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    least = Math.min(least, heapUsed + arrayBuffers);
  }
  return least;
}

it('an hour of training at sixty frames a second leaves memory as it was', async () => {
  const frames = 60 * 60 * 60;
  let task: (() => void) | undefined;
  let step = 0;
  let time = 0;
  const handle = createHost(jobs, {
    post: (message) => {
      if (message.kind === 'fault') throw new Error(message.message);
      step = (message as SnapshotMessage<unknown>).step;
    },
    now: () => ++time,
    later: (next) => {
      task = next;
    },
  });
  const input = { ...planeInput(usual, datasets.xor.points.slice(0, 4)), steps: 1e9 };
  handle({ kind: 'start', run: 1, job: 'plane', input, log: [], until: 0 });
  const goOn = (turns: number) => {
    for (let i = 0; i < turns; i++) {
      // an answer tells of the turn before: two steps every other frame, hence one a frame
      handle({ kind: 'turn', run: 1, changes: [], until: step + 2 });
      while (task) {
        const now = task;
        task = undefined;
        now();
      }
    }
  };
  // until everything is compiled that will be
  goOn(frames / 4);
  const before = await inUse();
  goOn(frames - frames / 4);
  const after = await inUse();
  expect(step).toBeGreaterThanOrEqual(frames - 2);
  // a kilobyte a minute would be 60 kB; the machinery of the test itself takes less than a megabyte
  expect(after - before).toBeLessThan(1_000_000);
});
