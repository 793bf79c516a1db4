// The side of the benchmark that holds one entry, in a process or a worker of its own: it is asked
// over messages to open a workload, to make steps, to show the parameters.

import type { Entry, Run, Workload } from './contract.ts';
import { workloadOf } from './workloads.ts';

/** What of a workload an entry may change; plain data, so that it can be sent. */
export type Work = Pick<
  Workload,
  'sizes' | 'hidden' | 'output' | 'optimiser' | 'learningRate' | 'batch' | 'updatesPerStep'
> & { readonly schedule: readonly number[] };

export type Request =
  | { readonly ask: 'open'; readonly workload: string }
  | { readonly ask: 'steps'; readonly count: number }
  | { readonly ask: 'parameters' };

export interface Opened {
  readonly tolerance: number;
  /** Is it the work asked for? */
  readonly exact: boolean;
  readonly work: Work;
  /** Milliseconds it took to make the network, libraries' own preparations included. */
  readonly milliseconds: number;
}

export type Reply =
  | { readonly refused: string }
  | { readonly opened: Opened }
  | { readonly milliseconds: number }
  | { readonly parameters: readonly number[] };

const workOf = (workload: Workload): Work => {
  const { sizes, hidden, output, optimiser, learningRate, batch, updatesPerStep } = workload;
  const schedule = [...workload.schedule];
  return { sizes, hidden, output, optimiser, learningRate, batch, updatesPerStep, schedule };
};

/** `now` is the clock, in milliseconds. */
export const createHost = (
  entry: Entry,
  now: () => number,
): ((request: Request) => Promise<Reply>) => {
  let run: Run | undefined;
  const open = async (id: string): Promise<Reply> => {
    const missing = entry.missing?.();
    if (missing) return { refused: missing };
    const asked = workloadOf(id);
    const accepted = entry.accept(asked);
    if (accepted === null) return { refused: 'not work it can do' };
    const from = now();
    run = await entry.create(accepted);
    const milliseconds = now() - from;
    const { tolerance } = entry;
    const opened = { tolerance, exact: accepted === asked, work: workOf(accepted), milliseconds };
    return { opened };
  };
  return async (request) => {
    if (request.ask === 'open') return open(request.workload);
    if (run === undefined) throw new Error('no workload is open');
    if (request.ask === 'parameters') return { parameters: Array.from(await run.parameters()) };
    const from = now();
    const own = await run.steps(request.count);
    return { milliseconds: own ?? now() - from };
  };
};
