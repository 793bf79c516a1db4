// How much cheaper a sawtooth is for a deep network: folds of the unit interval in half, each by
// two ReLUs, against one hidden layer (after Telgarsky 2016).

import {
  countPieces,
  countUnits,
  deepSawtooth,
  evaluate,
  leastUnits,
  sawtoothBends,
  shallowSawtooth,
} from '../core/depth.ts';
import { count, type Fact } from './fact.ts';

const FOLDS = 6;
const MANY_FOLDS = 20;

const deep = deepSawtooth(FOLDS);
/** Fewest ReLUs in one hidden layer that draw the sawtooth of FOLDS folds. */
const shallowUnits = () => {
  const { slope, jumps } = sawtoothBends(FOLDS);
  return leastUnits(slope, jumps);
};

export const depthFacts = {
  'depth-pieces': count(() => countPieces((x) => evaluate(deep, x), 2 ** FOLDS)),
  'depth-deep-units': count(() => countUnits(deep)),
  'depth-shallow-units': count(shallowUnits),
  'depth-deep-units-20': count(() => countUnits(deepSawtooth(MANY_FOLDS))),
  'depth-shallow-units-20': count(() => countUnits(shallowSawtooth(MANY_FOLDS))),
} satisfies Record<string, Fact>;
