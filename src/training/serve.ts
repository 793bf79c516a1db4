// What the module of every worker does: hands messages to the host, and yields to them between slices.
// A message to oneself comes back sooner than any timer (nested timers wait 4 ms or more).
import { createHost } from './host.ts';
import type { Jobs } from './job.ts';
import type { ToWorker } from './protocol.ts';

/** The part of a worker's global scope used here; the page's types know only its window. */
interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
}

/**
 * Answers once `prepare` is through, if this is a worker. A page imports the module of its worker too, for its address
 * alone: a worker started from it shares the page's files, where one built by itself would carry the core
 * a second time.
 */
export function serve(jobs: Jobs, prepare: () => Promise<void>): void {
  if (typeof document !== 'undefined' || typeof postMessage !== 'function') return;
  const scope = globalThis as unknown as Scope;
  const { port1, port2 } = new MessageChannel();
  let task: (() => void) | undefined;
  port1.onmessage = () => task?.();
  const handle = createHost(jobs, {
    post: (message, transfer) => scope.postMessage(message, transfer),
    now: () => performance.now(),
    later: (next) => {
      task = next;
      port2.postMessage(0);
    },
  });
  const prepared = prepare();
  scope.onmessage = (event) => {
    prepared.then(() => handle(event.data));
  };
}
