// Run before the browser tests: makes sure there is a browser, or says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';

const run = (command: string, args: readonly string[]) => {
  process.stdout.write(`no browser found; trying: ${command} ${args.join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
};

const installers: readonly (() => boolean)[] = [
  () => run('npx', ['playwright-core', 'install', '--only-shell', 'chromium']),
  () =>
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']),
];

if (process.env['CHROME_PATH'] && !findBrowser()) {
  process.stderr.write('CHROME_PATH is set, but there is no file at that place\n');
  process.exit(1);
}
if (!findBrowser() && !installers.some((install) => install() && findBrowser())) {
  process.stderr.write(
    'The browser tests need Chromium, Chrome or Edge. Install one of them,\n' +
      'or set CHROME_PATH to the program, and run the tests again.\n',
  );
  process.exit(1);
}
process.stdout.write(`browser: ${findBrowser()}\n`);
