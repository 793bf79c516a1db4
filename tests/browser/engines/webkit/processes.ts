// Starts a screen (Xvfb), WebKitGTK's MiniBrowser and WebKitWebDriver, and speaks with both.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Driver } from './driver.ts';
import { Inspector } from './inspector.ts';

const children: ChildProcess[] = [];
const home = mkdtempSync(join(tmpdir(), 'webkit-'));
export const stop = () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

const start = (name: string, args: string[], env: NodeJS.ProcessEnv, out: 'ignore' | 'pipe') => {
  const child = spawn(process.env[name] ?? name, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe', out],
  });
  if (process.env['DEBUG']) child.stderr?.pipe(process.stderr);
  else child.stderr?.resume();
  children.push(child);
  return child;
};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
};

export const screenSize = [2000, 2400] as const;
// the screen says on its fourth channel which number it found free
const screen = start(
  'XVFB_PATH',
  ['-displayfd', '3', '-screen', '0', `${screenSize.join('x')}x24`, '-nolisten', 'tcp'],
  process.env,
  'pipe',
);
const [number] = await once(screen.stdio[3] as NodeJS.ReadableStream, 'data');
// the toolbar would keep windows from being as narrow as a phone
mkdirSync(join(home, 'gtk-3.0'));
writeFileSync(
  join(home, 'gtk-3.0/gtk.css'),
  '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }',
);
const port = await freePort();
const env = {
  ...process.env,
  DISPLAY: `:${String(number).trim()}`,
  XDG_CONFIG_HOME: home,
  XDG_DATA_HOME: home,
  XDG_CACHE_HOME: home,
  GDK_BACKEND: 'x11',
  NO_AT_BRIDGE: '1',
  // there is no graphics card to draw with, and drawing by an imitation of one is ten times slower
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_INSPECTOR_SERVER: `127.0.0.1:${port}`,
  ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
};
// a page that comes back whole tells no program so: the tests would wait for it to load
const pages = ['--automation', '--enable-page-cache=false'];
export const browser = start('MINIBROWSER_PATH', pages, env, 'ignore');
browser.on('exit', stop);
for (;;) {
  const socket = connect(port, '127.0.0.1');
  const open = await new Promise((resolve) => {
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
  });
  socket.destroy();
  if (open) break;
  await new Promise((resolve) => setTimeout(resolve, 50));
}
export const inspector = new Inspector(port);
const driverPort = await freePort();
const target = `127.0.0.1:${await inspector.leadDriver()}`;
start('WEBKIT_DRIVER_PATH', [`--port=${driverPort}`, `--target=${target}`], env, 'ignore');
export const driver = new Driver(driverPort);
export const capabilities = await driver.open();
await inspector.open();
/** The browser's own window, which is never closed. */
export const keeper = ((await driver.command('', 'GET', '/window/handles')) as string[])[0] ?? '';
/** The pages there are; the first is the browser's own. */
export const known = new Set([(await inspector.newPage(new Set())).id]);
