// The page's side of a run: what the worker does, seen as signals. The worker is made on first use,
// asked once a frame, kept from working while nobody looks, and brought back once if it dies: with
// the same input, changes and step, hence the same bits.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { AnyJob, ChangeOf, InputOf, SnapshotOf } from './job.ts';
import type { FromWorker, Logged, SnapshotMessage } from './protocol.ts';
import type { Port, Surroundings } from './surroundings.ts';

/** 'empty': nothing started. 'waiting': paused, or as far as it was asked to go. */
export type TrainerState = 'empty' | 'waiting' | 'running' | 'ended' | 'failed';

export interface Trainer<J extends AnyJob> {
  readonly state: ReadonlySignal<TrainerState>;
  readonly step: ReadonlySignal<number>;
  readonly snapshot: ReadonlySignal<SnapshotOf<J> | undefined>;
  /** The worker died and was replaced, with everything as it was. */
  readonly restarted: ReadonlySignal<boolean>;
  /** Why the run is 'failed': what it threw, or '' where the worker could not be kept alive. */
  readonly failure: ReadonlySignal<string>;
  /** Begins a run at its step 0; it waits there for one of the next two. */
  readonly start: (input: InputOf<J>) => void;
  /** Goes on, at `pace` steps a second or as fast as can be. */
  readonly run: (pace?: number) => void;
  /** Goes on to `step` as fast as can be, then waits. Steps already done stay done. */
  readonly runTo: (step: number) => void;
  readonly pause: () => void;
  readonly change: (change: ChangeOf<J>) => void;
  /** Whether anybody is looking: off screen and in hidden tabs a run rests, and goes on afterwards. */
  readonly look: (seen: boolean) => void;
  /** Ends the worker. A later `start` makes a new one. */
  readonly dispose: () => void;
}

/** Milliseconds of frames without an answer after which a worker that has answered before is dead. */
export const SILENCE = 10_000;
/** Milliseconds of frames a new run waits for a worker busy with a long step of the one before. */
export const PATIENCE = 50;
/** A frame later than this many milliseconds does not make up for the steps it missed. */
const LATE = 100;

/** A trainer of the job named `job`; nothing happens, and nothing is loaded, until it is started. */
export function createTrainer<J extends AnyJob>(job: string, around: Surroundings): Trainer<J> {
  type Change = ChangeOf<J>;
  const state = signal<TrainerState>('empty');
  const step = signal(0);
  const snapshot = signal<SnapshotOf<J> | undefined>(undefined);
  const restarted = signal(false);
  const failure = signal('');

  let port: Port | undefined;
  let begun: { readonly input: InputOf<J>; readonly log: Logged<Change>[] } | undefined;
  let run = 0;
  let seen = true;
  /** The step to go to, the steps a second, and the step the pace allows by now. */
  let goal = 0;
  let pace = Number.POSITIVE_INFINITY;
  let allowed = 0;
  /** A start and changes not sent yet; and the changes of each message not answered yet. */
  let fresh = false;
  let changes: Change[] = [];
  let inFlight: Change[][] = [];
  /** After a restart, what lies before this step has been seen already. */
  let shownTo = 0;
  let restarts = 0;
  let answered = false;
  let silence = 0;
  /** What is shown is not up to date yet. */
  let behind = false;
  let cancelFrame: (() => void) | undefined;
  let lastFrame: number | undefined;

  const send = () => {
    if (!begun || state.value === 'failed') return;
    port ??= around.connect(receive, died);
    const until = seen ? Math.max(shownTo, Math.min(goal, Math.floor(allowed))) : 0;
    silence = 0;
    if (fresh) {
      fresh = false;
      inFlight.push([]);
      port.post({ kind: 'start', run, job, input: begun.input, log: [...begun.log], until });
    } else {
      inFlight.push(changes);
      port.post({ kind: 'turn', run, changes, until });
      changes = [];
    }
  };
  const sendWhatIsNew = () => {
    if (inFlight.length === 0) send();
  };

  const receive = (message: FromWorker) => {
    answered = true;
    const made = inFlight.shift() ?? [];
    if (message.run === run && message.kind === 'fault') fail(message.message);
    else if (message.run === run && message.kind === 'snapshot') {
      begun?.log.push(...made.map((change) => ({ at: message.step, change })));
      show(message as SnapshotMessage<SnapshotOf<J>>);
    }
    if (fresh || changes.length > 0) sendWhatIsNew();
  };

  const show = (message: SnapshotMessage<SnapshotOf<J>>) => {
    if (fresh || message.step < shownTo) return;
    shownTo = 0;
    behind = message.behind;
    batch(() => {
      snapshot.value = message.value;
      step.value = message.step;
      if (changes.length > 0) return;
      if (message.ended) state.value = 'ended';
      else if (state.value === 'running' && message.step >= goal) state.value = 'waiting';
    });
    proceed();
  };

  const disconnect = () => {
    port?.close();
    port = undefined;
    inFlight = [];
    answered = false;
    behind = false;
  };

  const fail = (reason: string) => {
    disconnect();
    batch(() => {
      state.value = 'failed';
      failure.value = reason;
    });
  };

  /** Begins again on the way back to where the reader was. */
  const returnTo = (place: number) => {
    run++;
    fresh = true;
    shownTo = place;
  };

  const died = () => {
    if (begun) {
      const at = step.value;
      begun.log.push(...inFlight.flat().map((change) => ({ at, change })));
    }
    disconnect();
    if (restarts > 0) {
      fail('');
      return;
    }
    restarts++;
    restarted.value = true;
    returnTo(step.value);
    send();
    proceed();
  };

  const onFrame = (now: number) => {
    cancelFrame = undefined;
    const passed = Math.min(LATE, now - (lastFrame ?? now));
    lastFrame = now;
    if (pace === Number.POSITIVE_INFINITY) allowed = goal;
    else {
      const most = step.value + (pace * LATE) / 1000 + 1;
      allowed = Math.min(most, Math.max(allowed, step.value) + (pace * passed) / 1000);
    }
    // what it is busy with is wanted no longer: another begins the new run at once
    if (fresh && answered && silence > PATIENCE) disconnect();
    if (inFlight.length === 0) send();
    else if (answered) silence += passed;
    if (silence > SILENCE) died();
    proceed();
  };

  /** Keeps the frames coming while there is something to follow. */
  const proceed = () => {
    const following = state.value === 'running' || fresh || shownTo > 0 || behind;
    if (cancelFrame || !seen || !following) return;
    cancelFrame = around.frame(onFrame);
  };

  const go = (to: number, speed: number) => {
    if (!begun || state.value === 'ended') return;
    if (state.value === 'failed') returnTo(step.value);
    restarts = 0;
    goal = to;
    pace = speed;
    allowed = speed === Number.POSITIVE_INFINITY ? goal : step.value;
    lastFrame = undefined;
    state.value = 'running';
    sendWhatIsNew();
    proceed();
  };

  return {
    state,
    step,
    snapshot,
    restarted,
    failure,
    start(input) {
      begun = { input, log: [] };
      run++;
      fresh = true;
      changes = [];
      goal = 0;
      allowed = 0;
      shownTo = 0;
      restarts = 0;
      silence = 0;
      behind = false;
      batch(() => {
        state.value = 'waiting';
        step.value = 0;
        restarted.value = false;
        failure.value = '';
      });
      sendWhatIsNew();
      proceed();
    },
    run: (speed = Number.POSITIVE_INFINITY) => go(Number.POSITIVE_INFINITY, speed),
    runTo: (to) => go(to, Number.POSITIVE_INFINITY),
    pause() {
      if (state.value !== 'running') return;
      goal = 0;
      state.value = 'waiting';
      send();
    },
    change(change) {
      changes.push(change);
      if (state.value === 'ended') state.value = 'waiting';
      sendWhatIsNew();
    },
    look(next) {
      if (seen === next) return;
      seen = next;
      lastFrame = undefined;
      if (state.value !== 'running' && shownTo === 0 && !behind) return;
      send();
      proceed();
    },
    dispose() {
      cancelFrame?.();
      cancelFrame = undefined;
      disconnect();
      begun = undefined;
      state.value = 'empty';
    },
  };
}
