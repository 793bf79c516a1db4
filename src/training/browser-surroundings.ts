// The browser as a trainer's surroundings, for any worker.
import type { FromWorker, ToWorker } from './protocol.ts';
import type { Surroundings } from './surroundings.ts';

/** Module workers of the page's own. Messages wait for a worker until it is there. */
export const surroundingsOf = (
  load: () => Promise<{ readonly address: string }>,
): Surroundings => ({
  connect(receive, died) {
    const waiting: ToWorker[] = [];
    let worker: Worker | undefined;
    let closed = false;
    load().then(({ address }) => {
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
});
