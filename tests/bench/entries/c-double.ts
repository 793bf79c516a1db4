// The C program in double precision.
import { DOUBLE, type Entry } from '../contract.ts';
import { createNative, noCompiler } from './native.ts';

export const entry: Entry = {
  tolerance: DOUBLE,
  accept: (workload) => workload,
  missing: noCompiler,
  create: (workload) => createNative('double', workload),
};
