// Recycling of idle units, an option on any trainer: when progress slows, the unit that matters least is
// taken away and planted where the residual is largest; the trainer goes on for a while; the change is
// kept if the error has fallen, else undone and the next candidate tried. What local descent cannot do:
// a bend crosses the interval in one jump. A trial that does not win is undone, so none makes it worse; as
// long as it has not won, the error told is that of what stands.

import type { Parts } from '../../parts.ts';
import type { Random } from '../../random.ts';
import { type PrefixSums, prefixSums } from '../moments.ts';
import { bendMoves } from './bend-moves.ts';
import { slideBends } from './bends.ts';
import { jumpUnits } from './jumps.ts';
import { solveOutputInParts } from './output-layer.ts';
import type { Shallow } from './shallow.ts';
import type { Recycling, Stepper, StepResult } from './stepper.ts';
import { evaluateShallow } from './sweep.ts';

export interface RecycleOptions {
  /** Steps of the trainer that a trial may take. */
  readonly trialSteps: number;
  /** Progress is measured over this many steps … */
  readonly window: number;
  /** … and slow if the squared error fell by less than this share of it. */
  readonly slow: number;
  /** Whether the trainer solves the output layer, so that it is solved after a move, too. */
  readonly solves: boolean;
  /**
   * A trial is given up once this many times its last gain in every step left would not be enough;
   * undefined where gains come and go.
   */
  readonly hope?: number;
  /** Whether jumps of ReLUs are tried on the curve first (bend-moves.ts). */
  readonly lookAhead: boolean;
}

export interface RecyclingStepper extends Stepper {
  /** The jumps last kept, for the figure to show. */
  readonly last: () => readonly Recycling[];
  /** The parameters that stand: those before the trial, if one is under way. */
  readonly standing: () => Float64Array;
  /** Undo a trial that has not won yet. @returns the squared error. */
  readonly settle: () => number;
}

/** What was there before, and what is tried in its place. */
interface Trial {
  readonly parameters: Float64Array;
  readonly error: number;
  readonly jumps: readonly Recycling[];
  readonly stepsLeft: number;
  /** Squared error the trial has come to. */
  readonly reached: number;
  /** Recalls what the trainer knew before. */
  readonly recall: (() => void) | undefined;
}

/** Bends make independent features; smooth ones are nearly dependent. */
const BENT_RIDGE = 1e-14;
const SMOOTH_RIDGE = 1e-10;
/** After a success the next trial comes so many times sooner. */
const EAGER = 3;
/** Every so many trials of ReLUs, all bends slide a little instead. */
const SLIDE_PERIOD = 4;
/** Looking ahead is cheap: progress counts as slow sooner, over so many steps. */
const SLOW_AHEAD = 0.02;
const WINDOW_AHEAD = 10;
/** A trial must gain this share to be kept. */
const WORTH = 1e-6;
/** Failed trials in a row after which the network counts as stuck. */
const PATIENCE_PER_UNIT = 60;

export function withRecycling(
  net: Shallow,
  trainer: Stepper,
  random: Random,
  { trialSteps, window: usual, slow, solves, hope, lookAhead }: RecycleOptions,
): RecyclingStepper {
  const { parameters, width } = net;
  const sums = net.activation === 'relu' ? prefixSums(net.x, net.y) : null;
  const moves = sums && lookAhead ? bendMoves(net, sums, random) : null;
  const window = moves ? WINDOW_AHEAD : usual;
  let beginning: Parts<number> | null = null;
  let trial: Trial | null = null;
  let failures = 0;
  let since = 0;
  let winning = false;
  let reference = Number.POSITIVE_INFINITY;
  let last: readonly Recycling[] = [];

  /** Change the network, whose squared error is `error`, for a trial. */
  function* move(error: number): Parts<readonly Recycling[]> {
    // every other time the best of several jumps, if one was found to gain
    const foreseen = moves && failures % 2 === 0 ? yield* moves(error, failures >> 1) : undefined;
    if (foreseen) return foreseen;
    return sums && slides() ? slide(sums) : yield* jumpUnits(net, failures, random);
  }

  /** Begin a trial. @returns the squared error of what stands */
  function* begin(error: number): Parts<number> {
    const saved = parameters.slice();
    const recall = trainer.remember?.();
    const jumps = yield* move(error);
    trainer.restart();
    const solved = solves
      ? yield* solveOutputInParts(net, sums ? BENT_RIDGE : SMOOTH_RIDGE)
      : Number.POSITIVE_INFINITY;
    if (!(solved < error * (1 - WORTH)))
      return wait({
        parameters: saved,
        error,
        jumps,
        stepsLeft: trialSteps,
        reached: solved,
        recall,
      });
    // better as it is; and the trainer has a step before the next trial
    keep(jumps, solved);
    since = -1;
    return solved;
  }

  const goOn = (parts: Parts<number>): StepResult | null => {
    const part = parts.next();
    beginning = part.done ? null : parts;
    return part.done ? { error: part.value, stuck: false } : null;
  };

  const wait = (next: Trial): number => {
    trial = next;
    return next.error;
  };

  const keep = (jumps: readonly Recycling[], error: number): void => {
    trial = null;
    if (jumps.length > 0) last = jumps;
    since = 0;
    failures = 0;
    winning = true;
    reference = error;
  };

  const slides = () => !moves && failures % SLIDE_PERIOD === 1;
  const slide = (sums: PrefixSums): readonly Recycling[] => {
    slideBends(net, sums, failures % (2 * SLIDE_PERIOD) > SLIDE_PERIOD);
    return [];
  };

  /** One step of a trial; ends it if it has won, or has run out or away. */
  const tryOn = (trying: Trial): StepResult | null => {
    const { error, jumps, stepsLeft, reached } = trying;
    const result = trainer.step();
    if (!result) return null;
    const won = result.error < error * (1 - WORTH);
    const best = result.error - (hope ?? 0) * (reached - result.error) * (stepsLeft - 1);
    const over =
      stepsLeft <= 1 ||
      result.stuck ||
      !(result.error < Number.POSITIVE_INFINITY) ||
      (hope !== undefined && best > error);
    if (won) keep(jumps, result.error);
    if (won) return { error: result.error, stuck: false };
    if (!over)
      return {
        error: wait({ ...trying, stepsLeft: stepsLeft - 1, reached: result.error }),
        stuck: false,
      };
    since = 0;
    failures++;
    winning = false;
    return { error: undo(trying), stuck: failures >= PATIENCE_PER_UNIT * width };
  };

  const undo = ({ parameters: saved, recall }: Trial): number => {
    trial = null;
    parameters.set(saved);
    trainer.restart();
    recall?.();
    return evaluateShallow(net);
  };

  return {
    last: () => last,
    standing: () => trial?.parameters ?? parameters,
    settle: () => (trial ? undo(trial) : evaluateShallow(net)),
    restart: () => {
      trial = null;
      failures = 0;
      since = 0;
      winning = false;
      reference = Number.POSITIVE_INFINITY;
      trainer.restart();
    },
    step: () => {
      if (beginning) return goOn(beginning);
      if (trial) return tryOn(trial);
      const result = trainer.step();
      if (!result) return null;
      since++;
      if (since === 1 && reference === Number.POSITIVE_INFINITY) reference = result.error;
      // After a success the next is likely: many units may be in the wrong place.
      const eager = winning && (moves !== null || since * EAGER >= window);
      if (since % window === 0 || result.stuck || eager) {
        const slowNow =
          eager || result.stuck || result.error > reference * (1 - (moves ? SLOW_AHEAD : slow));
        reference = result.error;
        if (slowNow && result.error > 0) return goOn(begin(result.error));
      }
      return { error: result.error, stuck: false };
    },
  };
}
