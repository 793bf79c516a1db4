// A page, its workers and its frames in one thread, for models that train: real jobs, time by hand.
import { createHost } from '../../../src/training/host.ts';
import type { Jobs } from '../../../src/training/job.ts';
import { laboratoryJobs } from '../../../src/training/laboratory-jobs.ts';
import type { ToWorker } from '../../../src/training/protocol.ts';
import type { Surroundings } from '../../../src/training/surroundings.ts';

export interface Stage {
  readonly surroundings: Surroundings;
  /** One frame of the page, then some slices of every worker. */
  readonly frame: () => void;
  /** Frames until `done`, at most `most`. */
  readonly until: (done: () => boolean, most?: number) => void;
  /** Ends the workers as an uncaught error would. */
  readonly kill: () => void;
}

interface Thread {
  inbox: ToWorker[];
  task: (() => void) | undefined;
  readonly handle: (message: ToWorker) => void;
  readonly died: () => void;
}

export function createStage(jobs: Jobs = laboratoryJobs): Stage {
  let clock = 0;
  let threads: Thread[] = [];
  let frames: ((now: number) => void)[] = [];

  const frame = () => {
    clock += 16;
    const due = frames;
    frames = [];
    for (const task of due) task(clock);
    for (const thread of threads) {
      for (let slice = 0; slice < 4; slice++) {
        const messages = thread.inbox;
        thread.inbox = [];
        for (const message of messages) thread.handle(message);
        const next = thread.task;
        thread.task = undefined;
        next?.();
      }
    }
  };

  return {
    frame,
    until(done, most = 4000) {
      for (let i = 0; i < most && !done(); i++) frame();
      if (!done()) throw new Error(`not done after ${most} frames`);
    },
    kill() {
      const dead = threads;
      threads = [];
      for (const thread of dead) thread.died();
    },
    surroundings: {
      connect(receive, died) {
        const thread: Thread = {
          inbox: [],
          task: undefined,
          died,
          handle: createHost(jobs, {
            post: (message) => threads.includes(thread) && receive(structuredClone(message)),
            // half a millisecond between two looks: a slice is sixteen steps
            now: () => {
              clock += 0.5;
              return clock;
            },
            later: (task) => {
              thread.task = task;
            },
          }),
        };
        threads.push(thread);
        return {
          post: (message) => thread.inbox.push(structuredClone(message)),
          close: () => {
            threads = threads.filter((other) => other !== thread);
          },
        };
      },
      frame(task) {
        frames.push(task);
        return () => {
          frames = frames.filter((other) => other !== task);
        };
      },
    },
  };
}
