// The article's data in the plane and in the hidden plane: what a line can do, the certificate, and
// how wide a gap each activation leaves.

import { activations } from '../core/activations.ts';
import { bestLine } from '../core/best-line.ts';
import { articleLines, datasets } from '../core/datasets.ts';
import {
  type HiddenActivation,
  type HiddenSeparation,
  hiddenImage,
  hiddenSeparation,
} from '../core/hidden-space.ts';
import { piecewiseLinear } from '../core/piecewise-linear.ts';
import { separate } from '../core/separability.ts';
import { count, decimal, type Fact, once } from './fact.ts';

type Pair = readonly [number, number];

/** The two hidden neurons of the article: n = Wx + b, one row a line. */
export const hiddenLayer = {
  weights: [articleLines[0].w, articleLines[1].w],
  bias: [articleLines[0].b, articleLines[1].b],
} as const;

const classOf = (label: 'A' | 'B'): Pair[] =>
  datasets.article.points
    .filter((point) => point.label === label)
    .map(({ x1, x2 }) => [x1, x2] as const);

const classA = classOf('A');
const classB = classOf('B');

/** The point that lies between two points of A and between two points of B. */
function certificatePoint(): Pair {
  const separation = separate(classA, classB);
  if (separation.kind !== 'inseparable') throw new Error('the article needs data no line can part');
  if (separation.weightsA.length !== 2 || separation.weightsB.length !== 2) {
    throw new Error('the article describes a certificate made of two segments');
  }
  const [x1, x2] = separation.point;
  return [x1, x2];
}

/** How far apart the hidden plane puts the classes, all weights and biases times `scale`. */
export const hiddenGap = (activation: HiddenActivation, scale = 1): HiddenSeparation =>
  hiddenSeparation({ ...hiddenLayer, activation, scale }, classA, classB);

export const relu: HiddenActivation = {
  value: activations.relu.value,
  pieces: piecewiseLinear.relu,
};
export const tanh: HiddenActivation = activations.tanh;
export const sigmoid: HiddenActivation = activations.sigmoid;

/** tanh over ReLU: of the gaps, and of the gaps measured against the spread of the points. */
function gapRatio(scale: number): { readonly plain: number; readonly relative: number } {
  const [over, under] = [hiddenGap(tanh, scale), hiddenGap(relu, scale)];
  return { plain: over.gap / under.gap, relative: over.relativeGap / under.relativeGap };
}

const best = once(() => bestLine(classA, classB));
const certificate = once(certificatePoint);
const hiddenCertificate = once(() =>
  hiddenImage({ ...hiddenLayer, activation: activations.identity, scale: 1 }, certificate()),
);
const [[w11, w12], [w21, w22]] = hiddenLayer.weights;

export const planeFacts = {
  'points-total': count(() => best().total),
  'class-a-points': count(() => classA.length),
  'best-line-correct': count(() => best().correct),
  'certificate-x': decimal(2, () => certificate()[0]),
  'certificate-y': decimal(2, () => certificate()[1]),
  'certificate-n1': decimal(2, () => hiddenCertificate()[0]),
  'certificate-n2': decimal(2, () => hiddenCertificate()[1]),
  'hidden-determinant': decimal(2, () => w11 * w22 - w12 * w21),
  'gap-relu': decimal(3, () => hiddenGap(relu).gap),
  'gap-tanh': decimal(3, () => hiddenGap(tanh).gap),
  'gap-sigmoid': decimal(3, () => hiddenGap(sigmoid).gap),
  'gap-ratio': decimal(2, () => gapRatio(1).plain),
  'gap-ratio-relative': decimal(2, () => gapRatio(1).relative),
  'gap-ratio-scale-4': decimal(2, () => gapRatio(4).plain),
  'gap-ratio-scale-half': decimal(2, () => gapRatio(0.5).plain),
  'gap-ratio-relative-scale-4': decimal(2, () => gapRatio(4).relative),
} satisfies Record<string, Fact>;
