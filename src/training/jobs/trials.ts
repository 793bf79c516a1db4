// Trains the 2-2-1 network from many random starts with each activation, and keeps what became of
// every one. Start after start, all activations in turn, so that half a count is a fair half.
import type { ActivationName } from '../../core/activations.ts';
import { type TrialOptions, trialSteps } from '../../core/trial.ts';
import type { Job } from '../job.ts';
import { outcomeOf, outcomes } from '../outcomes.ts';

export interface TrialsInput {
  readonly activations: readonly ActivationName[];
  /** Seeds 1 … seeds. */
  readonly seeds: number;
  readonly options: Omit<TrialOptions, 'activation' | 'seed'>;
}

export interface TrialsSnapshot {
  /** codes[a·seeds + s − 1]: index into `outcomes` for activation a from seed s. */
  readonly codes: Uint8Array<ArrayBuffer>;
  /** Trials done. */
  readonly done: number;
}

/** One step of the run is a few dozen steps of one trial. */
export const trials: Job<TrialsInput, never, TrialsSnapshot> = ({
  activations,
  seeds,
  options,
}) => {
  const codes = new Uint8Array(activations.length * seeds);
  let done = 0;
  const begin = () =>
    trialSteps({
      ...options,
      activation: activations[done % activations.length],
      seed: Math.floor(done / activations.length) + 1,
    });
  let run = codes.length > 0 ? begin() : undefined;
  return {
    advance() {
      const result = run?.next();
      if (!result?.done) return run !== undefined;
      const place = (done % activations.length) * seeds + Math.floor(done / activations.length);
      codes[place] = outcomes.indexOf(outcomeOf(result.value));
      done++;
      run = done < codes.length ? begin() : undefined;
      return run !== undefined;
    },
    change() {},
    show() {
      const copy = codes.slice();
      return { value: { codes: copy, done }, transfer: [copy.buffer] };
    },
  };
};
