// A trainer and a host in one thread, with time, frames and threads in the test's hands.

import { createHost, type Edge } from '../../src/training/host.ts';
import type { AnyJob, Job, Jobs } from '../../src/training/job.ts';
import type { FromWorker, ToWorker } from '../../src/training/protocol.ts';
import type { Surroundings } from '../../src/training/surroundings.ts';

export interface CountInput {
  readonly from: number;
  /** Steps after which the run ends. */
  readonly length?: number;
  /** The step that throws. */
  readonly throwsAt?: number;
  /** Parts of a step that takes `cost` ms each; else steps are whole. */
  readonly parts?: number;
  /** Parts, of `cost` ms each, that it takes to double a total; else nobody does. */
  readonly doubling?: number;
}
export interface CountSnapshot {
  readonly total: number;
  /** Of this total or one before. */
  readonly doubled: number | undefined;
  readonly buffer: Float64Array;
}

/** Adds `by` each step, from `from`; a change sets `by`. Each step takes `cost` ms of the stage's clock. */
export const counting =
  (clock: Clock, cost: number): Job<CountInput, number, CountSnapshot> =>
  ({ from, length = Number.POSITIVE_INFINITY, throwsAt, parts, doubling }) => {
    let total = from;
    let by = 1;
    let step = 0;
    let done = 0;
    let doubled: number | undefined;
    let looked = { at: Number.NaN, parts: 0 };
    const refresh = (all: number, resting: boolean) => {
      if (looked.at !== total && (resting || looked.parts === 0)) {
        if (doubled === 2 * total) return true;
        looked = { at: total, parts: 0 };
      }
      clock.time += cost;
      looked.parts++;
      if (looked.parts < all) return false;
      doubled = 2 * looked.at;
      looked = { at: Number.NaN, parts: 0 };
      return true;
    };
    const advance = () => {
      clock.time += cost;
      if (step === throwsAt) throw new Error('a step went wrong');
      total += by;
      step++;
      return step < length;
    };
    const part = (all: number) => {
      done++;
      if (done % all === 0) return advance();
      clock.time += cost;
      return undefined;
    };
    return {
      advance,
      ...(parts && { part: () => part(parts) }),
      ...(doubling && { refresh: (resting) => refresh(doubling, resting) }),
      change(next) {
        by = next;
      },
      show() {
        const buffer = Float64Array.of(total);
        const behind = doubling !== undefined && doubled !== 2 * total;
        return { value: { total, doubled, buffer }, transfer: [buffer.buffer], behind };
      },
    };
  };

export interface Clock {
  time: number;
}

export interface Stage {
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  /** Messages in the order they were sent, both ways. */
  readonly sent: ToWorker[];
  readonly answers: FromWorker[];
  /** Most questions that ever waited for an answer at one time. */
  readonly mostWaiting: () => number;
  readonly workers: () => number;
  /** Lets the worker handle what has arrived, then work one slice. */
  readonly slice: () => void;
  /** One frame of the page: its callbacks, then two slices of the worker. */
  readonly frame: () => void;
  /** Ends the worker as an uncaught error would. */
  readonly kill: () => void;
  /** The worker takes messages and never answers. */
  readonly hang: () => void;
}

/** The job's steps, each taking `cost` milliseconds of the stage's clock. */
function timed(job: AnyJob, clock: Clock, cost: number): AnyJob {
  return (input) => {
    const run = job(input);
    const advance = () => {
      clock.time += cost;
      return run.advance();
    };
    return { advance, change: run.change, show: run.show };
  };
}

/** Steps of `cost` milliseconds each; the counting job, and any others given. */
export function createStage(cost = 1, others: Jobs = {}): Stage {
  const clock = { time: 0 };
  const jobs: Record<string, AnyJob> = { counting: counting(clock, cost) };
  for (const [name, job] of Object.entries(others)) jobs[name] = timed(job, clock, cost);
  const sent: ToWorker[] = [];
  const answers: FromWorker[] = [];
  let inbox: ToWorker[] = [];
  let task: (() => void) | undefined;
  let host: ((message: ToWorker) => void) | undefined;
  let died: (() => void) | undefined;
  let frames: ((now: number) => void)[] = [];
  let mostWaiting = 0;
  let made = 0;

  const slice = () => {
    const messages = inbox;
    inbox = [];
    for (const message of messages) host?.(message);
    const next = task;
    task = undefined;
    next?.();
  };

  return {
    clock,
    sent,
    answers,
    mostWaiting: () => mostWaiting,
    workers: () => made,
    slice,
    frame() {
      clock.time += 4;
      const due = frames;
      frames = [];
      for (const callback of due) callback(clock.time);
      slice();
      slice();
    },
    kill() {
      host = undefined;
      task = undefined;
      died?.();
    },
    hang() {
      host = undefined;
      task = undefined;
    },
    surroundings: {
      connect(receive, onDeath) {
        made++;
        inbox = [];
        task = undefined;
        died = onDeath;
        let open = true;
        const edge: Edge = {
          post: (message) => {
            if (!open) return;
            answers.push(message);
            receive(structuredClone(message));
          },
          now: () => clock.time,
          later: (next) => {
            if (open) task = next;
          },
        };
        host = createHost(jobs, edge);
        return {
          post: (message) => {
            sent.push(message);
            inbox.push(structuredClone(message));
            mostWaiting = Math.max(mostWaiting, inbox.length);
          },
          close: () => {
            open = false;
          },
        };
      },
      frame(callback) {
        frames.push(callback);
        return () => {
          frames = frames.filter((other) => other !== callback);
        };
      },
    },
  };
}
