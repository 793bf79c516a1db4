// The bars of the approximation core, measured and printed: node tests/bench/approximation.ts [part …]
// with parts curve, random, trainers, tanh, floors (default: all), and seeds=1,2,3. Times are processor
// times of this process, best of three after a warm-up, so that a busy machine changes them little. The
// kernel is in use, as in the page; kernel=off shows what runs where there is none. Nothing is asserted.

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { ActivationName } from '../../src/core/activations.ts';
import { optimalCurve } from '../../src/core/approximation/curve.ts';
import { optimalNetwork } from '../../src/core/approximation/network.ts';
import { polynomialFit } from '../../src/core/approximation/polynomial.ts';
import { sampleFunction } from '../../src/core/approximation/samples.ts';
import { targets } from '../../src/core/approximation/targets.ts';
import { createRun } from '../../src/core/approximation/trainers/run.ts';
import { useKernel } from '../../src/core/kernel.ts';
import { RANDOM_KINDS, randomTarget } from '../core/approximation/targets-for-tests.ts';
import { nodeKernel } from '../kernel/node-kernel.ts';

interface Reference {
  readonly cpwl: readonly number[];
  readonly net: Readonly<Record<string, number>>;
}

const oracle = JSON.parse(
  readFileSync(new URL('../fixtures/optimal-relu.json', import.meta.url), 'utf8'),
) as { targets: Readonly<Record<string, Reference>> };

/** Preset name → name in the stored reference. */
const STORED = {
  sine: 'sin3pi',
  runge: 'runge',
  chirp: 'chirp',
  bump: 'gauss',
  squareRoot: 'sqrtabs',
  weierstrass: 'weier',
  absolute: 'abs',
  step: 'step',
  sawtooth: 'saw',
} as const;
type StoredName = keyof typeof STORED;

/** Training time per run, in seconds of processor time. */
const BUDGET = 1.5;
const TRAINED: readonly StoredName[] = [
  'sine',
  'runge',
  'chirp',
  'weierstrass',
  'squareRoot',
  'bump',
];
const WIDTHS = [8, 16, 32, 64];
const options = process.argv.slice(2).filter((word) => word.includes('='));
const option = (name: string): string | undefined =>
  options.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
const SEEDS = (option('seeds') ?? '1,2,3').split(',').map(Number);
/** Below this both numbers are rounding. */
const ZERO = 1e-8;

function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function bestMilliseconds(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 3; k++) {
    const start = seconds();
    work();
    best = Math.min(best, (seconds() - start) * 1000);
  }
  return best;
}

const ratio = (ours: number, theirs: number) => Math.max(ours, ZERO) / Math.max(theirs, ZERO);
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];
const geometric = (values: readonly number[]) =>
  Math.exp(values.reduce((sum, v) => sum + Math.log(v), 0) / values.length);
const print = (...cells: readonly (string | number)[]) =>
  console.log(
    cells
      .map((cell, k) => (k === 0 ? String(cell).padEnd(14) : String(cell).padStart(12)))
      .join(''),
  );

function curves(): void {
  console.log('\nWhole curve, H = 0 … 64, N = 512; ratios to the stored reference');
  print('target', 'ms', 'worst', 'worst H ≥ 8', 'certified', 'bracket', 'network');
  for (const [name, target] of Object.entries(targets)) {
    const samples = sampleFunction(target.value, { domain: target.domain });
    const time = bestMilliseconds(() => void optimalCurve(samples));
    const curve = optimalCurve(samples);
    const stored = name in STORED ? oracle.targets[STORED[name as StoredName]] : null;
    const ratios = stored ? curve.widths.map(({ rms }, h) => ratio(rms, stored.cpwl[h])) : [];
    const networks = stored
      ? Object.entries(stored.net).map(([width, rms]) =>
          ratio(optimalNetwork(samples, curve, Number(width)).rms, rms),
        )
      : [];
    print(
      name,
      time.toFixed(0),
      stored ? Math.max(...ratios).toFixed(4) : '–',
      stored ? Math.max(...ratios.slice(8)).toFixed(4) : '–',
      curve.widths.slice(8).filter(({ certified }) => certified).length,
      median(curve.widths.slice(8).map((width) => width.ratio)).toFixed(3),
      stored ? Math.max(...networks).toFixed(4) : '–',
    );
  }
}

function randomCurves(): void {
  console.log('\nRandom targets, six of each kind; against a search four times as long');
  print('kind', 'ms median', 'ms worst', 'worst ratio', 'bracket', 'bracket max');
  for (const kind of RANDOM_KINDS) {
    const times: number[] = [];
    const brackets: number[] = [];
    const ratios: number[] = [];
    for (let seed = 1; seed <= 6; seed++) {
      const samples = sampleFunction(randomTarget(kind, seed));
      times.push(bestMilliseconds(() => void optimalCurve(samples)));
      const { widths } = optimalCurve(samples);
      const long = optimalCurve(samples, { sweeps: 32, effort: 4 }).widths;
      ratios.push(...widths.map((width, h) => ratio(width.rms, long[h].rms)));
      for (const width of widths.slice(8)) brackets.push(width.ratio);
    }
    print(
      kind,
      median(times).toFixed(0),
      Math.max(...times).toFixed(0),
      Math.max(...ratios).toFixed(4),
      median(brackets).toFixed(3),
      Math.max(...brackets).toFixed(2),
    );
  }
}

/** RMS over the reference after BUDGET seconds, and when it first fell below it (or –). */
function train(name: StoredName, activation: ActivationName, width: number, seed: number) {
  const samples = sampleFunction(targets[name].value);
  const reference = oracle.targets[STORED[name]].net[width];
  const run = createRun(samples, {
    activation,
    width,
    seed,
    start: 'spreadKnots',
    trainer: 'variableProjection',
    recycle: true,
  });
  const start = seconds();
  let below = '–';
  while (seconds() - start < BUDGET && run.status() === 'running') {
    run.advance(1);
    if (below === '–' && run.rms() < reference) below = ((seconds() - start) * 1000).toFixed(0);
  }
  return { ratio: run.rms() / reference, below };
}

function reluTrainer(): void {
  console.log(`\nSecond order + recycling, ReLU, spread start, ${BUDGET} s: RMS ÷ optimum`);
  print('target', ...WIDTHS.map((width) => `H = ${width}`));
  const all = WIDTHS.map((): number[] => []);
  for (const name of TRAINED) {
    const row = WIDTHS.map((width, k) => {
      const ratios = SEEDS.map((seed) => train(name, 'relu', width, seed).ratio);
      all[k].push(...ratios);
      return geometric(ratios).toFixed(3);
    });
    print(name, ...row);
  }
  print('geometric mean', ...all.map((ratios) => geometric(ratios).toFixed(3)));
  print(
    'without bump',
    ...all.map((ratios) => geometric(ratios.slice(0, -SEEDS.length)).toFixed(3)),
  );
  print('within 1.5 ×', ...all.map((r) => `${r.filter((v) => v <= 1.5).length}/${r.length}`));
}

function tanhTrainer(): void {
  console.log(`\nThe same with tanh: RMS ÷ ReLU optimum (worst seed), and ms until below it`);
  print('target', ...WIDTHS.map((width) => `H = ${width}`));
  for (const name of TRAINED) {
    const row = WIDTHS.map((width) => {
      const runs = SEEDS.map((seed) => train(name, 'tanh', width, seed));
      const worst = Math.max(...runs.map((run) => run.ratio));
      const times = runs.map((run) => run.below);
      return `${worst.toFixed(3)} ${times.includes('–') ? '–' : Math.max(...times.map(Number))}`;
    });
    print(name, ...row);
  }
}

function floors(): void {
  console.log('\nPolynomial floors and what training reaches, H = 8');
  print('activation', 'target', 'floor', 'reached');
  for (const [activation, degree] of [
    ['identity', 1],
    ['square', 2],
    ['cube', 3],
  ] as const)
    for (const name of ['sine', 'step', 'absolute'] as const) {
      const samples = sampleFunction(targets[name].value);
      const run = createRun(samples, {
        activation,
        width: 8,
        seed: 1,
        start: 'spreadKnots',
        trainer: 'variableProjection',
      });
      run.advance(200);
      const floor = polynomialFit(samples, degree).rms[degree];
      print(activation, name, floor.toFixed(6), run.rms().toFixed(6));
    }
}

const parts = {
  curve: curves,
  random: randomCurves,
  trainers: reluTrainer,
  tanh: tanhTrainer,
  floors,
} as const;
const asked = process.argv.slice(2).filter((word) => !word.includes('='));
if (option('kernel') !== 'off') useKernel(await nodeKernel());
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const [name, part] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) part();
