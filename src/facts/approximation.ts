// What networks with one hidden layer can and cannot reach on the targets that the chapters name,
// all over the same samples as in the figure.

import {
  descentIn,
  errorAfter,
  hatBasis,
  reluBasis,
  stepsTo,
} from '../core/approximation/coordinates.ts';
import { type OptimalCurve, optimalCurve } from '../core/approximation/curve.ts';
import { optimalNetwork } from '../core/approximation/network.ts';
import { type Samples, sampleFunction } from '../core/approximation/samples.ts';
import { deepSawtooth, evaluate } from '../core/depth.ts';
import { conditionOfFeatures } from '../core/eigenvalues.ts';
import { cos, sin } from '../core/elementary.ts';
import { nearestAffine } from '../core/nearest-affine.ts';
import { count, decimal, type Fact, once, rounded, significant } from './fact.ts';

type Target = (x: number) => number;

const WIDE = 64;

const sine: Target = (x) => sin(3 * Math.PI * x);
const root: Target = (x) => Math.sqrt(Math.abs(x));
/** Five terms of a Weierstrass series, Σ 2⁻ᵏ cos(3ᵏπx). */
const rough: Target = (x) => {
  let sum = 0;
  for (let k = 0, height = 1, rate = 1; k < 5; k++, height /= 2, rate *= 3) {
    sum += height * cos(rate * Math.PI * x);
  }
  return sum;
};
/** The sawtooth of six folds, moved to [−1, 1]. */
const sawtooth: Target = (() => {
  const network = deepSawtooth(6);
  return (x) => evaluate(network, (x + 1) / 2);
})();

/** Root-mean-square error of the best affine combination of the features over the samples. */
function bestCombination(samples: Samples, features: (x: number) => number[]): number {
  const values = new Map(Array.from(samples.x, (x, i) => [x, samples.y[i]]));
  const places = Array.from(samples.x, (x) => [x, ...features(x)]);
  // the first coordinate says which sample it is and, being x itself, is a feature like the others
  return nearestAffine(([x]) => [values.get(x) ?? Number.NaN], places).rms;
}

/** Root-mean-square error of the best polynomial: the floor of an activation of that degree. */
export function polynomialFloor(target: Target, degree: number): number {
  const powers = (x: number) => Array.from({ length: degree - 1 }, (_, k) => x ** (k + 2));
  return bestCombination(sampleFunction(target), powers);
}

/** Ends of `pieces` equal pieces of [−1, 1]. */
const evenPlaces = (pieces: number) =>
  Array.from({ length: pieces + 1 }, (_, j) => -1 + (2 * j) / pieces);

const relu = (z: number) => Math.max(0, z);
const hat = (x: number, place: number, pieces: number) =>
  relu(1 - (Math.abs(x - place) * pieces) / 2);

/** The best chain of equal pieces; its inner kinks are the hats' differences from a line. */
export function evenKinksError(target: Target, pieces: number): number {
  const inner = evenPlaces(pieces).slice(1, -1);
  return bestCombination(sampleFunction(target), (x) => inner.map((t) => hat(x, t, pieces)));
}

/** Condition numbers of two bases of the chains of equal pieces, over the samples. */
export function conditions(pieces: number): { readonly relus: number; readonly hats: number } {
  const { x } = sampleFunction(sine);
  const places = evenPlaces(pieces);
  const kinks = places.slice(0, -1).map((t) => x.map((u) => relu(u - t)));
  return {
    relus: conditionOfFeatures([x.map(() => 1), ...kinks]),
    hats: conditionOfFeatures(places.map((t) => x.map((u) => hat(u, t, pieces)))),
  };
}

/** sin 3πx over the samples. */
export const samplesOfSine = sampleFunction(sine);
const sineCurve = once(() => optimalCurve(samplesOfSine));
const networkError = (samples: Samples, curve: OptimalCurve, width: number) =>
  optimalNetwork(samples, curve, width).rms;
/** The smallest error of a ReLU network of this width on sin 3πx. */
export const optimumOnSine = (width: number) => networkError(samplesOfSine, sineCurve(), width);

const samplesOfRoot = sampleFunction(root);
const rootFree = once(() => networkError(samplesOfRoot, optimalCurve(samplesOfRoot), WIDE));
const rootEven = once(() => evenKinksError(root, WIDE));

/** How far above the proved bound the best rough network of width 32 may be, as a share. */
const roughBracket = () => {
  const samples = sampleFunction(rough);
  return optimalNetwork(samples, optimalCurve(samples), 32).ratio - 1;
};

const PARTIAL_WIDTH = 16;
const sawtoothCurve = once(() =>
  optimalCurve(sampleFunction(sawtooth), { maxWidth: PARTIAL_WIDTH }),
);

const wideConditions = once(() => conditions(WIDE));

/** Steps of gradient descent on the output weights alone until the error is within 1 % of the least. */
const stepsNeeded = once(() => {
  const { x, y } = samplesOfSine;
  const [relus, hats] = [reluBasis, hatBasis].map((basis) => descentIn(basis(x, WIDE), y));
  const goal = 1.01 * errorAfter(hats, Number.POSITIVE_INFINITY);
  return { relus: stepsTo(relus, goal), hats: stepsTo(hats, goal) };
});

export const approximationFacts = {
  'sample-count': count(() => samplesOfSine.x.length),
  'wide-width': count(() => WIDE),
  'floor-identity-sine': decimal(3, () => polynomialFloor(sine, 1)),
  'floor-cube-sine': decimal(3, () => polynomialFloor(sine, 3)),
  'floor-identity-abs': decimal(3, () => polynomialFloor(Math.abs, 1)),
  'floor-square-abs': decimal(3, () => polynomialFloor(Math.abs, 2)),
  'optimum-sine-16': significant(3, () => optimumOnSine(16)),
  'optimum-sine-32': significant(3, () => optimumOnSine(32)),
  'optimum-sine-wide': significant(3, () => optimumOnSine(WIDE)),
  'bracket-rough-percent': count(() => Math.ceil(100 * roughBracket())),
  'root-even': significant(3, rootEven),
  'root-free': significant(3, rootFree),
  'root-ratio': count(() => rootEven() / rootFree()),
  'condition-relus': rounded(() => wideConditions().relus),
  'condition-hats': significant(1, () => wideConditions().hats),
  'descent-relu-steps': rounded(() => stepsNeeded().relus),
  'descent-hat-steps': count(() => stepsNeeded().hats),
  'depth-partial-units': count(() => PARTIAL_WIDTH),
  // rounded down: it is a bound that no network passes
  'depth-partial-bound': decimal(
    2,
    () => Math.floor(100 * sawtoothCurve().widths[PARTIAL_WIDTH].lowerBound) / 100,
  ),
  'depth-constant-error': decimal(2, () => sawtoothCurve().widths[0].rms),
} satisfies Record<string, Fact>;
