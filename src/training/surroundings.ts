// What a trainer needs of the world around it, so that it can be tried without one.
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

/** A module worker of the page's own. Messages wait for it until it is there. */
export const browser: Surroundings = {
  connect(receive, died) {
    const waiting: ToWorker[] = [];
    let worker: Worker | undefined;
    let closed = false;
    import('./worker.ts').then(({ address }) => {
      if (closed) return;
      worker = new Worker(address, { type: 'module' });
      worker.onmessage = (event: MessageEvent<FromWorker>) => receive(event.data);
      worker.onerror = died;
      worker.onmessageerror = died;
      for (const message of waiting) worker.postMessage(message);
    }, died);
    return {
      post: (message) => {
        if (worker) worker.postMessage(message);
        else waiting.push(message);
      },
      close: () => {
        closed = true;
        worker?.terminate();
      },
    };
  },
  frame(task) {
    const id = requestAnimationFrame(task);
    return () => cancelAnimationFrame(id);
  },
};
