// What a worker can be asked to do: a job makes a run from its input, and a run moves in small steps.
// Jobs are plain code without a thread of their own; host.ts drives them, jobs.ts lists them.

/** What a run shows of itself, and which of its buffers are handed over instead of copied. */
export interface Shown<Snapshot> {
  readonly value: Snapshot;
  readonly transfer: readonly ArrayBuffer[];
  /** Some of it is behind: refresh() has work to do. */
  readonly behind?: boolean;
}

export interface Run<Change, Snapshot> {
  /** Does one step; false when it was the last. */
  advance(): boolean;
  /**
   * Where steps can be longer than a slice: does a part of one, well below a slice long; undefined as long
   * as the step is not done, then as advance(). What is shown meanwhile is the run before the step.
   */
  part?(): boolean | undefined;
  /** Changes the run where it stands, between two steps. */
  change(change: Change): void;
  /** The run as it stands; buffers it hands over are no longer the run's. */
  show(): Shown<Snapshot>;
  /**
   * Where something of what is shown takes long to find: finds a part of it, well below a slice long; true once
   * there is nothing more to do. Moves nothing. `resting`: no step is due, so that it ends with what stands; else
   * with what stood when it began.
   */
  refresh?(resting: boolean): boolean;
}

/** All parts of a step. */
export const wholeStep = (part: () => boolean | undefined) => (): boolean => {
  let more = part();
  while (more === undefined) more = part();
  return more;
};

/** The same input and the same changes at the same steps give the same bits. */
export type Job<Input, Change, Snapshot> = (input: Input) => Run<Change, Snapshot>;

/** A job of any types: each job only ever meets its own. */
// biome-ignore lint/suspicious/noExplicitAny: variance of a heterogeneous record
export type AnyJob = Job<any, any, any>;

/** The jobs a worker knows, by name. */
export type Jobs = Readonly<Record<string, AnyJob>>;

export type InputOf<J extends AnyJob> =
  J extends Job<infer Input, infer _Change, infer _Snapshot> ? Input : never;
export type ChangeOf<J extends AnyJob> =
  J extends Job<infer _Input, infer Change, infer _Snapshot> ? Change : never;
export type SnapshotOf<J extends AnyJob> =
  J extends Job<infer _Input, infer _Change, infer Snapshot> ? Snapshot : never;
