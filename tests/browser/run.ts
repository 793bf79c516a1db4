// Runs the browser tests in the engines named, or in all: node tests/browser/run.ts [engine …] [file …]
// With --brief, the part of them that every run of all tests makes.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensure } from './engines/ensure.ts';
import { engineNames } from './engines/names.ts';

const named = engineNames.filter((name) => process.argv.includes(name));
const words = process.argv.slice(2).filter((word) => !engineNames.some((name) => name === word));
const files = words.filter((word) => word !== '--brief');
const brief = words.length > files.length ? '1' : '';
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));

const failed = ensure(named.length > 0 ? named : engineNames).filter((engine) => {
  process.stdout.write(`\n=== ${engine} ===\n`);
  const args = ['run', '--config', 'tests/vitest.config.ts', '--project', 'browser', ...files];
  const env = { ...process.env, ENGINE: engine, BRIEF: brief };
  return spawnSync(process.execPath, [vitest, ...args], { stdio: 'inherit', env }).status !== 0;
});
if (failed.length > 0) {
  process.stderr.write(`the browser tests failed in ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
