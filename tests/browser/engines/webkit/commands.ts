// WebDriver BiDi's commands, answered by the inspector's (what a page is and does) and the driver's
// (windows, mouse and keys).
import { randomUUID } from 'node:crypto';
import { wishesIn } from '../emulation.ts';
import type { RemoteValue } from './agent.ts';
import type { Json } from './inspector.ts';
import { capabilities, driver, stop } from './processes.ts';
import type { Tab } from './tab.ts';
import {
  closeTab,
  covered,
  covers,
  createTab,
  type Emit,
  forgets,
  intercepts,
  preloads,
  resize,
  tabs,
  type User,
  usersIn,
} from './windows.ts';

const tabOf = (params: Json): Tab => {
  const target = params['target'] as { context?: string } | undefined;
  const tab = tabs.get(String(params['context'] ?? target?.context));
  if (!tab) throw new Error('no such frame');
  return tab;
};
const intercept = () =>
  Promise.all(
    [...tabs.values()].map((tab) =>
      tab.network.intercept(
        [...intercepts].filter(([, scope]) => covers(scope, tab)).map(([name]) => name),
      ),
    ),
  );

export const commands: Readonly<Record<string, (params: Json, emit: Emit) => unknown>> = {
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
    const { context } = await createTab(String(userContext ?? 'default'), emit);
    return { context };
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
