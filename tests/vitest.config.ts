import { fileURLToPath } from 'node:url';
import { lezer } from '@lezer/generator/rollup';
import { defineConfig } from 'vitest/config';
import { kernel } from '../src/kernel/build.mjs';
import { engine, isBrief, once, passedOver } from './browser/engines/names.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  plugins: [lezer(), kernel()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // by itself it leaves one core idle
    maxWorkers: 2,
    reporters: ['default', 'tests/browser/engines/reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/build/**', 'tests/browser/**', 'tests/bench/**'],
          testTimeout: 60_000,
          // no file changes what another sees, and modules are read once
          isolate: false,
        },
      },
      // both look at the built site: run `npm run build` first
      {
        extends: true,
        test: { name: 'build', include: ['tests/build/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: [
            ...(engine === 'chromium' ? [] : Object.keys(once)),
            ...(isBrief ? Object.keys(passedOver) : []).map(
              (name) => `tests/browser/${name}.test.ts`,
            ),
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // a machine may be busy with something else for a while; what fails twice is wrong
          retry: 1,
          // what is polled for comes as fast as the machine lets it
          expect: { poll: { timeout: 10_000 } },
          // the files a worker runs share its browser
          isolate: false,
        },
      },
    ],
  },
});
