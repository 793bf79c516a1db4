// √|x| by chains of equal pieces, and by networks whose kinks are where they are needed: what training the
// hidden layer is for.
import { computed, createModel, signal } from '@preact/signals';
import { evenChain } from '../../core/approximation/fixed-hidden.ts';
import { laboratory } from '../../training/laboratory-surroundings.ts';
import { createOptima, type OptimaPoster } from '../../training/optima.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import { flag, wholeIn } from '../../ui/link.ts';

export const WIDEST = 64;
export const START = 16;

export const fields = { width: wholeIn(1, WIDEST), close: flag };

const everyWidth = Array.from({ length: WIDEST }, (_, i) => i + 1);

export const RootModel = createModel((poster: OptimaPoster, around: Surroundings = laboratory) => {
  const width = signal(START);
  /** Whether the drawing shows the middle tenth only. */
  const close = signal(false);

  const preset = presetOf('squareRoot');
  const { samples } = preset;
  const optima = createOptima(
    { samples: signal(samples), width, posted: { samples, poster } },
    around,
  );
  const even = everyWidth.map((pieces) => [pieces, evenChain(samples, pieces).rms] as const);
  const free = everyWidth.map((units) => [units, poster.rms[units]] as const);
  return {
    width,
    close,
    preset: computed(() => preset),
    even: computed(() => even),
    free: computed(() => free),
    chain: computed(() => evenChain(samples, width.value)),
    /** w (H), b (H), a (H), c of the best network found, once it is there. */
    network: optima.parameters,
    here: computed(() => ({
      even: even[width.value - 1][1],
      free: free[width.value - 1][1],
      lowerBound: poster.lowerBounds[width.value],
    })),
    failed: optima.failed,
    setWidth(next: number) {
      width.value = Math.max(1, Math.min(WIDEST, Math.round(next)));
    },
    setClose(next: boolean) {
      close.value = next;
    },
    wake: optima.wake,
    look: optima.look,
  };
});
