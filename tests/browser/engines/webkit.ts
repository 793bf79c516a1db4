#!/usr/bin/env node
// WebKit as Playwright wants to see it. WebKitGTK speaks WebDriver and its own inspector protocol, but
// not the WebDriver BiDi that Playwright can drive a browser by. This program stands for the browser: it
// starts one (webkit/processes.ts), and answers BiDi's commands (webkit/commands.ts).
import { listen } from './socket.ts';
import { commands } from './webkit/commands.ts';
import type { Json } from './webkit/inspector.ts';
import { stop } from './webkit/processes.ts';
import type { Emit } from './webkit/windows.ts';

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
