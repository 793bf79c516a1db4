// The full form of the figure: any target, looked into unit by unit.
import { computed, createModel, effect, signal, untracked } from '@preact/signals';
import { targets } from '../../core/approximation/targets.ts';
import { laboratory } from '../../training/laboratory-surroundings.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { createApproximation, type Poster } from './model.ts';
import type { Problem } from './problem.ts';
import { TargetModel } from './target/model.ts';
import type { Pane } from './target/pane.ts';
import { curveOf, denseOf, type Sampled, type Target } from './target/target.ts';

/** Room above and below the pane of a target, as a share of its height. */
export const PANE_ROOM = 0.06;

function drawnOf(sampled: Sampled, { range }: Pane): Omit<Problem, 'dense'> {
  const { samples, target } = sampled;
  const room = (range[1] - range[0]) * PANE_ROOM;
  return {
    samples,
    value: curveOf(sampled),
    jumps: target.kind === 'preset' ? targets[target.name].jumps : [],
    window: [range[0] - room, range[1] + room],
  };
}

export const LabModel = createModel((poster: Poster, around: Surroundings = laboratory) => {
  const { start } = poster;
  const first: Target = { kind: 'preset', name: start.target };
  const targeting = new TargetModel(first);
  /** The target a link holds: the latest one that can be typed, drawn or read. */
  const target = signal<Target>(targeting.target.peek());
  /** The target that is trained on; a stroke under way is not. */
  const settled = signal(targeting.sampled.peek());
  const problem = computed(() => ({
    ...drawnOf(settled.value, targeting.pane.peek()),
    dense: denseOf(settled.value),
  }));
  const drawn = computed(() => ({
    ...drawnOf(targeting.sampled.value, targeting.pane.value),
    dense: problem.value.dense,
  }));
  const posted = problem.peek();
  const atStart = settled.peek();
  const shared = computed(() => (settled.value === atStart ? posted : problem.value));
  /** A formula from a link has to wait for its reader; one that cannot be read leaves the target as it is. */
  const ready = computed(
    () =>
      targeting.sampled.value.target === targeting.target.value ||
      targeting.formula.fault.value !== undefined,
  );
  const approximation = createApproximation(
    { problem: shared, start, poster, posted, ready },
    around,
  );

  /** The unit looked at, counted from 1 by the places of the bends; 0: none. */
  const unit = signal(0);
  /** Whether the guaranteed band is drawn. */
  const band = signal(false);

  let byReader = false;
  effect(() => {
    const now = targeting.target.value;
    const sampled = targeting.sampled.value;
    const busy = targeting.hand.busy.value;
    untracked(() => {
      if (now !== target.value) {
        byReader = true;
        target.value = now;
      }
      if (busy || sampled.target !== now || sampled === settled.value) return;
      if (!byReader) settled.value = sampled;
      else
        approximation.afresh(() => {
          settled.value = sampled;
        });
      byReader = false;
    });
  });
  // a link or a reset
  effect(() => {
    const wanted = target.value;
    untracked(() => {
      if (wanted !== targeting.target.value) targeting.target.value = wanted;
    });
  });

  return {
    ...approximation,
    target,
    targeting,
    problem: shared,
    drawn,
    unit,
    band,
    look(seen: boolean) {
      approximation.look(seen);
    },
    chooseUnit(next: number) {
      unit.value = next;
    },
    setBand(next: boolean) {
      band.value = next;
    },
  };
});

export type Lab = InstanceType<typeof LabModel>;
