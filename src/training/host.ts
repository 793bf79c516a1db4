// The worker's side without the worker: lets the run work in slices and answers between them.
// Everything that belongs to a thread (posting, time, waiting) is given to it.
import type { AnyJob, Jobs, Run } from './job.ts';
import type { FromWorker, Logged, Start, ToWorker } from './protocol.ts';

export interface Edge {
  readonly post: (message: FromWorker, transfer: readonly ArrayBuffer[]) => void;
  /** Milliseconds on a clock that does not go back. */
  readonly now: () => number;
  /** Calls back after the messages that have arrived by then were handled. */
  readonly later: (task: () => void) => void;
}

/** Milliseconds between two looks at the messages, when single steps are shorter than that. */
export const SLICE = 8;
/** What takes long to show has this share of the time that steps take, while there are steps to do. */
const REFRESH = 1 / 3;
/** Milliseconds between two looks at the clock; a slice may take this much longer. */
const GLANCE = 1;

interface Current {
  readonly id: number;
  readonly run: Run<unknown, unknown>;
  readonly log: readonly Logged<unknown>[];
  /** Changes of the log made so far. */
  replayed: number;
  step: number;
  until: number;
  ended: boolean;
  /** Steps between two looks at the clock, unless one is done in parts. */
  stride: number;
  /** In the midst of a step. */
  midway: boolean;
  /** Milliseconds that the steps of the last slice took. */
  worked: number;
  /** What takes long to show has been found since it was last shown. */
  fresh: boolean;
}

/** Handles one message at a time; work goes on between messages by way of `edge.later`. */
export function createHost(jobs: Jobs, edge: Edge): (message: ToWorker) => void {
  let current: Current | undefined;
  let working = false;

  const answer = (asked: Current) => {
    const { id, run, step, ended } = asked;
    asked.fresh = false;
    // at rest it is found at once if it takes no longer than a slice
    if (waits(asked)) refresh(asked, edge.now, SLICE);
    const { value, transfer, behind = false } = run.show();
    edge.post({ kind: 'snapshot', run: id, step, ended, behind, value }, transfer);
  };

  /** A run that throws is reported and forgotten. */
  const guarded = (id: number, task: () => void) => {
    try {
      task();
    } catch (error) {
      current = undefined;
      const message = error instanceof Error ? error.message : String(error);
      edge.post({ kind: 'fault', run: id, message }, []);
    }
  };

  const work = () => {
    working = current !== undefined && !rests(current);
    if (!current || !working) return;
    const serving = current;
    guarded(serving.id, () => workSlice(serving, edge.now));
    edge.later(work);
  };

  return (message) => {
    guarded(message.run, () => {
      if (message.kind === 'start') {
        current = undefined;
        current = begin(jobs, message);
        answer(current);
      } else if (message.run === current?.id) {
        // a run is changed between two steps
        while (message.changes.length > 0 && current.midway) proceed(current);
        for (const change of message.changes) current.run.change(change);
        if (message.changes.length > 0) current.ended = false;
        current.until = message.until;
        answer(current);
      }
    });
    if (working || !current || rests(current)) return;
    working = true;
    edge.later(work);
  };
}

function begin(jobs: Jobs, { run: id, job: name, input, log, until }: Start): Current {
  const job: AnyJob | undefined = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
  if (!job) throw new Error(`no job of that name: ${name}`);
  const run: Run<unknown, unknown> = job(input);
  const begun = {
    id,
    run,
    log,
    replayed: 0,
    step: 0,
    until,
    ended: false,
    stride: 1,
    midway: false,
    worked: SLICE,
    fresh: false,
  };
  replay(begun);
  return begun;
}

function waits({ ended, step, until }: Current): boolean {
  return ended || step >= until;
}

/** Nothing is left to do, nor to find. */
function rests(current: Current): boolean {
  return waits(current) && (current.fresh || !current.run.refresh);
}

/** Finds what takes long to show, for at most so many milliseconds. */
function refresh(current: Current, now: () => number, most: number): void {
  const { run } = current;
  const end = now() + most;
  while (run.refresh && !current.fresh && now() < end) current.fresh = run.refresh(waits(current));
}

function replay(current: Current): void {
  const { run, log, step } = current;
  while (current.replayed < log.length && log[current.replayed].at <= step) {
    run.change(log[current.replayed].change);
    current.replayed++;
    current.ended = false;
  }
}

/** Does a step or a part of one. */
function proceed(current: Current): void {
  const { run } = current;
  const more = run.part ? run.part() : run.advance();
  current.midway = more === undefined;
  if (more === undefined) return;
  current.ended = !more;
  current.step++;
  replay(current);
}

function workSlice(current: Current, now: () => number): void {
  const end = now() + SLICE;
  const resting = waits(current);
  refresh(current, now, resting ? SLICE : REFRESH * current.worked);
  if (resting) return;
  const begun = now();
  let before = begun;
  while (before < end && !waits(current)) {
    const goal = Math.min(current.until, current.step + current.stride);
    do proceed(current);
    while (current.step < goal && !current.ended && !current.midway);
    const after = now();
    if (after - before > GLANCE) current.stride = Math.max(1, current.stride >> 1);
    else if (!current.midway && after - before < GLANCE / 4)
      current.stride = Math.min(1 << 20, current.stride << 1);
    before = after;
  }
  current.worked = before - begun;
  // what was found so far is of an earlier step
  if (waits(current)) current.fresh = false;
}
