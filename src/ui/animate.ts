// A value that runs from one number to another with the screen's frames, and can be stopped.

/** Calls `set` once a frame, evenly from `from` to `to`, then `done`; returns what stops it. */
export function animate(
  from: number,
  to: number,
  milliseconds: number,
  set: (value: number) => void,
  done?: () => void,
): () => void {
  let start: number | undefined;
  let frame = 0;
  const tick = (now: number) => {
    start ??= now;
    const share = Math.min(1, (now - start) / milliseconds);
    set(from + (to - from) * share);
    if (share < 1) frame = requestAnimationFrame(tick);
    else done?.();
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}

/** Whether the reader asked for less motion; then show before and after, and nothing in between. */
export function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
