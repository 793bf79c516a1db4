// The contract of all trainers: made for a network, then moved step by step. A trainer works on the
// network's own parameters, so that it can be exchanged for another between any two steps.

import type { Parts } from '../../parts.ts';

export interface StepResult {
  /** Squared error on the samples after the step. */
  readonly error: number;
  /** The trainer found nothing better than what it had. */
  readonly stuck: boolean;
}

export interface Stepper {
  /** A step, or a part of one that takes long: null until its last part is done. */
  readonly step: () => StepResult | null;
  /** Forget what was learnt about the neighbourhood: the parameters were changed from outside. */
  readonly restart: () => void;
  /** What was learnt about the neighbourhood, to be recalled once the parameters are put back. */
  readonly remember?: () => () => void;
}

/** Steps in parts, one part a call. */
export function inParts(begin: () => Parts<StepResult>): () => StepResult | null {
  let parts: Parts<StepResult> | null = null;
  return () => {
    parts ??= begin();
    const part = parts.next();
    if (!part.done) return null;
    parts = null;
    return part.value;
  };
}

/** A unit that was taken up and planted elsewhere: the places of its bend, before and after. */
export interface Recycling {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}
