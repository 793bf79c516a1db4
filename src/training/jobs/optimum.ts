// The best a ReLU network of each width can do on given samples, with its bracket: first the whole curve
// of error against width, then the networks themselves, those asked for first.
import {
  type OptimalCurve,
  optimalCurveSteps,
  type Progress,
  STANDARD_WIDTH,
} from '../../core/approximation/curve.ts';
import { type OptimalNetwork, optimalNetworkInParts } from '../../core/approximation/network.ts';
import type { Samples } from '../../core/approximation/samples.ts';
import type { Parts } from '../../core/parts.ts';
import { type Job, wholeStep } from '../job.ts';

export interface OptimumInput {
  readonly samples: Samples;
  /** The width whose network is wanted; 0 or one beyond the curve: none. */
  readonly width: number;
  /** Whether the networks of all other widths are wanted after it. */
  readonly all: boolean;
}

/** Another width is wanted. */
export interface OptimumChange {
  readonly width: number;
}

export interface OptimumSnapshot {
  /** Share of the curve done, 0 … 1. */
  readonly share: number;
  /** By width from 0: no ReLU network has a smaller RMS; empty until the curve is done. */
  readonly lowerBounds: Float64Array;
  /** By width: RMS of the best network found; NaN where not asked for yet. */
  readonly rms: Float64Array;
  /** The network of the width wanted. */
  readonly network: OptimalNetwork | undefined;
  /** What the networks are made from, once it is there. */
  readonly curve: OptimalCurve | undefined;
}

/** One step of the run is one piece of the curve, or one network. */
export const optimum: Job<OptimumInput, OptimumChange, OptimumSnapshot> = ({
  samples,
  width,
  all,
}) => {
  const steps: Generator<Progress, OptimalCurve> = optimalCurveSteps(samples);
  const networks: (OptimalNetwork | undefined)[] = new Array(STANDARD_WIDTH + 1).fill(undefined);
  let curve: OptimalCurve | undefined;
  let share = 0;
  let wanted = width;

  /** The next width to build a network for, or undefined. */
  const next = () => {
    if (wanted >= 1 && wanted <= STANDARD_WIDTH && !networks[wanted]) return wanted;
    const open = all ? networks.indexOf(undefined, 1) : -1;
    return open > 0 ? open : undefined;
  };
  const order: Record<Progress['stage'], number> = { bound: 0, start: 1, sweep: 2, done: 3 };

  /** The network under way. */
  let building: Parts<OptimalNetwork> | undefined;
  const part = () => {
    const due = next();
    if (!curve) {
      const result = steps.next();
      if (result.done) curve = result.value;
      else share = Math.max(share, (order[result.value.stage] + result.value.share) / 4);
    } else if (due !== undefined) {
      building ??= optimalNetworkInParts(samples, curve, due);
      const result = building.next();
      if (!result.done) return undefined;
      networks[due] = result.value;
      building = undefined;
    }
    return !curve || next() !== undefined;
  };

  return {
    advance: wholeStep(part),
    part,
    change(change) {
      wanted = change.width;
    },
    show: () => ({
      value: {
        share: curve ? 1 : share,
        lowerBounds: Float64Array.from(curve?.widths ?? [], ({ lowerBound }) => lowerBound),
        rms: Float64Array.from(networks, (network) => network?.rms ?? Number.NaN),
        network: networks[wanted],
        curve,
      },
      transfer: [],
    }),
  };
};
