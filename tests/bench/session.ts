// The side that asks: one session is one entry in a place of its own, a process here or a worker in
// a browser (browser.ts).

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import type { Reply, Request } from './host.ts';

export interface Session {
  readonly ask: (request: Request) => Promise<Reply>;
  readonly close: () => void | Promise<void>;
}

/** A place where entries can run. */
export interface Place {
  readonly name: 'node' | 'chromium';
  /** "Node 26.10.0". */
  readonly engine: string;
  /** Milliseconds an entry is to work in one round. */
  readonly slice: number;
  readonly start: (entry: string) => Promise<Session>;
  readonly close: () => void | Promise<void>;
}

const startProcess = async (entry: string): Promise<Session> => {
  const child = fork(await bundle(entry, 'process'), {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ask = (request: Request): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`${entry} ended while asked to ${request.ask}`));
      child.once('exit', ended);
      child.once('message', (reply: Reply) => {
        child.off('exit', ended);
        resolve(reply);
      });
      child.send(request);
    });
  return { ask, close: () => void child.kill() };
};

export const processes: Place = {
  name: 'node',
  engine: `Node ${process.versions.node}`,
  slice: 40,
  start: startProcess,
  close: () => {},
};
