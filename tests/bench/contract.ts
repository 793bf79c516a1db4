// What the benchmark asks of everything it measures: an entry is one file in entries/ that trains a
// given network on given samples, and shows its parameters. Entries run alone, each in a process
// (or a worker) of its own; host.ts and the browser's worker drive them.

import type { ActivationName } from '../../src/core/activations.ts';

/** What is to be trained, on what, from where, how. The loss is always ½(y − t)², its mean. */
export interface Workload {
  readonly id: string;
  /** Neurons per layer, the inputs first. */
  readonly sizes: readonly number[];
  readonly hidden: ActivationName;
  readonly output: ActivationName;
  readonly optimiser: 'adam' | 'gradientDescent';
  readonly learningRate: number;
  readonly sampleCount: number;
  /** Input neurons × sampleCount, a row per neuron. */
  readonly inputs: Float64Array;
  /** Output neurons × sampleCount. */
  readonly targets: Float64Array;
  /** The parameters to start from: for each layer W (outputs×inputs, row-major), then b. */
  readonly start: Float64Array;
  /** Samples per update. */
  readonly batch: number;
  /** The samples of successive updates, `batch` at a time; begins anew at its end. */
  readonly schedule: Int32Array;
  /** Updates that count as one step: 1, or more for a library that must update after each sample. */
  readonly updatesPerStep: number;
}

/** A network in training. */
export interface Run {
  /**
   * Makes so many steps. When it returns, or its promise is kept, the work is done. An entry that
   * works elsewhere than in this process tells the milliseconds itself.
   */
  readonly steps: (count: number) => void | Promise<void> | Promise<number>;
  /** In the layout of Workload.start. */
  readonly parameters: () => ArrayLike<number> | Promise<ArrayLike<number>>;
  readonly close?: () => void;
}

/** For arithmetic in double precision and in single: rounding alone, grown over a hundred steps. */
export const DOUBLE = 1e-9;
export const SINGLE = 1e-4;

export interface Entry {
  /** How far its losses may lie from the reference, relative, over the steps compared. */
  readonly tolerance: number;
  /** The work it does in place of the one asked: the same object if that; null if it has none. */
  readonly accept: (workload: Workload) => Workload | null;
  /** Says why it cannot run on this machine, or returns null. */
  readonly missing?: () => string | null;
  readonly create: (workload: Workload) => Run | Promise<Run>;
}

/** Small enough for an update after every sample to be stable at every width that is measured. */
const ONLINE_RATE = 0.001;

/** For libraries that update after every sample, with plain gradient descent, in the same order. */
export const online = (workload: Workload): Workload => ({
  ...workload,
  optimiser: 'gradientDescent',
  learningRate: ONLINE_RATE,
  batch: 1,
  updatesPerStep: workload.updatesPerStep * workload.batch,
});

/** The samples of the k-th update, one array of rows each: [sample][neuron]. */
export const batchRows = (workload: Workload, k: number) => {
  const { schedule, batch, sampleCount, inputs, targets } = workload;
  const first = (k * batch) % schedule.length;
  const row = (from: Float64Array, s: number): number[] =>
    Array.from({ length: from.length / sampleCount }, (_, i) => from[i * sampleCount + s]);
  const chosen = schedule.subarray(first, first + batch);
  return {
    inputs: Array.from(chosen, (s) => row(inputs, s)),
    targets: Array.from(chosen, (s) => row(targets, s)),
  };
};

/** All batches of the schedule, for entries that want them made beforehand. */
export const allBatches = (workload: Workload) =>
  Array.from({ length: workload.schedule.length / workload.batch }, (_, k) =>
    batchRows(workload, k),
  );
