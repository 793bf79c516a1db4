// What `npm run bench` measured, as it is kept in content/benchmark.generated.json, and the tables made of it
// for the README and the page about the site. Server only.

import { median, quartiles, ratioOf } from './statistics.ts';

export interface Measured {
  /** Does it do the work asked, or the nearest it can? */
  readonly exact: boolean;
  /** Loss before the first step, and after every 20 of 100 (4 of 20 if not exact). */
  readonly losses: readonly number[];
  /** Largest relative distance of these from the reference's for the same work. */
  readonly deviation: number;
  /** Is that within what the entry's arithmetic allows? */
  readonly agrees: boolean;
  /** Milliseconds for the network's making and these steps, nothing warm. */
  readonly cold: number;
  /** Steps per second in each round. */
  readonly rates: readonly number[];
}

/** One workload, all entries side by side. */
export interface Measurement {
  readonly workload: string;
  /** "Node 26.10.0". */
  readonly engine: string;
  readonly date: string;
  readonly entries: Readonly<Record<string, Measured>>;
  /** Entries that did not take part, and why. */
  readonly absent: Readonly<Record<string, string>>;
}

export type Measurements = Readonly<Record<string, Measurement>>;

/** A promise of speed, and whether it is kept. */
export interface Bar {
  /** "tanh-32: core-any-depth ÷ tensorflow-cpu". */
  readonly what: string;
  readonly asked: string;
  readonly measured: number;
  readonly passes: boolean;
}

export interface Results {
  readonly processor: string;
  readonly cores: number;
  readonly system: string;
  /** The git tree of src/core that was measured. */
  readonly core: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly node: Measurements;
  readonly chromium: Measurements;
  readonly bars: readonly Bar[];
}

/** What the others are compared with: a training run as the page makes it. */
export const base = 'core-training-run';

export interface Cell {
  /** Median of the rounds, steps per second. */
  readonly rate: number;
  /** Half the distance of the quartiles, as a share of the median. */
  readonly spread: number;
  /** How many times as many steps the page's training makes; null for itself. */
  readonly behind: number | null;
}

export interface Row {
  readonly entry: string;
  /** Does it do the work asked everywhere? */
  readonly exact: boolean;
  /** A cell per workload; null where the entry did not take part. */
  readonly cells: readonly (Cell | null)[];
}

/** A row for each entry that took part in one of the workloads, in the order they were measured. */
export const tableOf = (measurements: Measurements, workloads: readonly string[]): Row[] => {
  const chosen = workloads.map((id) => measurements[id]?.entries ?? {});
  const names = [...new Set(chosen.flatMap((entries) => Object.keys(entries)))];
  return names.map((entry) => {
    const cells = chosen.map((entries): Cell | null => {
      const measured = entries[entry];
      if (measured === undefined) return null;
      const [low, high] = quartiles(measured.rates);
      const rate = median(measured.rates);
      const ours = entries[base]?.rates;
      return {
        rate,
        spread: (high - low) / 2 / rate,
        behind: ours === undefined || entry === base ? null : ratioOf(ours, measured.rates),
      };
    });
    return { entry, exact: chosen.every((entries) => entries[entry]?.exact ?? true), cells };
  });
};

/** Two or three figures, thousands apart: 3 480, 59, 0.87. */
export const shortNumber = (value: number): string => {
  const figures = Number(value.toPrecision(value >= 10 ? 3 : 2));
  return figures.toString().replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '\u202f');
};
