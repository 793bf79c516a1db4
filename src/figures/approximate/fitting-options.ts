// What a run of training is given, and what it shows (fitting.ts).
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { OptimalCurve } from '../../core/approximation/curve.ts';
import type { FitSnapshot } from '../../training/jobs/fit.ts';
import type { Problem } from './problem.ts';
import type { Start } from './settings.ts';

/** What is drawn: a snapshot and its step. */
export interface Shown extends Omit<FitSnapshot, 'parameters'> {
  readonly parameters: Float64Array;
  readonly step: number;
}

export interface FittingOptions {
  readonly problem: ReadonlySignal<Problem>;
  readonly start: Omit<Start, 'target'>;
  readonly width: Signal<number>;
  readonly posted: { readonly problem: Problem; readonly shown: Shown };
  /** False while the problem asked for is still on its way; always there where it is not given. */
  readonly ready: ReadonlySignal<boolean> | undefined;
  /** The optima of the problem on show, once there are any. */
  readonly optima: ReadonlySignal<OptimalCurve | undefined>;
}
