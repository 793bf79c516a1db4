// The commands of WebDriver that the inspector has no equal to: windows, and a reader's hands.
import type { Json } from './inspector.ts';

export class Driver {
  readonly #server: string;
  #session = '';
  #window = '';
  #turn: Promise<unknown> = Promise.resolve();

  constructor(port: number) {
    this.#server = `http://127.0.0.1:${port}`;
  }

  /** Opens the session; returns its capabilities. */
  async open(): Promise<Json> {
    for (let tries = 0; ; tries++) {
      try {
        const { sessionId, capabilities } = (await this.#ask('POST', '/session', {
          capabilities: { alwaysMatch: { unhandledPromptBehavior: 'ignore' } },
        })) as { sessionId: string; capabilities: Json };
        this.#session = `/session/${sessionId}`;
        return capabilities;
      } catch (error) {
        // the driver takes a moment to listen
        if (tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** One command after another; `window` is switched to first. */
  command(window: string, method: string, path: string, body: object = {}): Promise<unknown> {
    const done = this.#turn.then(async () => {
      if (window && window !== this.#window) {
        await this.#ask('POST', `${this.#session}/window`, { handle: window });
        this.#window = window;
      }
      return this.#ask(method, this.#session + path, method === 'POST' ? body : undefined);
    });
    this.#turn = done.catch(() => {});
    return done;
  }

  /** The window commands go to is gone. */
  forget() {
    this.#window = '';
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(this.#server + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    const failure = value as { error?: string; message?: string } | null;
    if (!answer.ok) throw new Error(`${method} ${path}: ${failure?.error}: ${failure?.message}`);
    return value;
  }
}
