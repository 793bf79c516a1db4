#!/usr/bin/env node
// Firefox as Playwright wants to see it. Playwright speaks WebDriver BiDi to Firefox, but asks for one
// command that Firefox does not have yet (the colour scheme), and has no way to ask for others that
// Firefox can do (reduced motion, no script). This program stands for Firefox: it starts the real one
// (named by FIREFOX_PATH), hands every message on, and answers those itself, from Firefox's own settings.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Wishes, wishesIn } from './emulation.ts';
import { listen } from './socket.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly type?: string;
  readonly result?: Record<string, unknown>;
  readonly message?: string;
}

/** The contexts of users, or the tabs, that a command is about. */
interface Scope {
  readonly userContexts?: readonly string[];
  readonly contexts?: readonly string[];
}

const browser = spawn(
  process.env['FIREFOX_PATH'] ?? 'firefox',
  ['--remote-allow-system-access', ...process.argv.slice(2)],
  { stdio: ['ignore', 'inherit', 'pipe'] },
);
browser.on('exit', (code) => process.exit(code ?? 1));
process.on('SIGTERM', () => browser.kill());
const real = await new Promise<string>((resolve) => {
  createInterface({ input: browser.stderr }).on('line', (line) => {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address) resolve(address);
    else process.stderr.write(`${line}\n`);
  });
});

const address = await listen((send, path) => {
  const upstream = new WebSocket(real + path);
  const opened = new Promise((resolve) => upstream.addEventListener('open', resolve));
  const own = new Map<number, (answer: Message) => void>();
  let lastId = 2 ** 40; // Playwright counts from one
  const scriptless = new Set<string>();
  let chrome: Promise<string> | undefined;

  const ask = async (method: string, params: object): Promise<Record<string, unknown>> => {
    await opened;
    const id = lastId++;
    upstream.send(JSON.stringify({ id, method, params }));
    const answer = await new Promise<Message>((resolve) => own.set(id, resolve));
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
    return answer.result ?? {};
  };

  /** Runs an expression in Firefox's own window, where its settings are. */
  const configure = async (expression: string) => {
    chrome ??= ask('browsingContext.getTree', { 'moz:scope': 'chrome' }).then(
      ({ contexts }) => (contexts as { context: string }[])[0]?.context ?? '',
    );
    const target = { context: await chrome };
    const params = { expression, target, awaitPromise: false };
    const { type, exceptionDetails } = await ask('script.evaluate', params);
    if (type === 'exception') throw new Error(JSON.stringify(exceptionDetails));
  };

  const setting = (name: string, value: number) =>
    configure(`Services.prefs.setIntPref(${JSON.stringify(name)}, ${value})`);
  /** Sets a property of a tab's browsing context. */
  const ofTab = (tab: unknown, property: string) =>
    configure(
      `ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs')
        .NavigableManager.getBrowsingContextById(${JSON.stringify(tab)}).${property}`,
    );

  const grant = async (wishes: Wishes, scope: Scope) => {
    const { colorScheme, reducedMotion, forcedColors, media, javaScriptEnabled } = wishes;
    if (colorScheme !== undefined)
      await setting(
        'layout.css.prefers-color-scheme.content-override',
        colorScheme === 'dark' ? 0 : 1,
      );
    if (reducedMotion !== undefined)
      await setting('ui.prefersReducedMotion', reducedMotion === 'reduce' ? 1 : 0);
    if (forcedColors !== undefined)
      await setting('browser.display.document_color_use', forcedColors === 'active' ? 2 : 0);
    if (media !== undefined)
      for (const tab of scope.contexts ?? []) await ofTab(tab, `mediumOverride = '${media ?? ''}'`);
    if (javaScriptEnabled === false)
      for (const user of scope.userContexts ?? []) scriptless.add(user);
    return {};
  };

  /**
   * Makes a tab, without script where its context is to have none; not a window, whose frame of menus and
   * buttons takes longer than the page.
   */
  const create = async (params: { readonly userContext?: string }) => {
    const made = await ask('browsingContext.create', { ...params, type: 'tab' });
    if (scriptless.has(params.userContext ?? ''))
      await ofTab(made['context'], 'allowJavascript = false');
    return made;
  };

  /** The answer to what Firefox is not to be asked; undefined for all that goes to it as it is. */
  const substitute = ({ method, params = {} }: Message): Promise<object> | undefined => {
    if (method === 'browsingContext.create') return create(params);
    const { features, headers, ...scope } = params;
    if (method === 'emulation.setMediaFeaturesOverride') {
      const scheme = (features as Record<string, 'light' | 'dark' | null>)['prefers-color-scheme'];
      return grant({ colorScheme: scheme ?? 'light' }, scope);
    }
    const wishes = method === 'network.setExtraHeaders' ? wishesIn(headers) : undefined;
    return wishes && grant(wishes, scope);
  };

  /** Workers that wait to be told of: Firefox leaves out the address, the request that follows has it. */
  const nameless: Message[] = [];
  const tellOfWorker = ({ method, params = {} }: Message) => {
    const { destination, url } = (params['request'] ?? {}) as Record<string, string>;
    if (method !== 'network.beforeRequestSent' || destination !== 'worker') return;
    const worker = nameless.shift();
    if (!worker) return;
    send(JSON.stringify({ ...worker, params: { ...worker.params, origin: url } }));
  };

  upstream.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    const answer = message.id !== undefined && own.get(message.id);
    tellOfWorker(message);
    if (message.params?.['type'] === 'dedicated-worker') nameless.push(message);
    else if (!answer) send(String(data));
    if (!answer) return;
    own.delete(message.id ?? 0);
    answer(message);
  });
  upstream.addEventListener('close', () => process.exit(0));
  return {
    hear: async (text) => {
      const message = JSON.parse(text) as Message;
      const done = substitute(message);
      if (!done) {
        await opened;
        return upstream.send(text);
      }
      const { id } = message;
      await done.then(
        (result) => send(JSON.stringify({ type: 'success', id, result })),
        (error: Error) =>
          send(JSON.stringify({ type: 'error', id, error: 'unknown error', message: `${error}` })),
      );
    },
    end: () => browser.kill(),
  };
});
// the line Playwright waits for
process.stderr.write(`WebDriver BiDi listening on ${address}\n`);
