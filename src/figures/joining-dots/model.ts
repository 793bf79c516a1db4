// The chain through equidistant points of a curve: H neurons, no training. What it misses at most, and the
// two bounds of the theorem, for one number of pieces and for all.
import { computed, createModel, signal } from '@preact/signals';
import { curvature } from '../../core/approximation/curvature.ts';
import {
  curvatureBound,
  interpolateSeen,
  type Looks,
  lookAt,
} from '../../core/approximation/interpolation.ts';
import { targets } from '../../core/approximation/targets.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import { oneOf, wholeIn } from '../../ui/link.ts';

export const MOST_PIECES = 64;

/** Continuous targets, of which the theorem speaks: smooth ones, a kink, and an infinite slope. */
export const names = [
  'sine',
  'runge',
  'chirp',
  'bump',
  'weierstrass',
  'absolute',
  'squareRoot',
] as const;
export type Name = (typeof names)[number];

export const fields = { target: oneOf(names), pieces: wholeIn(1, MOST_PIECES) };

/** What a number of pieces comes to. */
export interface Reading {
  readonly pieces: number;
  readonly worst: number;
  readonly modulus: number;
  /** Undefined where f has no continuous second derivative. */
  readonly bound: number | undefined;
}

function read(name: Name, looks: Looks, pieces: number): Reading {
  const { worst, modulus } = interpolateSeen(looks, pieces);
  const most = curvature[name];
  const bound = most === undefined ? undefined : curvatureBound(most, looks.domain, pieces);
  return { pieces, worst: worst.error, modulus, bound };
}

export const JoiningDotsModel = createModel(() => {
  const target = signal<Name>('sine');
  const pieces = signal(8);

  const preset = computed(() => presetOf(target.value));
  /** One look at the curve for all numbers of pieces: looking is what takes the time. */
  const looks = computed(() => {
    const { value, domain } = targets[target.value];
    return lookAt(value, domain, MOST_PIECES);
  });
  const chain = computed(() => interpolateSeen(looks.value, pieces.value));
  const readings = computed<readonly Reading[]>(() =>
    Array.from({ length: MOST_PIECES }, (_, i) => read(target.value, looks.value, i + 1)),
  );
  return {
    target,
    pieces,
    preset,
    chain,
    readings,
    here: computed(() => readings.value[pieces.value - 1]),
    setTarget(next: Name) {
      target.value = next;
    },
    setPieces(next: number) {
      pieces.value = Math.max(1, Math.min(MOST_PIECES, Math.round(next)));
    },
  };
});
