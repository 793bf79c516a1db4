// What becomes of training: which activations can do the article's task at all, its three neurons
// from many random starts, and one hidden layer of ReLUs by plain gradient descent, against the best
// that its width can do.

import { type ActivationName, activationNames, activations } from '../core/activations.ts';
import { evaluator } from '../core/approximation/evaluator.ts';
import { createMlp } from '../core/mlp.ts';
import { train } from '../core/train.ts';
import { type Trial, trial } from '../core/trial.ts';
import { optimumOnSine, samplesOfSine } from './approximation.ts';
import { count, type Fact, once } from './fact.ts';
import { hiddenGap } from './plane.ts';

const SEEDS = 100;

/** The runs of the article's network from the seeds 1 … 100, with the usual settings of a trial. */
const runs = (activation: 'relu' | 'tanh'): Trial[] =>
  Array.from({ length: SEEDS }, (_, i) => trial({ activation, seed: i + 1 }));

const solved = (trials: readonly Trial[]) => trials.filter(({ cause }) => cause === 'success');

/** Whether the two hidden neurons' arrows point to the same side: less than a right angle apart. */
const facesOneWay = ({ parameters: [w11, w12, w21, w22] }: Trial) => w11 * w21 + w12 * w22 > 0;

/** Activations with which the article's own hidden weights make one line suffice. */
const withSameWeights = () =>
  activationNames.filter((name) => hiddenGap(activations[name]).gap > 0);

/** Those that need other weights, and find some from one of a few starts. */
const withOtherWeights = () => {
  const same = new Set(withSameWeights());
  const finds = (activation: ActivationName) =>
    [1, 2, 3].some((seed) => trial({ activation, seed }).cause === 'success');
  return activationNames.filter((name) => !same.has(name) && finds(name));
};

const WIDTH = 32;
const DESCENT_STEPS = 2000;
/** Rates from 0.1 to 0.5 end alike: 81 to 101 times the optimum. */
const DESCENT_RATE = 0.1;
const DESCENT_SEEDS = [1, 2, 3] as const;

/** Root-mean-square error on sin 3πx after plain gradient descent from a seed. */
function descentError(seed: number): number {
  const { x, y } = samplesOfSine;
  const mlp = createMlp({ sizes: [1, WIDTH, 1], hidden: 'relu' });
  const run = train(
    { mlp, sampleCount: x.length, inputs: x, targets: y },
    {
      optimiser: 'gradientDescent',
      learningRate: DESCENT_RATE,
      loss: 'squaredError',
      start: 'pytorch',
      seed,
      stepsPerYield: DESCENT_STEPS,
      stop: { steps: DESCENT_STEPS },
    },
  );
  let result = run.next();
  while (!result.done) result = run.next();
  const fitted = new Float64Array(x.length);
  evaluator('relu', result.value.parameters)(x, fitted);
  const squares = fitted.reduce((sum, value, i) => sum + (value - y[i]) ** 2, 0);
  return Math.sqrt(squares / x.length);
}

const medianDescent = () => {
  const [, median] = DESCENT_SEEDS.map(descentError).sort((a, b) => a - b);
  return median;
};

/** All the runs that the article counts. */
export const articleRuns = { relu: once(() => runs('relu')), tanh: once(() => runs('tanh')) };

export const trainingFacts = {
  'bend-same-weights': count(() => withSameWeights().length),
  'bend-other-weights': count(() => withOtherWeights().length),
  'train-seeds': count(() => SEEDS),
  'train-relu-solved': count(() => solved(articleRuns.relu()).length),
  'train-relu-one-way': count(() => solved(articleRuns.relu()).filter(facesOneWay).length),
  'train-relu-dead': count(
    () => articleRuns.relu().filter(({ cause }) => cause === 'deadUnit').length,
  ),
  'train-tanh-solved': count(() => solved(articleRuns.tanh()).length),
  'descent-steps': count(() => DESCENT_STEPS),
  'descent-ratio': count(() => medianDescent() / optimumOnSine(WIDTH)),
} satisfies Record<string, Fact>;
