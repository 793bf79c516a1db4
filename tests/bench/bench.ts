// The core against other libraries: npm run bench [-- workload or entry …]. Without arguments
// everything is measured; with them only the workloads and entries named. The other libraries are
// installed on the first run, into tests/bench/node_modules.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { barsOf } from './bars.ts';
import type { Measurement } from './measure.ts';
import { type EntryName, entryNames, plan } from './plan.ts';
import { median, quartiles, ratioOf } from './statistics.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const print = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, k) => (k === 0 ? cell.padEnd(24) : cell.padStart(14))).join(''));

const installRivals = (): void => {
  if (existsSync(`${here}node_modules/.package-lock.json`)) return;
  console.log('Installing the other libraries (npm ci in tests/bench) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci in tests/bench did not succeed');
};

const show = (measurement: Measurement, base: string): void => {
  const { workload, engine, entries, absent } = measurement;
  console.log(`\n${workload} (${engine})`);
  print('', 'steps/s', 'quartiles', `÷ ${base}`.slice(0, 13), 'deviation', 'cold ms');
  for (const [name, { rates, deviation, agrees, exact, cold }] of Object.entries(entries)) {
    const [low, high] = quartiles(rates);
    const against = entries[base]?.rates;
    print(
      `${name}${exact ? '' : ' *'}`,
      median(rates).toFixed(0),
      `${low.toFixed(0)}–${high.toFixed(0)}`,
      against ? ratioOf(rates, against).toFixed(3) : '–',
      `${deviation.toExponential(1)}${agrees ? '' : ' !'}`,
      cold.toFixed(0),
    );
  }
  for (const [name, why] of Object.entries(absent)) print(name, why);
};

const asked = process.argv.slice(2);
const isEntry = (word: string): word is EntryName =>
  (entryNames as readonly string[]).includes(word);
for (const word of asked) {
  if (!(isEntry(word) || word in plan)) {
    throw new Error(
      `neither workload nor entry: ${word}\nworkloads: ${Object.keys(plan).join(' ')}`,
    );
  }
}
const entriesAsked = asked.filter(isEntry);
const workloadsAsked = asked.filter((word) => !isEntry(word));

installRivals();
// only now: they need esbuild, which the bench installs
const { measure } = await import('./measure.ts');
const { processes } = await import('./session.ts');
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${processes.engine}`,
);
const measurements: Record<string, Measurement> = {};
for (const id of workloadsAsked.length > 0 ? workloadsAsked : Object.keys(plan)) {
  const names = plan[id].filter((name) => entriesAsked.length === 0 || entriesAsked.includes(name));
  measurements[id] = await measure(processes, id, names);
  show(measurements[id], names[0]);
}
console.log('\nbars');
for (const { what, asked: bar, measured, passes } of barsOf(measurements)) {
  console.log(`${passes ? 'pass' : 'FAIL'}  ${what}: ${measured.toFixed(2)} (${bar})`);
}
