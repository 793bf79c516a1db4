// Many random starts of each activation, and what became of them: counted at build for a few, and in
// the worker for all when the reader asks.
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import type { PlanePoint } from '../../core/datasets.ts';
import type { OptimiserName } from '../../core/optimisers.ts';
import { trainerOf } from '../../training/named.ts';
import { type Outcome, outcomes } from '../../training/outcomes.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { activationNames, trialOptions, usual } from './settings.ts';

export interface TriedAtBuild {
  readonly activation: ActivationName;
  /** A digit for each start: its index in `outcomes`. */
  readonly codes: string;
}

export interface Row {
  readonly activation: ActivationName;
  readonly starts: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** The first start (from 1) that came out so. */
  readonly first: Readonly<Partial<Record<Outcome, number>>>;
}

interface Conditions {
  readonly optimiser: ReadonlySignal<OptimiserName>;
  readonly rate: ReadonlySignal<number>;
  readonly points: ReadonlySignal<readonly PlanePoint[]>;
}

function rowOf(activation: ActivationName, codes: readonly number[]): Row {
  const counts = { pending: 0, success: 0, stuck: 0, died: 0, bornDead: 0, diverged: 0 };
  const first: Partial<Record<Outcome, number>> = {};
  codes.forEach((code, i) => {
    const outcome = outcomes[code];
    counts[outcome]++;
    first[outcome] ??= i + 1;
  });
  return { activation, starts: codes.length, counts, first };
}

/** Not a model of its own: its signals and effects are its figure's. */
export function createTries(
  built: readonly TriedAtBuild[],
  { optimiser, rate, points }: Conditions,
  around: Surroundings,
) {
  /** Starts of each activation; '0' shows what was counted at build. */
  const starts = signal('0');
  const trainer = trainerOf('trials', around);
  const conditions = computed(() => ({
    optimiser: optimiser.value,
    rate: rate.value,
    points: points.value,
  }));
  const builtRows = built.map(({ activation, codes }) => rowOf(activation, [...codes].map(Number)));

  /** How often the reader has asked. */
  const asked = signal(0);
  let tried = { conditions: conditions.value, starts: '0', asked: 0 };
  effect(() => {
    const now = { conditions: conditions.value, starts: starts.value, asked: asked.value };
    untracked(() => {
      const same = now.starts === tried.starts && now.asked === tried.asked;
      if (same && now.conditions === tried.conditions) return;
      tried = now;
      // under other conditions the counts would be others
      if (same) starts.value = '0';
      if (same || now.starts === '0' || now.conditions.points.length === 0) trainer.dispose();
      else {
        trainer.start({
          activations: activationNames,
          seeds: Number(now.starts),
          options: trialOptions(now.conditions, now.conditions.points),
        });
        trainer.run();
      }
    });
  });
  effect(() => () => trainer.dispose());

  const live = computed(() => starts.value !== '0');
  const rows = computed<readonly Row[]>(() => {
    const seen = trainer.snapshot.value;
    const seeds = Number(starts.value);
    if (!live.value) return builtRows;
    return activationNames.map((activation, a) =>
      rowOf(
        activation,
        seen?.codes.length === seeds * activationNames.length
          ? Array.from(seen.codes.subarray(a * seeds, (a + 1) * seeds))
          : new Array<number>(seeds).fill(0),
      ),
    );
  });

  return {
    starts,
    rows,
    live,
    state: trainer.state,
    /** Settings the counts on show belong to. */
    conditions: computed(() => (live.value ? conditions.value : { ...usual, points: undefined })),
    count(next: number) {
      starts.value = String(next);
      asked.value++;
    },
    stop: () => trainer.pause(),
    resume: () => trainer.run(),
    look: (seen: boolean) => trainer.look(seen),
  };
}
