// The messages between a page and its worker. A worker has one run; a `start` replaces it. The page
// asks once a frame and waits for the answer before it asks again, so no queue can build up.

/** A change of a run, and the number of steps after which it was made. */
export interface Logged<Change> {
  readonly at: number;
  readonly change: Change;
}

export interface Start<Name extends string = string, Input = unknown, Change = unknown> {
  readonly kind: 'start';
  /** Number of the run, so that late answers of an earlier one can be told apart. */
  readonly run: number;
  readonly job: Name;
  readonly input: Input;
  /** Changes to be made again on the way: how a run is brought back after its worker died. */
  readonly log: readonly Logged<Change>[];
  /** Steps it may do before it waits; Infinity lets it run until it ends. */
  readonly until: number;
}

/** Goes on, or waits. The changes are made before the next step. */
export interface Turn<Change = unknown> {
  readonly kind: 'turn';
  readonly run: number;
  readonly changes: readonly Change[];
  readonly until: number;
}

/** Each is answered by one snapshot, or by a fault. */
export type ToWorker = Start | Turn;

export interface SnapshotMessage<Snapshot = unknown> {
  readonly kind: 'snapshot';
  readonly run: number;
  readonly step: number;
  /** There is nothing left to do. */
  readonly ended: boolean;
  /** Some of it is not up to date yet: it will be, if asked for again. */
  readonly behind: boolean;
  readonly value: Snapshot;
}

/** The run threw; it is gone. */
export interface FaultMessage {
  readonly kind: 'fault';
  readonly run: number;
  readonly message: string;
}

export type FromWorker = SnapshotMessage | FaultMessage;
