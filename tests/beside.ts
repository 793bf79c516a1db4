// Runs scripts of package.json beside each other, each one's words in one piece when it ends, and fails
// if one of them does: node tests/beside.ts script …
import { spawn } from 'node:child_process';

const run = (script: string) =>
  new Promise<string | undefined>((ended) => {
    const child = spawn('npm', ['run', '--silent', script], {
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => said.push(piece));
    }
    child.on('error', ({ message }) => said.push(Buffer.from(`${message}\n`)));
    child.on('close', (code) => {
      process.stdout.write(`\n=== ${script} ===\n`);
      process.stdout.write(Buffer.concat(said));
      ended(code === 0 ? undefined : script);
    });
  });

const failed = (await Promise.all(process.argv.slice(2).map(run))).filter((script) => script);
if (failed.length > 0) {
  process.stderr.write(`failed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
