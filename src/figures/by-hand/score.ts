// What the network built by hand is worth: against gradient descent, and against the best of its size.
import { NEGLIGIBLE } from '../../ui/errors.ts';
import { CLOSE } from './settings.ts';

interface Standing {
  readonly rms: number;
  readonly units: number;
  /** Neurons it is compared with. */
  readonly compared: number;
  /** Least RMS of ReLU networks by width, NaN where it is not known yet. */
  readonly optima: ArrayLike<number> | undefined;
  readonly descent: number | undefined;
}

export function scoreOf({ rms, units, compared, optima, descent }: Standing) {
  const optimum = optima?.[compared];
  const best = optimum !== undefined && Number.isFinite(optimum) ? optimum : undefined;
  const beaten = descent !== undefined && rms < descent;
  const enough = optima ? Array.from(optima).findIndex((least) => least <= rms) : -1;
  return {
    rms,
    units,
    compared,
    best,
    descent,
    beaten,
    /** The second challenge follows the first: a level line is close to one neuron, too. */
    close: beaten && best !== undefined && rms <= Math.max(best * CLOSE, NEGLIGIBLE),
    /** The fewest ReLUs that can be as good, if so few are known. */
    enough: enough >= 0 ? enough : undefined,
  };
}
