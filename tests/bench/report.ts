// Where the results go: content/benchmark.generated.json, whose workloads are replaced as they are measured
// anew; from it the README's tables and the pictures beside this file.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import words from '../../content/en/benchmark.json' with { type: 'json' };
import {
  drawChart,
  lossCurves,
  timesPerStep,
  widths,
  widthWorkloads,
} from '../../src/site/benchmark/growth.ts';
import {
  type Measurement,
  type Measurements,
  type Results,
  shortNumber,
  tableOf,
} from '../../src/site/benchmark/results.ts';
import { barsOf } from './bars.ts';
import { growths, packages } from './plan.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const resultsFile = `${root}content/benchmark.generated.json`;
const readmeFile = `${root}README.md`;

export const readResults = (): Results | undefined =>
  existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : undefined;

const versions = (): Record<string, string> =>
  Object.fromEntries(
    packages.map((name) => {
      const file = `${root}tests/bench/node_modules/${name}/package.json`;
      return [name, JSON.parse(readFileSync(file, 'utf8')).version];
    }),
  );

const rounded = (measurement: Measurement): Measurement => {
  const entries = Object.entries(measurement.entries).map(([name, measured]) => [
    name,
    {
      ...measured,
      losses: measured.losses.map((loss) => Number(loss.toPrecision(8))),
      deviation: Number(measured.deviation.toPrecision(2)),
      cold: Math.round(measured.cold),
      rates: measured.rates.map((rate) => Number(rate.toPrecision(4))),
    },
  ]);
  return { ...measurement, entries: Object.fromEntries(entries) };
};

/** Adds the measurements to what is kept, and writes everything that is made of it. */
export const report = (place: 'node' | 'chromium', measurements: Measurements): Results => {
  const kept = readResults();
  const fresh = Object.entries(measurements).map(([id, each]) => [id, rounded(each)]);
  const replaced = { ...kept?.[place], ...Object.fromEntries(fresh) };
  const node = place === 'node' ? replaced : (kept?.node ?? {});
  const results: Results = {
    processor: cpus()[0]?.model ?? 'unknown processor',
    cores: cpus().length,
    system: `${type()} ${release().replace(/^(\d+\.\d+).*/, '$1')}`,
    core: execFileSync('git', ['rev-parse', 'HEAD:src/core'], {
      cwd: root,
      encoding: 'utf8',
    }).trim(),
    versions: versions(),
    node,
    chromium: place === 'chromium' ? replaced : (kept?.chromium ?? {}),
    bars: barsOf(node).map((bar) => ({ ...bar, measured: Number(bar.measured.toPrecision(3)) })),
  };
  writeFileSync(
    resultsFile,
    `${JSON.stringify(results, null, 1).replace(/\n {5,}(?=[\d\]-])/g, ' ')}\n`,
  );
  const readme = readFileSync(readmeFile, 'utf8');
  writeFileSync(readmeFile, withSection(readme, readmeSection(results)));
  writePictures(results);
  return results;
};

const [BEGIN, END] = ['<!-- benchmark: written by npm run bench -->', '<!-- /benchmark -->'];

/** What stands between the markers. */
export const sectionOf = (readme: string): string =>
  readme.slice(readme.indexOf(BEGIN) + BEGIN.length, readme.indexOf(END)).trim();

const withSection = (readme: string, section: string): string => {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  return `${readme.slice(0, from + BEGIN.length)}\n\n${section}\n\n${readme.slice(to)}`;
};

const names: Readonly<Record<string, string>> = words.entries;

const table = (
  measurements: Measurements,
  columns: readonly (readonly [id: string, head: string])[],
): string => {
  const rows = tableOf(
    measurements,
    columns.map(([id]) => id),
  ).map(({ entry, exact, cells }) => {
    const texts = cells.map((cell) => {
      if (cell === null) return '–';
      const spread = `± ${shortNumber(100 * cell.spread)} %`;
      const behind = cell.behind === null ? '' : ` (${shortNumber(cell.behind)}×)`;
      return `${shortNumber(cell.rate)} ${spread}${behind}`;
    });
    return `| ${[`${names[entry] ?? entry}${exact ? '' : ' \\*'}`, ...texts].join(' | ')} |`;
  });
  const heads = columns.map(([, head]) => head);
  return [
    `| ${['', ...heads].join(' | ')} |`,
    `|---|${heads.map(() => '---:|').join('')}`,
    ...rows,
  ].join('\n');
};

const curves = (hidden: string) =>
  [8, 32, 128, 512].map((width) => [`${hidden}-${width}`, `H = ${width}`] as const);

/** The README's part on speed, made of the results alone. */
export const readmeSection = (results: Results): string => {
  const { processor, cores, system, versions: used, node, chromium, bars } = results;
  const all = [...Object.values(node), ...Object.values(chromium)];
  const engines = [...new Set(all.map(({ engine }) => engine))].join(', ');
  const dates = [...new Set(all.map(({ date }) => date))].sort();
  const packagesUsed = Object.entries(used).map(([name, version]) => `${name} ${version}`);
  const plane = [
    ['playground', '2-8-8-1, batches of 10'],
    ['article', '2-2-1'],
  ] as const;
  return [
    `Training steps per second, median ± half the distance of the quartiles; in brackets how many times as many the pages' own training makes. Everything does the same work from the same start, and its loss after a hundred steps is the same (checked; “\\*”: updates after every sample by plain gradient descent, the nearest it can). In Node time is processor time. ${processor}, ${cores} cores, ${system}, ${engines}, ${[dates[0], dates.at(-1)].filter((d, k, a) => k === 0 || d !== a[0]).join(' to ')}; ${packagesUsed.join(', ')}.`,
    '1-H-1, tanh, 256 samples, full-batch Adam; and two networks in the plane, tanh:',
    table(node, [...curves('tanh'), ...plane]),
    '1-H-1, ReLU:',
    table(node, curves('relu')),
    ...(Object.keys(chromium).length > 0
      ? [
          'In a worker of headless Chromium (wall clock), tanh:',
          table(chromium, [...curves('tanh'), ...plane]),
        ]
      : []),
    ...[
      ['width', 'Time per step against the number of hidden neurons'],
      ['samples', 'Time per step against the number of samples'],
      ['loss', 'The loss of everything that does the same work, by step: one curve'],
    ].map(([file, alt]) => `![${alt}](tests/bench/pictures/${file}.svg)`),
    'What the project promises itself:',
    [
      '| | asked | measured | |\n|---|---|---:|---|',
      ...bars.map(
        ({ what, asked, measured, passes }) =>
          `| ${what} | ${asked} | ${measured} | ${passes ? 'kept' : '**missed**'} |`,
      ),
    ].join('\n'),
  ].join('\n\n');
};

/** Plain colours in place of the page's, so that the picture stands alone. */
const standalone = (svg: string): string =>
  svg
    .replace(
      '<svg',
      '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="12"',
    )
    .replace(/(<svg[^>]*>)/, '$1<rect width="100%" height="100%" fill="#ffffff"/>')
    .replaceAll('var(--fit)', '#c02662')
    .replaceAll('var(--ink-2)', '#474b53')
    .replaceAll('currentColor', '#474b53');

const writePictures = ({ node }: Results): void => {
  const write = (name: string, chart: Parameters<typeof drawChart>[0]): void => {
    if (chart.points.length === 0) return;
    mkdirSync(`${root}tests/bench/pictures`, { recursive: true });
    writeFileSync(
      `${root}tests/bench/pictures/${name}.svg`,
      `${standalone(drawChart({ ...chart, names }, name))}\n`,
    );
  };
  write('width', {
    points: timesPerStep(node, widthWorkloads),
    x: { label: words.growth.x, type: 'log', ticks: widths },
    y: { label: words.growth.y, type: 'log' },
    names,
  });
  write('samples', {
    points: timesPerStep(
      node,
      growths.N.map(([id, count]) => [`N/${id}`, count]),
    ),
    x: { label: 'samples', type: 'log', ticks: growths.N.map(([, count]) => count) },
    y: { label: words.growth.y, type: 'log' },
    names,
  });
  write('loss', {
    points: lossCurves(node, 'tanh-32'),
    x: { label: 'steps', type: 'linear', ticks: [0, 20, 40, 60, 80, 100] },
    y: { label: 'loss, 1-32-1, all entries', type: 'linear' },
    names,
  });
};
