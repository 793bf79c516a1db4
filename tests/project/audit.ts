// Asks the registry whether any package the project uses has a known weakness. Says so where it
// cannot ask: a registry that does not answer is no fault of the project, and no clean bill either.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { verdictOf } from './audit-verdict.ts';

const { stdout, error } = spawnSync('npm', ['audit', '--json'], {
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const { text, failed } = verdictOf(error ? '' : stdout);
console.info(text);
if (failed) process.exitCode = 1;
