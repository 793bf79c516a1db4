// The core against other libraries: npm run bench [-- words]. Without words everything is measured
// and kept (report.ts). Words name workloads, entries or places (node, chromium), and only those are
// measured and shown; `save` keeps them too. The other libraries are installed on the first run,
// and when their lock file has changed, into tests/bench/node_modules.

import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { base, type Measurement } from '../../src/site/benchmark/results.ts';
import { median, quartiles, ratioOf } from '../../src/site/benchmark/statistics.ts';
import { barsOf } from './bars.ts';
import { browserPlan, type EntryName, entryNames, growing, growths, plan } from './plan.ts';
import type { Place } from './session.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const print = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, k) => (k === 0 ? cell.padEnd(24) : cell.padStart(14))).join(''));

/** At the first run, and again when the lock file has changed since. */
const installRivals = (): void => {
  const installed = `${here}node_modules/.package-lock.json`;
  const changed = (file: string): number => statSync(file).mtimeMs;
  if (existsSync(installed) && changed(installed) >= changed(`${here}package-lock.json`)) return;
  console.log('Installing the other libraries (npm ci in tests/bench) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci in tests/bench did not succeed');
};

const show = (measurement: Measurement): void => {
  const { workload, engine, entries, absent } = measurement;
  console.log(`\n${workload} (${engine})`);
  print('', 'steps/s', 'quartiles', 'pages’ run ×', 'deviation', 'cold ms');
  for (const [name, { rates, deviation, agrees, exact, cold }] of Object.entries(entries)) {
    const [low, high] = quartiles(rates);
    const against = entries[base]?.rates;
    print(
      `${name}${exact ? '' : ' *'}`,
      median(rates).toFixed(0),
      `${low.toFixed(0)}–${high.toFixed(0)}`,
      against ? ratioOf(against, rates).toFixed(2) : '–',
      `${deviation.toExponential(1)}${agrees ? '' : ' !'}`,
      cold.toFixed(0),
    );
  }
  for (const [name, why] of Object.entries(absent)) print(name, why);
};

const words = process.argv.slice(2);
const isEntry = (word: string): word is EntryName =>
  (entryNames as readonly string[]).includes(word);
const workloads = [...Object.keys(plan), ...Object.keys(growths)];
const isWorkload = (word: string): boolean => workloads.includes(word);
const isPlace = (word: string): boolean => word === 'node' || word === 'chromium';
for (const word of words) {
  if (!(isEntry(word) || isPlace(word) || word === 'save' || isWorkload(word))) {
    const known = `workloads: ${workloads.join(' ')}\nentries: ${entryNames.join(' ')}`;
    throw new Error(`neither workload nor entry nor place: ${word}\n${known}`);
  }
}
const entriesAsked = words.filter(isEntry);
const workloadsAsked = words.filter(isWorkload);
const placesAsked = words.filter(isPlace);
/** Parts are for looking at; what is kept is measured with all entries. */
const saves = words.includes('save') || workloadsAsked.length + entriesAsked.length === 0;

installRivals();
// only now: they need esbuild, which the bench installs
const { measure } = await import('./measure.ts');
const { processes } = await import('./session.ts');
const { startBrowser } = await import('./browser.ts');
const { report } = await import('./report.ts');

/** What is measured in the same rounds, by the name it is asked for. */
interface Group {
  readonly name: string;
  readonly ids: readonly string[];
  /** Goes before the workload's name where it is kept. */
  readonly prefix: string;
  readonly entries: readonly EntryName[];
}

const alone = (planned: Readonly<Record<string, readonly EntryName[]>>): Group[] =>
  Object.entries(planned).map(([id, entries]) => ({ name: id, ids: [id], prefix: '', entries }));

const groupsOfGrowth = Object.entries(growths).map(
  ([by, ids]): Group => ({
    name: by,
    ids: ids.map(([id]) => id),
    prefix: `${by}/`,
    entries: growing,
  }),
);

const measureIn = async (place: Place, groups: readonly Group[]): Promise<void> => {
  const measurements: Record<string, Measurement> = {};
  for (const { name, ids, prefix, entries } of groups) {
    if (workloadsAsked.length > 0 && !workloadsAsked.includes(name)) continue;
    const names = entries.filter(
      (entry) => entriesAsked.length === 0 || entriesAsked.includes(entry),
    );
    const measured: Record<string, Measurement> = {};
    for (const measurement of await measure(place, ids, names)) {
      measured[prefix + measurement.workload] = measurement;
      show(measurement);
    }
    Object.assign(measurements, measured);
    if (saves) report(place.name, measured);
  }
  await place.close();
  if (place.name !== 'node') return;
  console.log('\nbars');
  for (const { what, asked, measured, passes } of barsOf(measurements)) {
    console.log(`${passes ? 'pass' : 'FAIL'}  ${what}: ${measured.toFixed(2)} (${asked})`);
  }
};

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`);
if (placesAsked.length === 0 || placesAsked.includes('node')) {
  await measureIn(processes, [...alone(plan), ...groupsOfGrowth]);
}
if (placesAsked.length === 0 || placesAsked.includes('chromium')) {
  const browser = await startBrowser();
  if (browser === undefined) console.log('\nno browser found (CHROME_PATH names one): left out');
  else await measureIn(browser, alone(browserPlan));
}
