// What a trainer needs of the world around it, so that it can be tried without one.
import { surroundingsOf } from './browser-surroundings.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

export interface Port {
  readonly post: (message: ToWorker) => void;
  readonly close: () => void;
}

export interface Surroundings {
  /** Makes a worker. `died`: it could not be loaded, or an error nobody caught ended it. */
  readonly connect: (receive: (message: FromWorker) => void, died: () => void) => Port;
  /** Calls back before the next frame is drawn, with the time in milliseconds; returns a canceller. */
  readonly frame: (task: (now: number) => void) => () => void;
}

/** The browser's, with the worker of the article's figures. */
export const browser: Surroundings = surroundingsOf(() => import('./worker.ts'));
