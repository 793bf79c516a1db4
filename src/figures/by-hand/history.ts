// Undo and redo for a figure whose whole work is one value: every change of it is noticed, whoever made it,
// also a reset and a link. Changes of one gesture (a drag, one number typed) are one step.
import { batch, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';

const MOST = 100;

export interface HistoryOptions<Work> {
  readonly work: ReadonlySignal<Work>;
  readonly put: (work: Work) => void;
  /** Whether nothing is lost between the two, so that no step is needed. */
  readonly same: (a: Work, b: Work) => boolean;
  /** The state before a change as undo should bring it back. */
  readonly before: (old: Work, now: Work) => Work;
}

export function createHistory<Work>({ work, put, same, before }: HistoryOptions<Work>) {
  const past = signal<readonly Work[]>([]);
  const future = signal<readonly Work[]>([]);
  let last = work.peek();
  /** What the change under way is; the effect comes when the model's action is over. */
  let cause: { readonly gesture?: string | undefined; readonly restoring?: boolean } = {};
  let lastGesture: string | undefined;

  effect(() => {
    const now = work.value;
    untracked(() => {
      const old = last;
      const { gesture, restoring } = cause;
      last = now;
      cause = {};
      if (restoring || same(old, now)) return;
      future.value = [];
      if (gesture !== undefined && gesture === lastGesture) return;
      lastGesture = gesture;
      past.value = [...past.value.slice(-MOST + 1), before(old, now)];
    });
  });

  const restore = (from: typeof past, to: typeof past) => {
    const wanted = from.peek().at(-1);
    if (wanted === undefined) return;
    cause = { restoring: true };
    batch(() => {
      from.value = from.peek().slice(0, -1);
      to.value = [...to.peek(), before(work.peek(), wanted)];
      put(wanted);
    });
    lastGesture = undefined;
  };

  return {
    past,
    future,
    /** To be called before each change: which gesture it is part of, if any. */
    during(gesture?: string) {
      cause = { gesture };
    },
    /** The work as it was when the gesture began. */
    startOf: (name: string): Work =>
      (name === lastGesture ? past.peek().at(-1) : undefined) ?? work.peek(),
    /** What comes next is another gesture. */
    settle() {
      lastGesture = undefined;
    },
    undo: () => restore(past, future),
    redo: () => restore(future, past),
  };
}
