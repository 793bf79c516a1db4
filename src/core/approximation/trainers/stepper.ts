// The contract of all trainers: made for a network, then moved step by step. A trainer works on the
// network's own parameters, so that it can be exchanged for another between any two steps.

export interface StepResult {
  /** Squared error on the samples after the step. */
  readonly error: number;
  /** The trainer found nothing better than what it had. */
  readonly stuck: boolean;
}

export interface Stepper {
  readonly step: () => StepResult;
  /** Forget what was learnt about the neighbourhood: the parameters were changed from outside. */
  readonly restart: () => void;
  /** What was learnt about the neighbourhood, to be recalled once the parameters are put back. */
  readonly remember?: () => () => void;
}

/** A unit that was taken up and planted elsewhere: the places of its bend, before and after. */
export interface Recycling {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}
