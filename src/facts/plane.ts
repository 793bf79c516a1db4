// The article's data in the plane and in the hidden plane: what a line can do, the certificate, and
// how wide a gap each activation leaves.

import { bestLine } from '../core/best-line.ts';
import { datasets } from '../core/datasets.ts';
import { separate } from '../core/separability.ts';
import { count, decimal, type Fact } from './fact.ts';

type Pair = readonly [number, number];
type Activation = (z: number) => number;

/** The two hidden neurons of the article: n = Wx + b, as the chapters print them. */
export const hiddenLayer = {
  weights: [
    [1.6, 1.2],
    [-1.8, -0.9],
  ],
  bias: [-1.2, -1.2],
} as const;

const classOf = (label: 'A' | 'B'): Pair[] =>
  datasets.article.points
    .filter((point) => point.label === label)
    .map(({ x1, x2 }) => [x1, x2] as const);

const classA = classOf('A');
const classB = classOf('B');

const sums = ([x1, x2]: Pair): Pair => {
  const [first, second] = hiddenLayer.weights;
  const [b1, b2] = hiddenLayer.bias;
  return [first[0] * x1 + first[1] * x2 + b1, second[0] * x1 + second[1] * x2 + b2];
};

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

interface Gap {
  /** Width of the widest empty strip between the classes; 0 when no line parts them. */
  readonly width: number;
  /** The same, over the root-mean-square distance of the points from their mean. */
  readonly relative: number;
}

/** The gap in the hidden plane when all hidden weights and biases are multiplied by `scale`. */
export function hiddenGap(activation: Activation, scale = 1): Gap {
  const hidden = (point: Pair): Pair => {
    const [n1, n2] = sums(point);
    return [activation(scale * n1), activation(scale * n2)];
  };
  const a = classA.map(hidden);
  const b = classB.map(hidden);
  const separation = separate(a, b, 'double');
  const width = separation.kind === 'separable' ? separation.gap : 0;
  return { width, relative: width / spread([...a, ...b]) };
}

function spread(points: readonly Pair[]): number {
  const mean = (axis: 0 | 1) => points.reduce((sum, p) => sum + p[axis], 0) / points.length;
  const [m1, m2] = [mean(0), mean(1)];
  const squares = points.reduce((sum, [h1, h2]) => sum + (h1 - m1) ** 2 + (h2 - m2) ** 2, 0);
  return Math.sqrt(squares / points.length);
}

const relu: Activation = (z) => Math.max(0, z);
const tanh: Activation = Math.tanh;
const sigmoid: Activation = (z) => 1 / (1 + Math.exp(-z));

function gapRatio(scale: number): Gap {
  const [over, under] = [hiddenGap(tanh, scale), hiddenGap(relu, scale)];
  return { width: over.width / under.width, relative: over.relative / under.relative };
}

const best = bestLine(classA, classB);
const certificate = certificatePoint();
const [n1, n2] = sums(certificate);
const [[w11, w12], [w21, w22]] = hiddenLayer.weights;

export const planeFacts = {
  'points-total': count(best.total),
  'class-a-points': count(classA.length),
  'best-line-correct': count(best.correct),
  'certificate-x': decimal(certificate[0], 2),
  'certificate-y': decimal(certificate[1], 2),
  'certificate-n1': decimal(n1, 2),
  'certificate-n2': decimal(n2, 2),
  'hidden-determinant': decimal(w11 * w22 - w12 * w21, 2),
  'gap-relu': decimal(hiddenGap(relu).width, 3),
  'gap-tanh': decimal(hiddenGap(tanh).width, 3),
  'gap-sigmoid': decimal(hiddenGap(sigmoid).width, 3),
  'gap-ratio': decimal(gapRatio(1).width, 2),
  'gap-ratio-relative': decimal(gapRatio(1).relative, 2),
  'gap-ratio-scale-4': decimal(gapRatio(4).width, 2),
  'gap-ratio-scale-half': decimal(gapRatio(0.5).width, 2),
  'gap-ratio-relative-scale-4': decimal(gapRatio(4).relative, 2),
} satisfies Record<string, Fact>;
