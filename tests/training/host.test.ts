import { describe, expect, it } from 'vitest';
import { createHost, SLICE } from '../../src/training/host.ts';
import type { FromWorker, SnapshotMessage, ToWorker } from '../../src/training/protocol.ts';
import { type CountInput, type CountSnapshot, counting } from './stage.ts';

/** A host whose steps take `cost` ms; `work()` lets it do one slice and gives the milliseconds it took. */
function hosted(cost: number) {
  const clock = { time: 0 };
  const answers: FromWorker[] = [];
  const handed: ArrayBuffer[] = [];
  let task: (() => void) | undefined;
  const handle = createHost(
    { counting: counting(clock, cost) },
    {
      post: (message, transfer) => {
        answers.push(message);
        handed.push(...transfer);
      },
      now: () => clock.time,
      later: (next) => {
        task = next;
      },
    },
  );
  const work = () => {
    const before = clock.time;
    const next = task;
    task = undefined;
    next?.();
    return clock.time - before;
  };
  const start = (
    until: number,
    log: { at: number; change: number }[] = [],
    input: CountInput = { from: 0 },
  ) => handle({ kind: 'start', run: 1, job: 'counting', input, log, until } satisfies ToWorker);
  return { clock, answers, handed, handle, work, start, idle: () => task === undefined };
}

describe('createHost', () => {
  it('answers a start at once, before any work', () => {
    const { start, answers, clock } = hosted(1);
    start(10);
    expect(answers).toMatchObject([{ kind: 'snapshot', run: 1, step: 0, ended: false }]);
    expect(clock.time).toBe(0);
  });

  it.each([0.001, 0.05, 0.7, 3])(
    'gives way to messages within 10 ms when a step takes %d ms, and works most of the time',
    (cost) => {
      const { start, work } = hosted(cost);
      start(Number.POSITIVE_INFINITY);
      const slices = Array.from({ length: 40 }, work);
      expect(Math.max(...slices)).toBeLessThanOrEqual(10 + cost);
      expect(Math.min(...slices)).toBeGreaterThanOrEqual(SLICE);
    },
  );

  it('stops at the step of a pause that arrives between slices', () => {
    const { start, work, handle, answers, idle } = hosted(1);
    start(Number.POSITIVE_INFINITY);
    work();
    handle({ kind: 'turn', run: 1, changes: [], until: 0 });
    const paused = answers.at(-1);
    work();
    work();
    expect(idle()).toBe(true);
    handle({ kind: 'turn', run: 1, changes: [], until: 0 });
    expect(answers.at(-1)).toEqual(paused);
  });

  it('does exactly the steps it may do', () => {
    const { start, work, handle, answers, idle } = hosted(0.01);
    start(1234);
    while (!idle()) work();
    handle({ kind: 'turn', run: 1, changes: [], until: 1234 });
    expect(answers.at(-1)).toMatchObject({ step: 1234, value: { total: 1234 } });
  });

  it('makes changes between two steps, and makes logged ones again at the same step', () => {
    const live = hosted(1);
    live.start(5);
    while (!live.idle()) live.work();
    live.handle({ kind: 'turn', run: 1, changes: [10], until: 9 });
    while (!live.idle()) live.work();
    live.handle({ kind: 'turn', run: 1, changes: [], until: 9 });

    const again = hosted(1);
    again.start(9, [{ at: 5, change: 10 }]);
    while (!again.idle()) again.work();
    again.handle({ kind: 'turn', run: 1, changes: [], until: 9 });
    expect(again.answers.at(-1)).toEqual(live.answers.at(-1));
    expect(again.answers.at(-1)).toMatchObject({ value: { total: 45 } });
  });

  it('gives way to messages in the midst of a step that is done in parts', () => {
    const { start, work, handle, answers } = hosted(3);
    start(Number.POSITIVE_INFINITY, [], { from: 0, parts: 100 });
    const slices = Array.from({ length: 40 }, work);
    expect(Math.max(...slices)).toBeLessThanOrEqual(10 + 3);
    // 300 ms a step, in 40 slices of 9
    handle({ kind: 'turn', run: 1, changes: [], until: 0 });
    expect(answers.at(-1)).toMatchObject({ step: 1, value: { total: 1 } });
  });

  it('rests in the midst of a step and goes on with it', () => {
    const { start, work, handle, answers, idle, clock } = hosted(1);
    start(Number.POSITIVE_INFINITY, [], { from: 0, parts: 100 });
    work();
    handle({ kind: 'turn', run: 1, changes: [], until: 0 });
    expect(answers.at(-1)).toMatchObject({ step: 0, value: { total: 0 } });
    work();
    expect(idle()).toBe(true);
    handle({ kind: 'turn', run: 1, changes: [], until: 1 });
    while (!idle()) work();
    expect(clock.time).toBe(100);
    handle({ kind: 'turn', run: 1, changes: [], until: 1 });
    expect(answers.at(-1)).toMatchObject({ step: 1, value: { total: 1 } });
  });

  it('makes a change after the step it is in the midst of', () => {
    const live = hosted(1);
    live.start(Number.POSITIVE_INFINITY, [], { from: 0, parts: 30 });
    live.work();
    live.handle({ kind: 'turn', run: 1, changes: [10], until: 3 });
    expect(live.answers.at(-1)).toMatchObject({ step: 1, value: { total: 1 } });
    while (!live.idle()) live.work();
    live.handle({ kind: 'turn', run: 1, changes: [], until: 3 });

    const again = hosted(1);
    again.start(3, [{ at: 1, change: 10 }], { from: 0, parts: 30 });
    while (!again.idle()) again.work();
    again.handle({ kind: 'turn', run: 1, changes: [], until: 3 });
    expect(again.answers.at(-1)).toEqual(live.answers.at(-1));
    expect(again.answers.at(-1)).toMatchObject({ value: { total: 21 } });
  });

  it('finds what takes long to show at rest, answering with what there is meanwhile', () => {
    const { start, work, handle, answers, idle, clock } = hosted(1);
    start(0, [], { from: 3, doubling: 100 });
    expect(clock.time).toBeLessThanOrEqual(SLICE);
    expect(answers.at(-1)).toMatchObject({ behind: true, value: { doubled: undefined } });
    const slices: number[] = [];
    while (!idle()) slices.push(work());
    expect(Math.max(...slices)).toBeLessThanOrEqual(SLICE + 1);
    expect(clock.time).toBe(100);
    handle({ kind: 'turn', run: 1, changes: [], until: 0 });
    expect(answers.at(-1)).toMatchObject({ behind: false, value: { doubled: 6 } });
    expect(idle()).toBe(true);
  });

  it('finds it while steps go on too, in a part of its time and once an answer', () => {
    const { start, work, handle, answers, clock } = hosted(0.5);
    start(Number.POSITIVE_INFINITY, [], { from: 0, doubling: 20 });
    for (let i = 0; i < 40; i++) work();
    handle({ kind: 'turn', run: 1, changes: [], until: Number.POSITIVE_INFINITY });
    const { step, value } = answers.at(-1) as SnapshotMessage<CountSnapshot>;
    expect(value.doubled).toBeLessThan(2 * value.total);
    // 20 parts have been done between so many steps
    expect(clock.time).toBe(0.5 * (step + 20));
  });

  it('finds it of the step of a pause, not of one before', () => {
    const { start, work, handle, answers, idle } = hosted(1);
    start(Number.POSITIVE_INFINITY, [], { from: 0, doubling: 50 });
    for (let i = 0; i < 4; i++) work();
    handle({ kind: 'turn', run: 1, changes: [], until: 0 });
    while (!idle()) work();
    handle({ kind: 'turn', run: 1, changes: [], until: 0 });
    const { step } = answers.at(-1) as SnapshotMessage<CountSnapshot>;
    expect(answers.at(-1)).toMatchObject({ behind: false, value: { doubled: 2 * step } });
  });

  it('hands its buffers over', () => {
    const { start, handed, answers } = hosted(1);
    start(0);
    const [answer] = answers;
    expect(answer).toHaveProperty('value.buffer.buffer', handed[0]);
  });

  it('reports a run that throws and is ready for the next', () => {
    const { start, work, handle, answers } = hosted(1);
    start(9, [], { from: 0, throwsAt: 2 });
    work();
    expect(answers.at(-1)).toEqual({ kind: 'fault', run: 1, message: 'a step went wrong' });
    handle({ kind: 'start', run: 2, job: 'counting', input: { from: 7 }, log: [], until: 0 });
    expect(answers.at(-1)).toMatchObject({ kind: 'snapshot', run: 2, value: { total: 7 } });
  });

  it('names a job it does not know', () => {
    const { handle, answers } = hosted(1);
    handle({ kind: 'start', run: 1, job: 'toString', input: {}, log: [], until: 0 });
    expect(answers).toEqual([{ kind: 'fault', run: 1, message: 'no job of that name: toString' }]);
  });
});
