// The speed the project promises itself, as ratios within one run, and whether it is reached.
import type { Bar, Measurements } from '../../src/site/benchmark/results.ts';
import { exponentOf, median, ratioOf } from '../../src/site/benchmark/statistics.ts';
import { type EntryName, growing, growths } from './plan.ts';

/** `ours` is to do at least so many times the steps of `theirs`. */
interface RatioBar {
  readonly workload: string;
  readonly ours: EntryName;
  readonly theirs: EntryName;
  readonly least: number;
}

const ratioBars: readonly RatioBar[] = [
  ...['tanh-32', 'tanh-128'].flatMap((workload): RatioBar[] => [
    { workload, ours: 'core-any-depth', theirs: 'tensorflow-cpu', least: 20 },
    { workload, ours: 'core-any-depth', theirs: 'tensorflow-wasm', least: 5 },
    { workload, ours: 'core-one-hidden-layer', theirs: 'tensorflow-wasm', least: 10 },
    // any depth with the kernel, as the pages train networks that are not 1-H-1
    { workload, ours: 'core-any-depth-kernel', theirs: 'tensorflow-cpu', least: 20 },
    { workload, ours: 'core-any-depth-kernel', theirs: 'tensorflow-wasm', least: 5 },
  ]),
  { workload: 'playground', ours: 'core-any-depth', theirs: 'object-graph', least: 6 },
  // with the kernel, as the pages train
  { workload: 'playground', ours: 'core-training-run', theirs: 'object-graph', least: 12 },
  ...['tanh-32', 'tanh-128', 'tanh-512'].map((workload): RatioBar => {
    return { workload, ours: 'core-training-run', theirs: 'core-one-hidden-layer', least: 1.3 };
  }),
  ...['tanh-32', 'tanh-128'].map((workload): RatioBar => {
    return { workload, ours: 'core-training-run', theirs: 'tensorflow-wasm', least: 12 };
  }),
];

/** How far the exponent of the time per step may lie from 1: the median of the rounds' fits. */
const EXPONENT_TOLERANCE = 0.05;

/** The bars whose workloads have been measured. */
export const barsOf = (measurements: Measurements): Bar[] => {
  const ratesOf = (workload: string, entry: string): readonly number[] | undefined =>
    measurements[workload]?.entries[entry]?.rates;
  const ratios = ratioBars.flatMap(({ workload, ours, theirs, least }): Bar[] => {
    const [of, to] = [ratesOf(workload, ours), ratesOf(workload, theirs)];
    if (of === undefined || to === undefined) return [];
    const measured = ratioOf(of, to);
    const what = `${workload}: ${ours} ÷ ${theirs}`;
    return [{ what, asked: `≥ ${least}`, measured, passes: measured >= least }];
  });
  const exponents = Object.entries(growths).flatMap(([by, ids]) =>
    growing.flatMap((entry): Bar[] => {
      const curves = ids.flatMap(([id, x]) => {
        const rates = ratesOf(`${by}/${id}`, entry);
        return rates === undefined ? [] : [{ x, rates }];
      });
      if (curves.length < ids.length) return [];
      const rounds = curves[0].rates.map((_, round) =>
        exponentOf(curves.map(({ x, rates }) => [x, 1 / rates[round]] as const)),
      );
      const measured = median(rounds);
      return [
        {
          what: `time per step by ${by}: exponent of ${entry}`,
          asked: `1 ± ${EXPONENT_TOLERANCE}`,
          measured,
          passes: Math.abs(measured - 1) <= EXPONENT_TOLERANCE,
        },
      ];
    }),
  );
  return [...ratios, ...exponents];
};
