#!/usr/bin/env node
// WebKit as Playwright wants to see it. WebKitGTK speaks WebDriver and its own inspector protocol, but
// not the WebDriver BiDi that Playwright can drive a browser by. This program stands for the browser:
// it starts a screen (Xvfb), WebKitGTK's MiniBrowser and WebKitWebDriver, and answers BiDi's commands by
// the inspector's (what a page is and does) and the driver's (windows, mouse and keys).
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Wishes, wishesIn } from './emulation.ts';
import { listen } from './socket.ts';
import type { RemoteValue } from './webkit/agent.ts';
import { Driver } from './webkit/driver.ts';
import { Inspector, type Json } from './webkit/inspector.ts';
import { Tab } from './webkit/tab.ts';

const children: ChildProcess[] = [];
const home = mkdtempSync(join(tmpdir(), 'webkit-'));
const stop = () => {
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

const screenSize = [2000, 2400] as const;
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
const browser = start('MINIBROWSER_PATH', pages, env, 'ignore');
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
const inspector = new Inspector(port);
const driverPort = await freePort();
const target = `127.0.0.1:${await inspector.leadDriver()}`;
start('WEBKIT_DRIVER_PATH', [`--port=${driverPort}`, `--target=${target}`], env, 'ignore');
const driver = new Driver(driverPort);
const capabilities = await driver.open();
await inspector.open();
const keeper = ((await driver.command('', 'GET', '/window/handles')) as string[])[0] ?? '';
const known = new Set([(await inspector.newPage(new Set())).id]);

/** What is wished for all tabs of a context. */
interface User {
  wishes: Wishes;
  locale: string | undefined;
  viewport: { readonly width: number; readonly height: number };
}
const users = new Map<string, User>();
const tabs = new Map<string, Tab>();

// Neither the inspector nor the driver tells that the process of a page has died: what waits for it would
// wait for ever. The browser says so in its log, not of which page; all end with it.
createInterface({ input: browser.stderr as NodeJS.ReadableStream }).on('line', (line) => {
  if (!line.includes('WebProcess CRASHED')) return;
  for (const tab of tabs.values()) tab.die('the process of the page has died');
  setTimeout(stop, 100);
});
/** Scripts to run before a page's own, by name, and the contexts or tabs they are for. */
const preloads = new Map<string, { readonly script: string; readonly scope: Json }>();
const intercepts = new Map<string, Json>();

const covers = (scope: Json, tab: Tab) => {
  const listed = (name: string) => scope[name] as readonly string[] | undefined;
  if (listed('contexts')) return listed('contexts')?.includes(tab.context) === true;
  return listed('userContexts')?.includes(tab.userContext) ?? true;
};
const covered = (scope: Json) => [...tabs.values()].filter((tab) => covers(scope, tab));
const tabOf = (params: Json): Tab => {
  const target = params['target'] as { context?: string } | undefined;
  const tab = tabs.get(String(params['context'] ?? target?.context));
  if (!tab) throw new Error('no such frame');
  return tab;
};
const userOf = (name: string): User => {
  const user = users.get(name) ?? {
    wishes: {},
    locale: undefined,
    viewport: { width: 1280, height: 900 },
  };
  users.set(name, user);
  return user;
};
const usersIn = (scope: Json) =>
  ((scope['userContexts'] ?? []) as readonly string[]).map((name) => userOf(name));

/** Makes a window's page as large as wished. */
async function resize(tab: Tab, { width, height }: User['viewport']) {
  const size = async () => {
    const { result } = await tab.send('Runtime.evaluate', {
      expression: '[innerWidth, innerHeight, outerWidth, outerHeight].join()',
    });
    return String((result as Json)['value'])
      .split(',')
      .map(Number);
  };
  for (let tries = 0; tries < 40; tries++) {
    const [innerWidth = 0, innerHeight = 0, outerWidth = 0, outerHeight = 0] = await size();
    if (innerWidth === width && innerHeight === height) return;
    if (tries % 10 === 0) {
      const whole = width + outerWidth - innerWidth;
      // Without a window manager the window under the screen's pointer has the focus. The pointer
      // rests in the middle of the screen; there it meets the toolbar, not the page.
      await driver.command(tab.window, 'POST', '/window/rect', {
        x: Math.round((screenSize[0] - whole) / 2),
        y: screenSize[1] / 2 - 5,
        width: whole,
        height: height + outerHeight - innerHeight,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the window cannot be ${width} by ${height}, it is ${await size()}`);
}

type Emit = (method: string, params: Json) => void;
let turn: Promise<unknown> = Promise.resolve();

async function createTab(userContext: string, emit: Emit): Promise<Tab> {
  const made = (await driver.command(keeper, 'POST', '/window/new', { type: 'window' })) as {
    handle: string;
  };
  const target = await inspector.newPage(known);
  known.add(target.id);
  const tab = new Tab({ inspector, target, window: made.handle, userContext, emit });
  const user = userOf(userContext);
  tab.wishes = user.wishes;
  tab.locale = user.locale;
  tab.preloads = () =>
    [...preloads.values()].filter(({ scope }) => covers(scope, tab)).map(({ script }) => script);
  tabs.set(tab.context, tab);
  tab.open();
  await tab.ready;
  await resize(tab, user.viewport);
  const { context, url } = tab;
  emit('browsingContext.contextCreated', {
    context,
    userContext,
    url,
    children: null,
    parent: null,
    originalOpener: null,
    clientWindow: tab.window,
  });
  tab.announceRealm();
  return tab;
}

async function closeTab(tab: Tab) {
  tabs.delete(tab.context);
  await driver.command(tab.window, 'DELETE', '/window').catch(() => {});
  driver.forget();
  tab.close();
}

/** Leaves nothing behind for the next context: they share the browser's storage. True if that is done. */
const forgetAll = `async () => {
  try { localStorage.clear(); sessionStorage.clear(); } catch {}
  try { for (const key of await caches.keys()) await caches.delete(key); } catch {}
  // one that is unregistered lives on while it is used, and is taken up again by who comes soon after
  try { return (await navigator.serviceWorker.getRegistrations()).length === 0; } catch {}
  return true;
}`;

/** Whether a page has forgotten; one that is busy for ever, or is just being left, does not. */
async function forgets(tab: Tab): Promise<boolean> {
  const done = tab.run(forgetAll, [], false).then(
    ({ result }) => (result as RemoteValue | undefined)?.value === true,
    () => false,
  );
  const late = new Promise<false>((resolve) => setTimeout(resolve, 10_000, false));
  return Promise.race([done, late]);
}

const intercept = () =>
  Promise.all(
    [...tabs.values()].map((tab) =>
      tab.network.intercept(
        [...intercepts].filter(([, scope]) => covers(scope, tab)).map(([name]) => name),
      ),
    ),
  );

const commands: Readonly<Record<string, (params: Json, emit: Emit) => unknown>> = {
  'session.new': () => ({
    sessionId: randomUUID(),
    capabilities: { ...capabilities, userAgent: 'WebKitGTK' },
  }),
  'browser.createUserContext': () => ({ userContext: randomUUID() }),
  'browser.close': () => {
    setTimeout(stop, 10);
    return {};
  },
  'browser.removeUserContext': async ({ userContext }) => {
    for (const tab of covered({ userContexts: [userContext] })) {
      // what a page cannot forget ends with its browser alone
      if (!(await forgets(tab))) setTimeout(stop, 100);
      await closeTab(tab);
    }
  },
  'browsingContext.create': async ({ userContext }, emit) => {
    const made = turn.then(() => createTab(String(userContext ?? 'default'), emit));
    turn = made.catch(() => {});
    return { context: (await made).context };
  },
  'browsingContext.close': (params) => closeTab(tabOf(params)),
  'browsingContext.navigate': (params) => tabOf(params).navigate(String(params['url'])),
  'browsingContext.reload': async (params) => {
    const tab = tabOf(params);
    const navigation = tab.startNavigation(tab.url);
    await tab.send('Page.reload');
    return { navigation, url: tab.url };
  },
  'browsingContext.traverseHistory': async (params) => {
    await tabOf(params).run(`() => { history.go(${Number(params['delta'])}); }`, [], false);
  },
  'browsingContext.setViewport': async (params) => {
    const viewport = params['viewport'] as User['viewport'];
    for (const user of usersIn(params)) user.viewport = viewport;
    if (params['context']) await resize(tabOf(params), viewport);
  },
  'browsingContext.captureScreenshot': async (params) => {
    const clip = params['clip'] as Json;
    const { dataURL } = await tabOf(params).send('Page.snapshotRect', {
      x: clip['x'],
      y: clip['y'],
      width: clip['width'],
      height: clip['height'],
      coordinateSystem: params['origin'] === 'document' ? 'Page' : 'Viewport',
    });
    return { data: String(dataURL).split(',')[1] };
  },
  'emulation.setMediaFeaturesOverride': async (params) => {
    const features = params['features'] as Record<string, 'light' | 'dark' | null>;
    const colorScheme = features['prefers-color-scheme'] ?? 'light';
    for (const user of usersIn(params)) user.wishes = { ...user.wishes, colorScheme };
    for (const tab of covered(params)) await tab.emulate({ colorScheme });
  },
  'emulation.setLocaleOverride': (params) => {
    for (const user of usersIn(params)) user.locale = String(params['locale']);
    return {};
  },
  'network.setExtraHeaders': async (params) => {
    const wishes = wishesIn(params['headers']) ?? {};
    for (const user of usersIn(params)) user.wishes = { ...user.wishes, ...wishes };
    for (const tab of covered(params)) await tab.emulate(wishes);
  },
  'network.addIntercept': async (params) => {
    const name = randomUUID();
    if ((params['phases'] as readonly string[]).includes('beforeRequestSent')) {
      intercepts.set(name, params);
      await intercept();
    }
    return { intercept: name };
  },
  'network.removeIntercept': async (params) => {
    intercepts.delete(String(params['intercept']));
    await intercept();
  },
  'network.addDataCollector': () => ({ collector: randomUUID() }),
  'script.addPreloadScript': async (params) => {
    const name = randomUUID();
    preloads.set(name, { script: String(params['functionDeclaration']), scope: params });
    await Promise.all(covered(params).map((tab) => tab.updateBootstrap()));
    return { script: name };
  },
  'script.removePreloadScript': async (params) => {
    preloads.delete(String(params['script']));
    await Promise.all([...tabs.values()].map((tab) => tab.updateBootstrap()));
  },
  'script.evaluate': (params) =>
    tabOf(params).evaluate(String(params['expression']), params['resultOwnership'] === 'root'),
  'script.callFunction': (params) =>
    tabOf(params).run(
      String(params['functionDeclaration']),
      (params['arguments'] ?? []) as RemoteValue[],
      params['resultOwnership'] === 'root',
    ),
  'script.disown': (params) => tabOf(params).disown(params['handles'] as string[]),
  'input.performActions': async (params) => {
    const { actions } = params;
    await driver.command(tabOf(params).window, 'POST', '/actions', { actions });
  },
  'input.releaseActions': async (params) => {
    await driver.command(tabOf(params).window, 'DELETE', '/actions');
  },
};
for (const method of ['continueRequest', 'failRequest', 'provideResponse']) {
  const name = `network.${method}`;
  Object.assign(commands, {
    [name]: async (params: Json) => {
      for (const tab of tabs.values()) if (await tab.network.settle(name, params)) return;
    },
  });
}

/** Asked by Playwright of every browser, of no consequence here. */
const idle =
  /^(session\.subscribe|browser\.setDownloadBehavior|emulation\.setScreen\w+|network\.setCacheBehavior|browsingContext\.activate)$/;

const address = await listen((send) => {
  const emit: Emit = (method, params) => send(JSON.stringify({ type: 'event', method, params }));
  return {
    hear: async (text) => {
      const { id, method, params } = JSON.parse(text) as {
        id: number;
        method: string;
        params: Json;
      };
      try {
        const command = commands[method];
        if (!command && !idle.test(method)) throw new Error(`unknown command ${method}`);
        const result = (await command?.(params, emit)) ?? {};
        send(JSON.stringify({ type: 'success', id, result }));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        // Playwright shows the name of an error, not its message
        send(JSON.stringify({ type: 'error', id, error: message, message }));
      }
    },
    end: stop,
  };
});
// the line Playwright waits for
process.stderr.write(`WebDriver BiDi listening on ${address}\n`);
