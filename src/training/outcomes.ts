// What can become of a trial, as small numbers: a page counts thousands of them.
import type { Trial } from '../core/trial.ts';

/** In the order of the codes; code 0 is a trial yet to come. */
export const outcomes = ['pending', 'success', 'stuck', 'died', 'bornDead', 'diverged'] as const;
export type Outcome = (typeof outcomes)[number];

/** A unit that died on the way is told from one that never answered to any point. */
export function outcomeOf({ cause, deadUnits, deadAtStart }: Trial): Outcome {
  if (cause !== 'deadUnit') return cause;
  return deadUnits.every((unit) => deadAtStart.includes(unit)) ? 'bornDead' : 'died';
}
