// The network of a tab: the inspector's reports as BiDi's events, and requests held until they are let go.

import type { Json } from './inspector.ts';
import type { Emit, Tab } from './tab.ts';

interface Request {
  readonly id: string;
  readonly url: string;
  readonly navigation: string | null;
  readonly params: Json;
  announced: boolean;
  response: Json;
}

const headersOf = (headers: unknown) =>
  Object.entries((headers ?? {}) as Record<string, string>).map(([name, value]) => ({
    name,
    value: { type: 'string', value },
  }));

export class Network {
  readonly #tab: Tab;
  readonly #emit: Emit;
  readonly #requests = new Map<string, Request>();
  #intercepts: readonly string[] = [];
  #enabled = false;

  constructor(tab: Tab, emit: Emit) {
    this.#tab = tab;
    this.#emit = emit;
  }

  /** The names of BiDi's intercepts in force; any of them holds every request. */
  async intercept(names: readonly string[]) {
    this.#intercepts = names;
    await this.updateInterception();
  }

  async updateInterception(page?: Parameters<Tab['send']>[2]) {
    const enabled = this.#intercepts.length > 0;
    const send = (method: string, params: Json) => this.#tab.send(method, params, page);
    // WebKit counts it an error to ask for what is so; a new page begins without
    if (!page && enabled === this.#enabled) return;
    this.#enabled = enabled;
    if (!enabled) {
      if (!page) await send('Network.setInterceptionEnabled', { enabled });
      return;
    }
    await send('Network.setInterceptionEnabled', { enabled });
    await send('Network.addInterception', { url: '.*', stage: 'request', isRegex: true });
    await send('Network.setResourceCachingDisabled', { disabled: true });
  }

  event(method: string, params: Json) {
    const id = String(params['requestId']);
    const request = this.#requests.get(id);
    if (method === 'Network.requestWillBeSent') this.#begin(id, params);
    else if (method === 'Network.requestIntercepted' && request) this.#announce(request, true);
    else if (method === 'Network.responseReceived' && request) {
      this.#announce(request, false);
      request.response = params['response'] as Json;
      this.#emit('network.responseStarted', this.#told(request));
    } else if (method === 'Network.loadingFinished' && request) {
      this.#requests.delete(id);
      this.#emit('network.responseCompleted', this.#told(request));
    } else if (method === 'Network.loadingFailed' && request) {
      this.#requests.delete(id);
      this.#announce(request, false);
      const errorText = params['canceled'] ? 'NS_BINDING_ABORTED' : params['errorText'];
      this.#emit('network.fetchError', { ...this.#told(request), errorText });
      if (request.navigation && !request.response['status']) this.#tab.failNavigation();
    }
  }

  #begin(id: string, params: Json) {
    const { url } = params['request'] as { url: string };
    const document = params['type'] === 'Document' && !params['redirectResponse'];
    const request: Request = {
      id,
      url,
      navigation: document ? this.#tab.startNavigation(url) : null,
      params,
      announced: false,
      response: {},
    };
    this.#requests.set(id, request);
    // a held request is told of when it is held
    if (this.#intercepts.length === 0) this.#announce(request, false);
  }

  #announce(request: Request, held: boolean) {
    if (request.announced) return;
    request.announced = true;
    this.#emit('network.beforeRequestSent', {
      ...this.#told(request),
      initiator: { type: 'other' },
      isBlocked: held,
      ...(held && { intercepts: this.#intercepts }),
    });
  }

  #told({ id, url, navigation, params, response }: Request): Json {
    const { method, headers } = params['request'] as Json;
    const { status = 0, statusText = '', mimeType = '' } = response;
    const destinations: Record<string, string> = { Document: 'document', Script: 'script' };
    const requestTime = Date.now();
    return {
      context: this.#tab.context,
      navigation,
      redirectCount: 0,
      timestamp: requestTime,
      request: {
        request: id,
        url,
        method,
        headers: headersOf(headers),
        cookies: [],
        headersSize: 0,
        bodySize: 0,
        destination: destinations[String(params['type'])] ?? '',
        initiatorType: null,
        timings: { requestTime, responseEnd: requestTime },
      },
      response: {
        url,
        status,
        statusText,
        mimeType,
        protocol: 'http/1.1',
        fromCache: false,
        headers: headersOf(response['headers']),
        headersSize: 0,
        bodySize: 0,
        content: { size: 0 },
      },
    };
  }

  /** Lets a held request go, ends it, or answers it; true if it was one of this tab's. */
  async settle(method: string, params: Json): Promise<boolean> {
    const requestId = String(params['request']);
    if (!this.#requests.has(requestId)) return false;
    if (method === 'network.continueRequest') {
      await this.#tab.send('Network.interceptContinue', { requestId, stage: 'request' });
    } else if (method === 'network.failRequest') {
      const failure = { requestId, errorType: 'General' };
      await this.#tab.send('Network.interceptRequestWithError', failure);
    } else {
      const list = (params['headers'] ?? []) as { name: string; value: { value: string } }[];
      const headers = Object.fromEntries(list.map(({ name, value }) => [name, value.value]));
      const type = list.find(({ name }) => name.toLowerCase() === 'content-type')?.value.value;
      const body = params['body'] as { value: string } | undefined;
      await this.#tab.send('Network.interceptRequestWithResponse', {
        requestId,
        content: body?.value ?? '',
        base64Encoded: true,
        mimeType: type?.split(';')[0] ?? 'text/plain',
        status: Number(params['statusCode'] ?? 200),
        statusText: String(params['reasonPhrase'] ?? ''),
        headers,
      });
    }
    return true;
  }
}
