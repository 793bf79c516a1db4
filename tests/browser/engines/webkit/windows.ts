// The tabs there are, each in a window of its own, and what is wished for them.
import { createInterface } from 'node:readline';
import type { Wishes } from '../emulation.ts';
import type { RemoteValue } from './agent.ts';
import type { Json } from './inspector.ts';
import { browser, driver, inspector, keeper, known, screenSize, stop } from './processes.ts';
import { Tab } from './tab.ts';

/** What is wished for all tabs of a context. */
export interface User {
  wishes: Wishes;
  locale: string | undefined;
  viewport: { readonly width: number; readonly height: number };
}
const users = new Map<string, User>();
export const tabs = new Map<string, Tab>();

// Neither the inspector nor the driver tells that the process of a page has died: what waits for it would
// wait for ever. The browser says so in its log, not of which page; all end with it.
createInterface({ input: browser.stderr as NodeJS.ReadableStream }).on('line', (line) => {
  if (!line.includes('WebProcess CRASHED')) return;
  for (const tab of tabs.values()) tab.die('the process of the page has died');
  setTimeout(stop, 100);
});
/** Scripts to run before a page's own, by name, and the contexts or tabs they are for. */
export const preloads = new Map<string, { readonly script: string; readonly scope: Json }>();
export const intercepts = new Map<string, Json>();

export const covers = (scope: Json, tab: Tab) => {
  const listed = (name: string) => scope[name] as readonly string[] | undefined;
  if (listed('contexts')) return listed('contexts')?.includes(tab.context) === true;
  return listed('userContexts')?.includes(tab.userContext) ?? true;
};
export const covered = (scope: Json) => [...tabs.values()].filter((tab) => covers(scope, tab));
const userOf = (name: string): User => {
  const user = users.get(name) ?? {
    wishes: {},
    locale: undefined,
    viewport: { width: 1280, height: 900 },
  };
  users.set(name, user);
  return user;
};
export const usersIn = (scope: Json) =>
  ((scope['userContexts'] ?? []) as readonly string[]).map((name) => userOf(name));

/** Makes a window's page as large as wished. */
export async function resize(tab: Tab, { width, height }: User['viewport']) {
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

export type Emit = (method: string, params: Json) => void;
async function openTab(userContext: string, emit: Emit): Promise<Tab> {
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

let turn: Promise<unknown> = Promise.resolve();

/** A new tab, in a window of its own; one after the other. */
export function createTab(userContext: string, emit: Emit): Promise<Tab> {
  const made = turn.then(() => openTab(userContext, emit));
  turn = made.catch(() => {});
  return made;
}

export async function closeTab(tab: Tab) {
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
export async function forgets(tab: Tab): Promise<boolean> {
  const done = tab.run(forgetAll, [], false).then(
    ({ result }) => (result as RemoteValue | undefined)?.value === true,
    () => false,
  );
  const late = new Promise<false>((resolve) => setTimeout(resolve, 10_000, false));
  return Promise.race([done, late]);
}
