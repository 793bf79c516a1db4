// The C program in single precision.
import { type Entry, SINGLE } from '../contract.ts';
import { createNative, noCompiler } from './native.ts';

export const entry: Entry = {
  tolerance: SINGLE,
  accept: (workload) => workload,
  missing: noCompiler,
  create: (workload) => createNative('float', workload),
};
