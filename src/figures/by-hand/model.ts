// A network built by hand: a chain of straight lines through knots the reader drags, as ReLU units, with
// its error held against gradient descent and against the best of as many units.
import { computed, createModel, signal } from '@preact/signals';
import { type Block, buildFromRelus } from '../../core/approximation/constructions.ts';
import type { TargetName } from '../../core/approximation/targets.ts';
import { laboratory } from '../../training/laboratory-surroundings.ts';
import { createOptima, type OptimaPoster } from '../../training/optima.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { widthsInput } from '../../training/widths-methods.ts';
import { createWidthsRun, type WidthsShown } from '../../training/widths-run.ts';
import { networkAt } from '../../ui/curves/paths.ts';
import { presetNames, presetOf } from '../../ui/curves/presets.ts';
import { numbersIn, oneOf } from '../../ui/link.ts';

/** Knots inside the interval at most; a chain of so many takes one unit more. */
export const MOST_KNOTS = 15;
export const widths: readonly number[] = Array.from({ length: MOST_KNOTS + 1 }, (_, i) => i + 1);
/** Knots stay this far apart. */
const GAP = 0.02;
/** Values stay within this. */
const REACH = 4;

/** The reader's abscissae are those of the units. */
export const targetNames: readonly TargetName[] = presetNames.filter((name) => name !== 'nielsen');

export interface Knot {
  readonly x: number;
  readonly y: number;
}

export interface Start {
  readonly target: TargetName;
  /** x₁, y₁, x₂, y₂ … from −1 to 1. */
  readonly knots: readonly number[];
}

/** Gradient descent at the usual rate, from one random start. */
export const rival = { activation: 'relu', trainer: 'gradientDescent', seed: 1 } as const;
/** The second challenge: an error at most this many times the best. */
export const CLOSE = 1.5;

const numbers = numbersIn(-REACH, REACH, [4, 2 * (MOST_KNOTS + 2)]);

/** Pairs of coordinates, ascending, the first at −1 and the last at 1. */
export const knotsField = {
  ...numbers,
  parse: (text: string) => {
    const values = numbers.parse(text);
    if (!values || values.length % 2 === 1) return undefined;
    const knots = pairs(values);
    const sound =
      knots[0].x === -1 &&
      knots[knots.length - 1].x === 1 &&
      knots.every(({ x }, i) => i === 0 || x - knots[i - 1].x > GAP / 2);
    return sound ? values : undefined;
  },
};

export const fields = { target: oneOf(targetNames), knots: knotsField };

function pairs(values: readonly number[]): readonly Knot[] {
  return Array.from({ length: values.length / 2 }, (_, i) => ({
    x: values[2 * i],
    y: values[2 * i + 1],
  }));
}

const round = (value: number) => Math.round(value * 1000) / 1000;

export interface Poster {
  readonly start: Start;
  readonly descent: WidthsShown;
  readonly optima: OptimaPoster;
}

export const ByHandModel = createModel((poster: Poster, around: Surroundings = laboratory) => {
  const { start } = poster;
  const target = signal<TargetName>(start.target);
  const values = signal<readonly number[]>(start.knots);
  const chosen = signal(1);

  const postedPreset = presetOf(start.target);
  const { samples } = postedPreset;
  const preset = computed(() =>
    target.value === start.target ? postedPreset : presetOf(target.value),
  );
  const optima = createOptima(
    {
      samples: computed(() => preset.value.samples),
      width: signal(0),
      posted: { samples, poster: poster.optima },
    },
    around,
  );
  const postedInput = widthsInput(samples, widths, rival);
  const run = createWidthsRun(
    {
      input: computed(() =>
        target.value === start.target
          ? postedInput
          : widthsInput(preset.value.samples, widths, rival),
      ),
      posted: { input: postedInput, shown: poster.descent },
      pace: () => Number.POSITIVE_INFINITY,
    },
    around,
  );

  const knots = computed(() => pairs(values.value));
  const network = computed(() => {
    const all = knots.value;
    const slope = (i: number) => (all[i + 1].y - all[i].y) / (all[i + 1].x - all[i].x);
    const blocks = all.slice(0, -1).map<Block>(({ x }, i) => ({
      kind: 'kink',
      at: x,
      bend: i === 0 ? slope(0) : slope(i) - slope(i - 1),
    }));
    return buildFromRelus(blocks, all[0].y);
  });
  const errorOf = (from: number, to: number) => {
    const value = networkAt('relu', network.value.parameters);
    const { x, y } = preset.value.samples;
    let squares = 0;
    for (let i = 0; i < x.length; i++)
      if (x[i] >= from && x[i] < to) squares += (value(x[i]) - y[i]) ** 2;
    return squares;
  };
  const rms = computed(() => Math.sqrt(errorOf(-1, 2) / preset.value.samples.x.length));
  /** A chain without a bend still takes one unit to be compared with. */
  const units = computed(() => Math.max(1, network.value.units));
  const score = computed(() => {
    const known = optima.widths.value;
    const best = known?.rms[units.value];
    const descent = run.running.value ? undefined : run.shown.value.rms[units.value - 1];
    const enough = known ? widths.find((width) => known.rms[width] <= rms.value) : undefined;
    return {
      rms: rms.value,
      units: units.value,
      best: best !== undefined && Number.isFinite(best) ? best : undefined,
      descent,
      /** The fewest units that can be as good. */
      enough,
    };
  });
  const put = (next: readonly Knot[]) => {
    values.value = next.flatMap(({ x, y }) => [round(x), round(y)]);
  };
  return {
    target,
    values,
    chosen,
    preset,
    knots,
    network,
    score,
    failed: run.failed,
    setTarget(next: TargetName) {
      target.value = next;
    },
    choose(index: number) {
      chosen.value = index;
    },
    move(index: number, x: number, y: number) {
      const all = knots.peek();
      const inside = index > 0 && index < all.length - 1;
      const low = inside ? all[index - 1].x + GAP : all[index].x;
      const high = inside ? all[index + 1].x - GAP : all[index].x;
      const to = {
        x: Math.max(low, Math.min(high, x)),
        y: Math.max(-REACH, Math.min(REACH, y)),
      };
      put(all.map((knot, i) => (i === index ? to : knot)));
    },
    /** In the middle of the piece that misses most. */
    add() {
      const all = knots.peek();
      if (all.length >= MOST_KNOTS + 2) return;
      let worst = 0;
      let most = -1;
      for (let i = 0; i + 1 < all.length; i++) {
        const error = errorOf(all[i].x, all[i + 1].x);
        if (all[i + 1].x - all[i].x < 3 * GAP || error <= most) continue;
        worst = i;
        most = error;
      }
      if (most < 0) return;
      const [from, to] = [all[worst], all[worst + 1]];
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      put([...all.slice(0, worst + 1), middle, ...all.slice(worst + 1)]);
      chosen.value = worst + 1;
    },
    /** The knot last held; the ends stay. */
    remove() {
      const all = knots.peek();
      if (all.length <= 2) return;
      const index = Math.max(1, Math.min(all.length - 2, chosen.peek()));
      put(all.filter((_, i) => i !== index));
    },
    wake: optima.wake,
    look(seen: boolean) {
      run.look(seen);
      optima.look(seen);
    },
  };
});
