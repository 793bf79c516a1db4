// Compiles network.c for this machine and talks to it; the entries are c-double.ts and c-single.ts.

import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Run, Workload } from '../contract.ts';

/** Seen from tests/bench, where entries' processes run. */
const SOURCE = 'entries/network.c';
const OPTIONS = ['-std=gnu11', '-O3', '-march=native', '-ffast-math'];

const compiler = (): string | undefined =>
  ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);

export const noCompiler = (): string | null => (compiler() ? null : 'no C compiler found');

const compile = (real: 'double' | 'float'): string => {
  const program = join(tmpdir(), `the-bend-network-${real}-${process.pid}`);
  const command = [...OPTIONS, `-DREAL=${real}`, SOURCE, '-o', program, '-lm'];
  const { status, stderr } = spawnSync(compiler() ?? 'cc', command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the C program does not compile: ${stderr}`);
  return program;
};

/** What the program reads first; its head comment says in which order. */
const described = (workload: Workload): string => {
  const { sizes, hidden, output, optimiser, learningRate, sampleCount, batch } = workload;
  const { inputs, targets, start, schedule } = workload;
  const flags = [hidden === 'relu', output === 'tanh', optimiser === 'adam'].map(Number);
  const head = [sizes.length, ...sizes, ...flags, learningRate];
  const counts = [sampleCount, batch, schedule.length];
  return `${[...head, ...counts, ...inputs, ...targets, ...start, ...schedule].join(' ')}\n`;
};

export const createNative = (real: 'double' | 'float', workload: Workload): Run => {
  const program = spawn(compile(real), { stdio: ['pipe', 'pipe', 'inherit'] });
  process.on('exit', () => program.kill());
  program.stdin.write(described(workload));
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const ask = async (command: string): Promise<string> => {
    program.stdin.write(`${command}\n`);
    const { value } = await lines.next();
    if (value === undefined) throw new Error('the C program has ended');
    return value;
  };
  return {
    steps: async (count) => Number(await ask(`s ${count}`)),
    parameters: async () => (await ask('p')).split(' ').map(Number),
  };
};
