// A network built by hand from blocks, with its error held against gradient descent and against the best of
// as many neurons.
import { batch, computed, createModel, signal } from '@preact/signals';
import { evaluator } from '../../core/approximation/evaluator.ts';
import { denseSamples } from '../../core/approximation/measure.ts';
import { type TargetName, targets } from '../../core/approximation/targets.ts';
import { laboratory } from '../../training/laboratory-surroundings.ts';
import { createOptima, type OptimaPoster } from '../../training/optima.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { widthsInput } from '../../training/widths-methods.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import { type Hint, hintFor } from './hint.ts';
import { BASE, type Grip, type Material, type PartName, type Values } from './kinds/kind.ts';
import { isSteep, type KindName, kinds } from './kinds/kinds.ts';
import { createMeasures } from './measures.ts';
import { createRival } from './rival.ts';
import { scoreOf } from './score.ts';
import { GENTLEST, postedWidths, rival, STEEPEST, type Start } from './settings.ts';
import { createWork, sameValues } from './work.ts';

export interface Poster {
  readonly start: Start;
  /** RMS of gradient descent with ReLUs on the first target, for the posted widths. */
  readonly descent: readonly number[];
  readonly optima: OptimaPoster;
}

/** How far places attract a block that is dragged. */
const SNAP = 0.025;
/** A hint looks at every fourth sample. */
const COARSE = 4;

const keyOf = (target: TargetName, activation: Material, units: number) =>
  `${target} ${activation} ${units}`;

export const ByHandModel = createModel((poster: Poster, around: Surroundings = laboratory) => {
  const { start } = poster;
  const target = signal<TargetName>(start.target);
  const kind = signal<KindName>(start.kind);
  const material = signal<Material>(start.material);
  const steepness = signal(start.steepness);
  const built = {
    kinks: signal(start.kinks),
    hats: signal(start.hats),
    steps: signal(start.steps),
    bumps: signal(start.bumps),
  };
  const best = signal(false);

  const wanted = signal(1);
  const hint = signal<Hint | 'none' | undefined>(undefined);
  let pointing = false;

  const posted = presetOf(start.target);
  const preset = computed(() => (target.value === start.target ? posted : presetOf(target.value)));
  const dense = computed(() =>
    denseSamples(targets[target.value].value, preset.value.samples, preset.value.samples.x.length),
  );

  const rules = computed(() => kinds[kind.value]);
  const values = computed(() => built[kind.value].value);
  const made = computed(() => ({ material: material.value, steepness: steepness.value }));
  const activation = computed<Material>(() => (isSteep(kind.value) ? material.value : 'relu'));
  const count = computed(() => rules.value.count(values.value));
  const hasBase = computed(() => rules.value.hasBase);
  const chosen = computed(() =>
    Math.max(hasBase.value ? BASE : 0, Math.min(wanted.value, count.value - 1)),
  );

  const measures = createMeasures({ rules, values, made, activation, count, preset, dense });
  const { network, units, rms, rmsOf } = measures;
  /** Nothing built takes one neuron to be compared with. */
  const compared = computed(() => Math.max(1, units.value));

  const optima = createOptima(
    {
      samples: computed(() => preset.value.samples),
      width: computed(() => (best.value ? compared.value : 0)),
      posted: { samples: posted.samples, poster: poster.optima },
    },
    around,
  );
  const descent = createRival(
    computed(() => ({
      key: keyOf(target.value, activation.value, compared.value),
      input: () =>
        widthsInput(preset.peek().samples, [compared.peek()], {
          ...rival,
          activation: activation.peek(),
        }),
    })),
    new Map(
      postedWidths.map((width, i) => [keyOf(start.target, 'relu', width), poster.descent[i]]),
    ),
    around,
  );

  const score = computed(() =>
    scoreOf({
      rms: rms.value,
      units: units.value,
      compared: compared.value,
      optima: optima.widths.value?.rms,
      descent: descent.rms.value,
    }),
  );

  const history = createWork({ kind, material, steepness, built, hint });

  /** A handle or field may outlive its block until the next frame. */
  const isThere = (block: number) => block === BASE || (block >= 0 && block < count.peek());
  const put = (next: Values, gesture?: string) => {
    if (sameValues(next, values.peek()) || !rules.peek().sound(next)) return;
    history.during(gesture);
    batch(() => {
      built[kind.peek()].value = next;
      hint.value = undefined;
    });
  };
  const putAdded = (added: { readonly values: Values; readonly block: number } | undefined) => {
    if (!added || count.peek() >= rules.peek().most) return;
    batch(() => {
      put(added.values);
      wanted.value = added.block;
    });
  };

  return {
    target,
    kind,
    material,
    steepness,
    ...built,
    best,
    preset,
    values,
    made,
    activation,
    count,
    hasBase,
    chosen,
    network,
    alone: measures.alone,
    worst: measures.worst,
    score,
    hint,
    rules,
    grips: computed(() => rules.value.grips(values.value, chosen.value)),
    full: computed(() => count.value >= rules.value.most),
    /** The reader has changed something: then the best may be shown. */
    tried: computed(() => history.past.value.length > 0 || history.future.value.length > 0),
    canUndo: computed(() => history.past.value.length > 0),
    canRedo: computed(() => history.future.value.length > 0),
    /** Whether the chosen block can go. */
    removable: computed(() => {
      if (hasBase.value) return chosen.value >= 0;
      return chosen.value > 0 && chosen.value < count.value - 1;
    }),
    bestParameters: computed(() => (best.value ? optima.parameters.value : undefined)),
    failed: computed(() => descent.failed.value || optima.failed.value),
    setTarget: (next: TargetName) => {
      target.value = next;
      hint.value = undefined;
    },
    setKind(next: KindName) {
      batch(() => {
        kind.value = next;
        wanted.value = next === 'kinks' ? 1 : 0;
        hint.value = undefined;
      });
      history.settle();
    },
    setMaterial(next: Material) {
      if (next === material.peek()) return;
      history.during();
      material.value = next;
      hint.value = undefined;
    },
    setSteepness(next: number) {
      const to = Math.max(GENTLEST, Math.min(STEEPEST, next));
      if (to === steepness.peek()) return;
      history.during('steepness');
      steepness.value = to;
      hint.value = undefined;
    },
    setBest(next: boolean) {
      best.value = next;
    },
    choose(block: number) {
      wanted.value = block;
    },
    /** A pointer is down: places attract what it drags, and each drag is one step to undo. */
    point(down: boolean) {
      pointing = down;
      history.settle();
    },
    settle: history.settle,
    move(grip: Pick<Grip, 'block' | 'part'>, x: number, y: number) {
      if (!isThere(grip.block)) return;
      const gesture = `${kind.peek()} ${grip.block} ${grip.part}`;
      const begun = history.startOf(gesture)[kind.peek()];
      put(rules.peek().move(values.peek(), { ...grip, x, y }, begun, pointing ? SNAP : 0), gesture);
    },
    set(block: number, part: PartName, to: number) {
      if (isThere(block))
        put(rules.peek().set(values.peek(), block, part, to), `${kind.peek()} ${block} ${part}`);
    },
    addAt: (x: number, y: number) => putAdded(rules.peek().addAt(values.peek(), x, y)),
    /** Where the network misses most. */
    add() {
      const { x, y } = preset.peek().samples;
      const fit = new Float64Array(x.length);
      evaluator(activation.peek(), network.peek().parameters)(x, fit);
      const residual = y.map((value, i) => value - fit[i]);
      putAdded(rules.peek().addWhere(values.peek(), { x, residual }, y));
    },
    remove(block: number) {
      if (block < 0 || block >= count.peek()) return;
      put(rules.peek().remove(values.peek(), block));
    },
    /** Nothing built yet: the mean of the target. */
    clear() {
      const { y } = preset.peek().samples;
      put(rules.peek().empty(y.reduce((sum, value) => sum + value, 0) / y.length));
    },
    seekHint() {
      const found = hintFor(rules.peek(), values.peek(), (some) => rmsOf(some, COARSE));
      batch(() => {
        if (found) {
          const there = rules.peek().set(values.peek(), found.block, found.part, found.to);
          hint.value = { ...found, rms: rmsOf(there) };
          wanted.value = found.block;
        } else hint.value = 'none';
      });
    },
    undo: history.undo,
    redo: history.redo,
    wake() {
      optima.wake();
      descent.wake();
    },
    look(seen: boolean) {
      descent.look(seen);
      optima.look(seen);
    },
  };
});
