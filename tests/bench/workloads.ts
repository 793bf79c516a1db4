// The work that is measured, by name: 'tanh-32' is a network 1-32-1 on 256 samples of a sine,
// full-batch Adam; 'tanh-32-1024' has 1024 samples; 'playground' and 'article' are in the plane.

import { targets } from '../../src/core/approximation/targets.ts';
import { datasets, type PlanePoint } from '../../src/core/datasets.ts';
import { cos, sin } from '../../src/core/elementary.ts';
import { initialisers } from '../../src/core/initialisers.ts';
import { createMlp } from '../../src/core/mlp.ts';
import { createRandom } from '../../src/core/random.ts';
import type { Workload } from './contract.ts';

const SEED = 1;
/** Rounds through the samples before a mini-batch schedule begins anew. */
const ROUNDS = 8;

const allInOrder = (count: number): Int32Array => Int32Array.from({ length: count }, (_, s) => s);

/** The order in which src/core/batches.ts, with the same seed, goes through the samples. */
const shuffledRounds = (count: number, batch: number): Int32Array => {
  const random = createRandom(SEED);
  const order = allInOrder(count);
  const whole = count - (count % batch);
  const schedule = new Int32Array(ROUNDS * whole);
  for (let round = 0; round < ROUNDS; round++) {
    random.shuffle(order);
    schedule.set(order.subarray(0, whole), round * whole);
  }
  return schedule;
};

type Shape = Pick<Workload, 'id' | 'sizes' | 'hidden' | 'output' | 'optimiser' | 'learningRate'> &
  Pick<Workload, 'inputs' | 'targets' | 'sampleCount'>;

const workload = (shape: Shape, batch = shape.sampleCount): Workload => {
  const mlp = createMlp(shape);
  const start = new Float64Array(mlp.parameterCount);
  initialisers.pytorch(mlp, start, createRandom(SEED));
  const { sampleCount } = shape;
  const schedule =
    batch < sampleCount ? shuffledRounds(sampleCount, batch) : allInOrder(sampleCount);
  return { ...shape, start, batch, schedule, updatesPerStep: 1 };
};

const curve = (hidden: 'tanh' | 'relu', width: number, sampleCount: number): Workload => {
  const inputs = Float64Array.from(
    { length: sampleCount },
    (_, s) => -1 + (2 * s) / (sampleCount - 1),
  );
  return workload({
    id: `${hidden}-${width}-${sampleCount}`,
    sizes: [1, width, 1],
    hidden,
    output: 'identity',
    optimiser: 'adam',
    learningRate: 0.01,
    sampleCount,
    inputs,
    targets: inputs.map(targets.sine.value),
  });
};

const coordinates = (points: readonly PlanePoint[]): Float64Array =>
  Float64Array.from([...points.map(({ x1 }) => x1), ...points.map(({ x2 }) => x2)]);

/** As in TensorFlow Playground: 250 points, a disc in a ring, labels ±1, batches of 10, rate 0.03. */
const playground = (): Workload => {
  const random = createRandom(SEED);
  const points = Array.from({ length: 250 }, (_, i): PlanePoint => {
    const label = i % 2 === 0 ? 'A' : 'B';
    const radius =
      label === 'A' ? 0.8 * Math.sqrt(random.uniform()) : 1.25 + 0.6 * random.uniform();
    const angle = 2 * Math.PI * random.uniform();
    return { x1: radius * cos(angle), x2: radius * sin(angle), label };
  });
  return workload(
    {
      id: 'playground',
      sizes: [2, 8, 8, 1],
      hidden: 'tanh',
      output: 'tanh',
      optimiser: 'gradientDescent',
      learningRate: 0.03,
      sampleCount: points.length,
      inputs: coordinates(points),
      targets: Float64Array.from(points, ({ label }) => (label === 'A' ? 1 : -1)),
    },
    10,
  );
};

/** The network of the article's two lines. */
const article = (): Workload => {
  const { points } = datasets.article;
  return workload({
    id: 'article',
    sizes: [2, 2, 1],
    hidden: 'tanh',
    output: 'identity',
    optimiser: 'adam',
    learningRate: 0.05,
    sampleCount: points.length,
    inputs: coordinates(points),
    targets: Float64Array.from(points, ({ label }) => (label === 'A' ? 1 : 0)),
  });
};

export const workloadOf = (id: string): Workload => {
  if (id === 'playground') return playground();
  if (id === 'article') return article();
  const [, hidden, width, samples] = /^(tanh|relu)-(\d+)(?:-(\d+))?$/.exec(id) ?? [];
  if (hidden !== 'tanh' && hidden !== 'relu') throw new Error(`unknown workload: ${id}`);
  return curve(hidden, Number(width), Number(samples ?? 256));
};
