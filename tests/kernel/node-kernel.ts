// The kernel in Node: compiled from its sources if need be.
import { readFile } from 'node:fs/promises';
import type { MakeKernel } from '../../src/core/kernel.ts';
import { buildKernel, kernelFile } from '../../src/kernel/build.mjs';
import { kernelMaker } from '../../src/training/kernel.ts';

/** To be handed to useKernel(). */
export const nodeKernel = async (): Promise<MakeKernel> => {
  await buildKernel();
  return kernelMaker(await WebAssembly.compile(await readFile(kernelFile)));
};
