// Workloads and entries side by side: first the same hundred steps, whose losses must agree; then
// warm-up; then rounds in which every entry makes one slice of steps, so that whatever else the
// machine does meets them all alike. Ratios and exponents are taken within a round.

import type { Measured, Measurement } from '../../src/site/benchmark/results.ts';
import type { Workload } from './contract.ts';
import type { Opened } from './host.ts';
import { lossAt, referenceLosses } from './reference.ts';
import type { Place, Session } from './session.ts';
import { workloadOf } from './workloads.ts';

/** Losses are compared so many times, each after so many steps more; a peer that updates after
 * every sample makes many updates a step, so fewer steps do. */
const COMPARISONS = 5;
const STEPS_BETWEEN = { exact: 20, other: 4 } as const;

const ROUNDS = 15;
/** An exponent hangs on the largest and the smallest workload alone: it takes more. */
const ROUNDS_OF_GROWTH = 45;
/** Milliseconds of work before anything is measured. */
const WARM_UP = 300;

interface Running extends Omit<Measured, 'rates'> {
  readonly id: string;
  readonly name: string;
  readonly session: Session;
  readonly rates: number[];
  slice: number;
}

const makeSteps = async (session: Session, count: number): Promise<number> => {
  const reply = await session.ask({ ask: 'steps', count });
  if (!('milliseconds' in reply)) throw new Error(JSON.stringify(reply));
  return reply.milliseconds;
};

const parametersOf = async (session: Session): Promise<readonly number[]> => {
  const reply = await session.ask({ ask: 'parameters' });
  if (!('parameters' in reply)) throw new Error(JSON.stringify(reply));
  return reply.parameters;
};

/** Makes the first steps and compares their losses. */
const compare = async (name: string, session: Session, opened: Opened, asked: Workload) => {
  const schedule = Int32Array.from(opened.work.schedule);
  const workload: Workload = { ...asked, ...opened.work, schedule };
  const losses = [lossAt(workload, await parametersOf(session))];
  let cold = opened.milliseconds;
  const every = STEPS_BETWEEN[opened.exact ? 'exact' : 'other'];
  for (let k = 0; k < COMPARISONS; k++) {
    cold += await makeSteps(session, every);
    losses.push(lossAt(workload, await parametersOf(session)));
  }
  const expected = referenceLosses(workload, every, every * COMPARISONS);
  const deviation = Math.max(...losses.map((loss, k) => Math.abs(loss / expected[k] - 1)));
  const agrees = deviation <= opened.tolerance;
  return {
    name,
    session,
    exact: opened.exact,
    losses,
    deviation,
    agrees,
    cold,
    rates: [],
    slice: 1,
  };
};

/** Warms the entry up and finds how many steps fill a slice. */
const warmUp = async (running: Running, slice: number): Promise<void> => {
  let spent = 0;
  for (let count = 1; spent < WARM_UP; ) {
    const milliseconds = await makeSteps(running.session, count);
    spent += milliseconds;
    running.slice = Math.max(1, Math.round((count * slice) / Math.max(milliseconds, 1)));
    count = Math.min(4 * count, running.slice);
  }
};

/** A measurement per workload, all in the same rounds. */
export const measure = async (
  place: Place,
  ids: readonly string[],
  names: readonly string[],
): Promise<Measurement[]> => {
  const absent: Record<string, Record<string, string>> = {};
  const runners: Running[] = [];
  const sessions: Session[] = [];
  try {
    for (const id of ids) {
      const workload = workloadOf(id);
      absent[id] = {};
      for (const name of names) {
        const session = await place.start(name);
        sessions.push(session);
        const reply = await session.ask({ ask: 'open', workload: id });
        if ('opened' in reply) {
          runners.push({ id, ...(await compare(name, session, reply.opened, workload)) });
        } else absent[id][name] = 'refused' in reply ? reply.refused : 'no answer';
      }
    }
    for (const running of runners) await warmUp(running, place.slice);
    const rounds = ids.length > 1 ? ROUNDS_OF_GROWTH : ROUNDS;
    for (let round = 0; round < rounds; round++) {
      for (let k = 0; k < runners.length; k++) {
        // a different one begins each round
        const running = runners[(k + round) % runners.length];
        const milliseconds = await makeSteps(running.session, running.slice);
        running.rates.push((1000 * running.slice) / milliseconds);
      }
    }
  } finally {
    for (const session of sessions) await session.close();
  }
  const date = new Date().toISOString().slice(0, 10);
  return ids.map((id) => {
    const entries = Object.fromEntries(
      runners
        .filter((running) => running.id === id)
        .map(({ id: _, name, session: __, slice: ___, ...measured }) => [name, measured]),
    );
    return { workload: id, engine: place.engine, date, entries, absent: absent[id] };
  });
};
