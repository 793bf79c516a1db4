// What is on show, for words and numbers: they are read, not watched.
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Shown } from './fitting-options.ts';

/** Frames from one telling to the next, while a run goes on. */
const TOLD_EVERY = 6;

/** What is shown, of a run that goes on a few times a second, otherwise at once. */
export function createTold(
  shown: ReadonlySignal<Shown>,
  running: ReadonlySignal<boolean>,
): ReadonlySignal<Shown> {
  const told = signal(shown.peek());
  let untold = 0;
  effect(() => {
    const now = shown.value;
    const { step: before, parameters } = told.peek();
    const goesOn = now.step > before && now.parameters.length === parameters.length;
    if (running.value && goesOn && ++untold < TOLD_EVERY) return;
    untold = 0;
    told.value = now;
  });
  return told;
}
