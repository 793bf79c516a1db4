// The results of the benchmark, and what the README and the site make of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import results from '../../content/benchmark.generated.json';
import { type Results, shortNumber, tableOf } from '../../src/site/benchmark/results.ts';
import { exponentOf, median, quartiles, ratioOf } from '../../src/site/benchmark/statistics.ts';
import { barsOf } from '../bench/bars.ts';
import { entryNames, packages } from '../bench/plan.ts';
import { readmeSection, sectionOf } from '../bench/report.ts';

const kept: Results = results;
const measurements = [...Object.values(kept.node), ...Object.values(kept.chromium)];

it('every entry has a file, a name in each language, and every package its place in what is installed', () => {
  const root = new URL('../../', import.meta.url);
  const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
  const faults = entryNames
    .filter((name) => !existsSync(new URL(`tests/bench/entries/${name}.ts`, root)))
    .map((name) => `tests/bench/entries/${name}.ts is missing`);
  const languages = readdirSync(new URL('content/', root)).filter((folder) =>
    existsSync(new URL(`content/${folder}/benchmark.json`, root)),
  );
  for (const folder of languages) {
    const { entries } = JSON.parse(read(`content/${folder}/benchmark.json`));
    for (const name of entryNames) {
      if (!entries[name])
        faults.push(`content/${folder}/benchmark.json: entries.${name} is missing`);
    }
    for (const name of Object.keys(entries)) {
      if (!(entryNames as readonly string[]).includes(name)) {
        faults.push(`content/${folder}/benchmark.json: no entry "${name}" in tests/bench/plan.ts`);
      }
    }
  }
  const { devDependencies } = JSON.parse(read('tests/bench/package.json'));
  for (const name of packages) {
    if (!devDependencies[name]) faults.push(`tests/bench/package.json: ${name} is missing`);
  }
  expect(faults).toEqual([]);
});

it('the README shows the results that are kept', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(sectionOf(readme)).toBe(readmeSection(kept));
});

it('everything that was measured came to the losses of the work it is said to do', () => {
  expect(measurements.length).toBeGreaterThan(0);
  for (const { workload, entries } of measurements) {
    for (const [name, { agrees }] of Object.entries(entries)) {
      expect(agrees, `${name} at ${workload}`).toBe(true);
    }
  }
});

it('all that do the same work show the same losses', () => {
  for (const { workload, entries } of measurements) {
    const [first, ...others] = Object.entries(entries).filter(([, { exact }]) => exact);
    for (const [name, { losses }] of others) {
      for (const [k, loss] of losses.entries()) {
        const expected = first?.[1].losses[k] ?? Number.NaN;
        expect(Math.abs(loss / expected - 1), `${name} at ${workload}`).toBeLessThan(2e-4);
      }
    }
  }
});

it('the bars that are kept follow from the rates', () => {
  const again = barsOf(kept.node);
  expect(again.map(({ what }) => what)).toEqual(kept.bars.map(({ what }) => what));
  for (const [k, { measured, passes }] of again.entries()) {
    expect(Number(measured.toPrecision(3))).toBe(kept.bars[k]?.measured);
    expect(passes).toBe(kept.bars[k]?.passes);
  }
});

it('a table compares within the rounds and leaves out who did not take part', () => {
  const measured = (rates: readonly number[]) => ({
    exact: true,
    losses: [1, 0.5],
    deviation: 0,
    agrees: true,
    cold: 1,
    rates,
  });
  const measurement = (entries: Parameters<typeof tableOf>[0][string]['entries']) => ({
    workload: 'w',
    engine: 'e',
    date: 'd',
    absent: {},
    entries,
  });
  const rows = tableOf(
    {
      a: measurement({
        'core-training-run': measured([10, 20, 30]),
        other: measured([5, 4, 10]),
      }),
      b: measurement({ 'core-training-run': measured([8, 8, 8]) }),
    },
    ['a', 'b'],
  );
  expect(rows.map(({ entry }) => entry)).toEqual(['core-training-run', 'other']);
  expect(rows[1]?.cells).toEqual([{ rate: 5, spread: 0.3, behind: 3 }, null]);
});

it('medians, quartiles, ratios and exponents are those of hand-made cases', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(quartiles([5, 1, 4, 2, 3])).toEqual([2, 4]);
  expect(ratioOf([2, 9, 4], [1, 3, 1])).toBe(3);
  const cubes = [1, 2, 5, 7].map((x) => [x, 4 * x ** 3] as const);
  expect(exponentOf(cubes)).toBeCloseTo(3, 12);
});

it('numbers are shown by two or three figures', () => {
  expect([1234567, 59.04, 3.456, 0.8712].map(shortNumber)).toEqual([
    '1\u202f230\u202f000',
    '59',
    '3.5',
    '0.87',
  ]);
});
