// Makes sure that the browsers are here, or says what to install. One of the Chromium family must be;
// a run without Firefox or WebKit says so and goes on.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { engines } from './find.ts';
import type { EngineName } from './names.ts';

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
const isThere = (name: EngineName) => engines[name].find() !== undefined;

function run(command: string, args: readonly string[]): boolean {
  say(`trying: ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

/** Those of the browsers wanted that can be used. */
export function ensure(wanted: readonly EngineName[]): readonly EngineName[] {
  if (process.env['CHROME_PATH'] && !isThere('chromium')) {
    throw new Error('CHROME_PATH is set, but there is no file at that place');
  }
  const missing = wanted.filter((name) => !isThere(name));
  const packages = missing.flatMap((name) => engines[name].packages);
  if (packages.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`missing: ${missing.join(', ')}`);
    run('apt-get', ['update', '-qq']);
    const install = ['install', '-y', '-qq', '--no-install-recommends'];
    run('apt-get', [...install, ...packages]);
    const more = missing.flatMap((name) => engines[name].niceToHave ?? []);
    if (more.length > 0) run('apt-get', [...install, ...more]);
  }
  if (wanted.includes('chromium') && !isThere('chromium')) {
    run('npx', ['playwright-core', 'install', '--only-shell', 'chromium']);
    if (!isThere('chromium')) {
      throw new Error(`the browser tests need Chromium: ${engines.chromium.elsewhere}`);
    }
  }
  for (const name of wanted.filter((name) => !isThere(name))) {
    const { packages: names, elsewhere } = engines[name];
    say(`SKIPPED: the tests in ${name}, which is not here. To run them: ${elsewhere}`);
    say(`         (on Debian and Ubuntu: apt-get install ${names.join(' ')})`);
  }
  return wanted.filter(isThere);
}
