// One tab of WebKit, told in the words of WebDriver BiDi: what the inspector reports becomes BiDi's
// events, and BiDi's commands for a tab become the inspector's.
import { randomUUID } from 'node:crypto';
import type { Wishes } from '../emulation.ts';
import { createAgent, type RemoteValue } from './agent.ts';
import type { Inspector, Json, Target } from './inspector.ts';
import { Network } from './network.ts';

export type Emit = (method: string, params: Json) => void;

/** The page within a tab: the tab gets another when a navigation changes the process. */
interface Page {
  readonly id: string;
  agent: Promise<string> | undefined;
  /** What a page that is not yet the tab's has reported. */
  readonly early: (readonly [method: string, params: Json])[];
}

/** Begins the console messages by which the page reports its address. */
const mark = `address-${randomUUID()}:`;

/** As a reader's own act, and without stopping at what is thrown. */
const quietly = { doNotPauseOnExceptionsAndMuteConsole: true, emulateUserGesture: true };

export class Tab {
  readonly context = `tab-${randomUUID()}`;
  readonly userContext: string;
  readonly window: string;
  readonly target: Target;
  realm = randomUUID();
  navigation: string | null = null;
  url = 'about:blank';
  wishes: Wishes = {};
  locale: string | undefined;
  preloads: () => readonly string[] = () => [];
  readonly network: Network;
  readonly ready: Promise<void>;
  readonly #inspector: Inspector;
  readonly #emit: Emit;
  readonly #answers = new Map<
    number,
    { resolve: (result: Json) => void; reject: (error: Error) => void }
  >();
  #lastId = 0;
  #page: Page | undefined;
  readonly #provisional = new Map<string, Page>();
  #wanted: string | undefined;
  #arrived: () => void = () => {};

  constructor(given: {
    readonly inspector: Inspector;
    readonly target: Target;
    readonly window: string;
    readonly userContext: string;
    readonly emit: Emit;
  }) {
    this.#inspector = given.inspector;
    this.target = given.target;
    this.window = given.window;
    this.userContext = given.userContext;
    this.#emit = given.emit;
    this.network = new Network(this, given.emit);
    this.ready = new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  open() {
    this.#inspector.inspect(this.target, (message) => this.#hear(message));
    this.#tell('Target.setPauseOnStart', { pauseOnStart: true });
  }

  /** Nobody answers any more. */
  die(reason: string) {
    for (const { reject } of this.#answers.values()) reject(new Error(reason));
    this.#answers.clear();
  }

  close() {
    this.#inspector.leave(this.target);
    this.die('the tab was closed');
    this.#emit('browsingContext.contextDestroyed', {
      context: this.context,
      userContext: this.userContext,
      url: this.url,
      parent: null,
    });
  }

  /** A command to the page. */
  send(method: string, params: Json = {}, page = this.#page): Promise<Json> {
    if (!page) return Promise.reject(new Error('the tab has no page'));
    const id = ++this.#lastId;
    const answer = new Promise<Json>((resolve, reject) =>
      this.#answers.set(id, { resolve, reject }),
    );
    this.#tell('Target.sendMessageToTarget', {
      targetId: page.id,
      message: JSON.stringify({ id, method, params }),
    });
    return answer;
  }

  #tell(method: string, params: Json) {
    // their answers are of no interest, and their ids may not be those of commands to the page
    this.#inspector.tell(this.target, { id: ++this.#lastId, method, params });
  }

  #hear({ method, params = {} }: { method?: string; params?: Json }) {
    if (method === 'Target.targetCreated') {
      const info = params['targetInfo'] as {
        targetId: string;
        type: string;
        isProvisional?: boolean;
        isPaused?: boolean;
      };
      if (info.type !== 'page') return;
      const page: Page = { id: info.targetId, agent: undefined, early: [] };
      if (info.isProvisional) this.#provisional.set(page.id, page);
      else this.#page = page;
      this.#prepare(page)
        .catch(() => {}) // it may be gone already
        .then(() => {
          if (info.isPaused) this.#tell('Target.resume', { targetId: page.id });
          this.#arrived();
        });
    } else if (method === 'Target.didCommitProvisionalTarget') {
      const id = String(params['newTargetId']);
      const page = this.#provisional.get(id) ?? { id, agent: undefined, early: [] };
      this.#provisional.delete(id);
      this.#page = page;
      for (const [name, told] of page.early) this.#event(name, told);
    } else if (method === 'Target.dispatchMessageFromTarget') {
      const message = JSON.parse(String(params['message'])) as Json;
      if (message['id'] === undefined) {
        const told = [String(message['method']), (message['params'] ?? {}) as Json] as const;
        const early = this.#provisional.get(String(params['targetId']))?.early;
        if (early) early.push(told);
        else this.#event(...told);
        return;
      }
      const waiting = this.#answers.get(Number(message['id']));
      this.#answers.delete(Number(message['id']));
      const error = message['error'] as { message?: string } | undefined;
      if (error) waiting?.reject(new Error(error.message ?? 'the inspector refused'));
      else waiting?.resolve((message['result'] ?? {}) as Json);
    }
  }

  async #prepare(page: Page) {
    const enable = ['Page', 'Network', 'Console', 'Worker'];
    await Promise.all([
      ...enable.map((domain) => this.send(`${domain}.enable`, {}, page)),
      this.emulate(this.wishes, page),
      this.updateBootstrap(page),
      this.network.updateInterception(page),
    ]);
  }

  /** What runs before a page's own scripts: reports of the address, the locale, init scripts. */
  async updateBootstrap(page = this.#page) {
    const report = (prefix: string) => {
      if (window !== top) return;
      const tell = console.debug.bind(console);
      const now = () => tell(prefix + location.href);
      for (const name of ['pushState', 'replaceState'] as const) {
        const real = history[name];
        history[name] = function (...values) {
          real.apply(this, values);
          now();
        };
      }
      addEventListener('hashchange', now, true);
      addEventListener('popstate', now, true);
      now();
    };
    const speak = (locale: string) => {
      const set = (name: string, value: unknown) =>
        Object.defineProperty(Navigator.prototype, name, { get: () => value, configurable: true });
      set('language', locale);
      set('languages', [locale]);
    };
    const parts = [
      `(${report})(${JSON.stringify(mark)});`,
      this.locale && `(${speak})(${JSON.stringify(this.locale)});`,
      ...this.preloads().map((script) => `(${script})();`),
    ];
    await this.send('Page.setBootstrapScript', { source: parts.filter(Boolean).join('\n') }, page);
  }

  async emulate(wishes: Wishes, page = this.#page) {
    this.wishes = { ...this.wishes, ...wishes };
    const { colorScheme, reducedMotion, media, javaScriptEnabled } = this.wishes;
    const prefer = (name: string, value: string | undefined) =>
      this.send('Page.overrideUserPreference', { name, ...(value && { value }) }, page);
    await Promise.all([
      prefer('PrefersColorScheme', colorScheme === 'dark' ? 'Dark' : 'Light'),
      prefer('PrefersReducedMotion', reducedMotion === 'reduce' ? 'Reduce' : 'NoPreference'),
      this.send('Page.setEmulatedMedia', { media: media ?? '' }, page),
      this.send(
        'Page.overrideSetting',
        { setting: 'ScriptEnabled', value: javaScriptEnabled !== false },
        page,
      ),
    ]);
  }

  /** Goes to an address, as BiDi's browsingContext.navigate. */
  async navigate(url: string) {
    const [path, hash] = url.split('#');
    if (hash !== undefined && path === this.url.split('#')[0]) {
      await this.send('Page.navigate', { url });
      return { navigation: null, url };
    }
    const navigation = this.startNavigation(url);
    await this.send('Page.navigate', { url });
    return { navigation, url };
  }

  startNavigation(url: string): string {
    if (this.#wanted === url && this.navigation) return this.navigation;
    this.#wanted = url;
    const navigation = randomUUID();
    this.navigation = navigation;
    this.#emit('browsingContext.navigationStarted', this.#place({ navigation, url }));
    return navigation;
  }

  failNavigation() {
    const { navigation } = this;
    this.#wanted = undefined;
    this.#emit('browsingContext.navigationFailed', this.#place({ navigation, url: this.url }));
  }

  #place(more: Json): Json {
    return { context: this.context, timestamp: Date.now(), ...more };
  }

  #commit(frame: { readonly url: string; readonly parentId?: string }) {
    if (frame.parentId) return;
    const wanted = this.#wanted;
    this.url =
      wanted?.split('#')[0] === frame.url.split('#')[0] ? (wanted ?? frame.url) : frame.url;
    if (wanted === undefined) this.startNavigation(this.url);
    this.#wanted = undefined;
    if (this.#page) this.#page.agent = undefined;
    const { url, navigation } = this;
    this.#emit('script.realmDestroyed', { realm: this.realm });
    this.realm = randomUUID();
    this.announceRealm();
    this.#emit('browsingContext.navigationCommitted', this.#place({ navigation, url }));
  }

  announceRealm() {
    const { realm, context } = this;
    this.#emit('script.realmCreated', { realm, context, type: 'window', origin: 'null' });
  }

  #event(method: string, params: Json) {
    const { navigation, url } = this;
    if (method.startsWith('Network.')) this.network.event(method, params);
    else if (method === 'Page.frameNavigated') this.#commit(params['frame'] as { url: string });
    else if (method === 'Page.domContentEventFired')
      this.#emit('browsingContext.domContentLoaded', this.#place({ navigation, url }));
    else if (method === 'Page.loadEventFired')
      this.#emit('browsingContext.load', this.#place({ navigation, url }));
    else if (method === 'Console.messageAdded') this.#log(params['message'] as Json);
    else if (method === 'Worker.workerCreated') {
      const { workerId } = params;
      this.#emit('script.realmCreated', {
        realm: workerId,
        type: 'dedicated-worker',
        owners: [this.realm],
        origin: params['url'],
      });
      this.send('Worker.initialized', { workerId }).catch(() => {});
      const message = JSON.stringify({ id: 1, method: 'Console.enable' });
      this.send('Worker.sendMessageToWorker', { workerId, message }).catch(() => {});
    } else if (method === 'Worker.dispatchMessageFromWorker') {
      const inner = JSON.parse(String(params['message'])) as { method?: string; params?: Json };
      if (inner.method === 'Console.messageAdded') this.#log(inner.params?.['message'] as Json);
    } else if (method === 'Worker.workerTerminated')
      this.#emit('script.realmDestroyed', { realm: params['workerId'] });
  }

  #log({ source, level, text }: Json) {
    const words = String(text);
    if (words.startsWith(mark)) {
      const url = words.slice(mark.length);
      if (url === this.url) return;
      this.url = url;
      this.#emit('browsingContext.historyUpdated', this.#place({ url }));
      return;
    }
    const place = { source: { realm: this.realm, context: this.context }, timestamp: Date.now() };
    if (source === 'javascript' && level === 'error') {
      this.#emit('log.entryAdded', { type: 'javascript', level, text: words, ...place });
      return;
    }
    const method = level === 'warning' ? 'warn' : String(level);
    const args = [{ type: 'string', value: words }];
    this.#emit('log.entryAdded', { type: 'console', level, method, args, text: words, ...place });
  }

  /** Runs `call` (source of a function) in the page, on values as BiDi writes them. */
  async run(call: string, values: readonly RemoteValue[], handed: boolean): Promise<Json> {
    return this.#settled(
      await this.#askAgent(
        `function(values, handed) { return this.run((${call}), values, handed); }`,
        [{ value: values }, { value: handed }],
      ),
    );
  }

  /** Evaluates statements in the page; the answer is the value of the last. */
  async evaluate(expression: string, handed: boolean): Promise<Json> {
    const outcome = await this.send('Runtime.evaluate', { expression, ...quietly });
    if (outcome['wasThrown']) return this.#settled(outcome);
    const { objectId, value } = outcome['result'] as Json;
    return this.#settled(
      await this.#askAgent(
        'function(value, handed) { return this.run(() => value, [], handed); }',
        [objectId ? { objectId } : { value }, { value: handed }],
      ),
    );
  }

  async #askAgent(functionDeclaration: string, values: readonly Json[]): Promise<Json> {
    const page = this.#page;
    if (!page) throw new Error('the tab has no page');
    page.agent ??= this.send('Runtime.evaluate', {
      expression: `(${createAgent})(${JSON.stringify(randomUUID())})`,
      ...quietly,
    }).then(({ result }) => String((result as Json)['objectId']));
    return this.send('Runtime.callFunctionOn', {
      objectId: await page.agent,
      functionDeclaration,
      arguments: values,
      ...quietly,
    });
  }

  async #settled({ result, wasThrown }: Json): Promise<Json> {
    const { value, objectId, description } = result as Json;
    if (wasThrown) return { type: 'exception', exceptionDetails: { text: String(description) } };
    if (typeof value === 'string') return { ...JSON.parse(value), realm: this.realm } as Json;
    return this.#settled(
      await this.send('Runtime.awaitPromise', { promiseObjectId: objectId, returnByValue: true }),
    );
  }

  async disown(handles: readonly string[]) {
    if (!this.#page?.agent) return;
    await this.#askAgent('function(names) { this.disown(names); }', [{ value: handles }]);
  }
}
