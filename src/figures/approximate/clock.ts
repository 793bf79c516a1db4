// The time a run has taken, counted by the frames it runs in.
import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Surroundings } from '../../training/surroundings.ts';

/** A frame counts for no more than this: the tab may have been away. */
const LONGEST_FRAME = 100;

interface Clock {
  readonly seconds: Signal<number>;
  readonly running: ReadonlySignal<boolean>;
}

export function countSeconds({ seconds, running }: Clock, around: Surroundings): void {
  effect(() => {
    if (!running.value) return;
    let last: number | undefined;
    let cancel = around.frame(function tick(now) {
      if (last !== undefined)
        seconds.value = seconds.peek() + Math.min(LONGEST_FRAME, now - last) / 1000;
      last = now;
      cancel = around.frame(tick);
    });
    return () => cancel();
  });
}
