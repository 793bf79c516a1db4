// What runs in the page to answer WebDriver BiDi's script commands: it keeps the objects that are
// referred to by handle, and writes values as BiDi's remote values. Sent to the page as source, so it
// refers to nothing outside itself.

/** A value as BiDi writes it, either way. */
export interface RemoteValue {
  readonly type?: string;
  readonly value?: unknown;
  readonly handle?: string;
  readonly sharedId?: string;
}

export function createAgent(prefix: string) {
  const handles = new Map<string, unknown>();
  let last = 0;

  const keep = (value: unknown): string => {
    const handle = `${prefix}.${++last}`;
    handles.set(handle, value);
    return handle;
  };

  const local = (given: RemoteValue): unknown => {
    const handle = given.handle ?? given.sharedId;
    if (handle !== undefined) {
      if (!handles.has(handle)) throw new Error('no such handle');
      return handles.get(handle);
    }
    const { type, value } = given;
    if (type === 'null') return null;
    if (type === 'number') return Number(value);
    if (type === 'bigint') return BigInt(value as string);
    if (type === 'date') return new Date(value as string);
    if (type === 'regexp') {
      const { pattern, flags } = value as { pattern: string; flags: string };
      return new RegExp(pattern, flags);
    }
    if (type === 'array') return (value as RemoteValue[]).map(local);
    if (type === 'object') {
      const object: Record<string, unknown> = {};
      for (const [key, item] of value as [string | RemoteValue, RemoteValue][]) {
        object[typeof key === 'string' ? key : String(local(key))] = local(item);
      }
      return object;
    }
    return value; // string, boolean, undefined
  };

  const kindOf = (value: object): string => {
    if (value instanceof Node) return 'node';
    if (value === window) return 'window';
    if (Array.isArray(value)) return 'array';
    if (typeof value === 'function') return 'function';
    if (value instanceof Error) return 'error';
    return value instanceof Promise ? 'promise' : 'object';
  };

  /** `handed`: by handle, without what is inside; else whole, without a handle. */
  const remote = (value: unknown, handed: boolean): RemoteValue => {
    if (value === undefined) return { type: 'undefined' };
    if (value === null) return { type: 'null' };
    if (typeof value === 'number') {
      const plain = Number.isFinite(value) && !Object.is(value, -0);
      return { type: 'number', value: plain ? value : Object.is(value, -0) ? '-0' : `${value}` };
    }
    if (typeof value === 'bigint') return { type: 'bigint', value: `${value}` };
    if (typeof value === 'symbol') return { type: 'symbol' };
    if (typeof value !== 'object' && typeof value !== 'function') {
      return { type: typeof value, value };
    }
    const type = kindOf(value);
    if (type === 'node') {
      const handle = keep(value);
      return { type, handle, sharedId: handle, value: { localName: (value as Element).localName } };
    }
    if (handed) return { type, handle: keep(value) };
    if (type === 'array') {
      return { type, value: (value as unknown[]).map((item) => remote(item, false)) };
    }
    if (type !== 'object') return { type };
    const entries = Object.entries(value).map(([key, item]) => [key, remote(item, false)]);
    return { type, value: entries };
  };

  const failure = (error: unknown) => {
    const { name = 'Error', message = String(error), stack = '' } = (error ?? {}) as Error;
    return JSON.stringify({
      type: 'exception',
      exceptionDetails: { text: `${name}: ${message}\n${stack}` },
    });
  };
  const success = (value: unknown, handed: boolean) =>
    JSON.stringify({ type: 'success', result: remote(value, handed) });

  return {
    /** Calls and answers in JSON, at once or (where the result is a promise) later. */
    run(call: (...values: unknown[]) => unknown, given: RemoteValue[], handed: boolean) {
      try {
        const result = call(...given.map(local));
        return result instanceof Promise
          ? result.then((value) => success(value, handed), failure)
          : success(result, handed);
      } catch (error) {
        return failure(error);
      }
    },
    disown(names: string[]) {
      for (const name of names) handles.delete(name);
    },
  };
}
