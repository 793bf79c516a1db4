// One file per entry and place, made by esbuild: the browser needs one, and some libraries are
// complete only as modules for bundlers. Written to tests/bench/.cache.

import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildKernel } from '../../src/kernel/build.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
export const cache = `${here}.cache/`;

const wasmFolder = `${here}node_modules/@tensorflow/tfjs-backend-wasm/dist/`;

/** The path of the bundle that serves the entry from a process or a worker. */
export const bundle = async (entry: string, host: 'process' | 'worker'): Promise<string> => {
  const outfile = `${cache}${entry}.${host}.${host === 'process' ? 'cjs' : 'js'}`;
  await buildKernel();
  await build({
    stdin: {
      contents: `import { entry } from './entries/${entry}.ts';
        import { serve } from './host-${host}.ts';
        serve(entry);`,
      resolveDir: here,
      loader: 'ts',
    },
    bundle: true,
    loader: { '.wasm': 'binary' },
    outfile,
    ...(host === 'process'
      ? { platform: 'node', format: 'cjs' }
      : { platform: 'browser', format: 'iife' }),
    mainFields: host === 'process' ? ['module', 'main'] : ['browser', 'module', 'main'],
    logLevel: 'error',
  });
  mkdirSync(cache, { recursive: true });
  // TensorFlow.js looks for these beside the script.
  for (const file of readdirSync(wasmFolder)) {
    if (file.endsWith('.wasm')) copyFileSync(wasmFolder + file, cache + file);
  }
  return outfile;
};
