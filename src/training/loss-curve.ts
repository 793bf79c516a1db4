// The losses of a run of any length in a fixed room: every stride-th is kept, and the stride doubles
// when the room is full. A function of the losses alone, so build, tests and worker agree.

/** Losses kept at most. */
export const ROOM = 256;

export interface LossCurve {
  /** losses[i] is the loss at step i·stride. */
  readonly losses: Float64Array;
  readonly stride: number;
}

/** Collects losses step after step, from step 0. */
export function createLossCurve() {
  const kept = new Float64Array(ROOM);
  let count = 0;
  let stride = 1;
  return {
    add(step: number, loss: number): void {
      if (step % stride !== 0) return;
      if (count === ROOM) {
        for (let i = 0; i < ROOM / 2; i++) kept[i] = kept[2 * i];
        count = ROOM / 2;
        stride *= 2;
        if (step % stride !== 0) return;
      }
      kept[count++] = loss;
    },
    /** The curve so far; the caller's own copy. */
    curve: (): LossCurve => ({ losses: kept.slice(0, count), stride }),
  };
}
