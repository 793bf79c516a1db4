// Two-class point sets in [−2, 2]², coordinates on a grid of 0.01 so that exact arithmetic can read
// them as whole hundredths. One typed registry; the names for readers live with the content.

import { cos, sin } from './elementary.ts';
import { createRandom, type Random } from './random.ts';

export { articleLines } from './article-lines.ts';

export interface PlanePoint {
  readonly x1: number;
  readonly x2: number;
  readonly label: 'A' | 'B';
}

type Label = PlanePoint['label'];

// Drawn once for this article: class A in the band where both lines of article-lines.ts are
// negative, class B
// twelve on each side of it; uniform on the grid, every point at least 0.4 from both lines in the
// value of w·x + b and 0.22 from every other point.
// biome-ignore format: a table
const articleA: readonly (readonly [number, number])[] = [
  [-0.18, -0.04], [-0.42, 1.07], [1.03, -1.23], [0.31, -1.49], [-1.05, 1.96], [-0.79, 0.71],
  [-0.79, 1.58], [0.61, -1.53], [0.03, 0.09], [1.46, -1.62], [-1, 1.48], [0.17, -0.85],
  [0.1, -0.29], [0.75, -0.62], [-0.58, 0.41], [0.16, 0.27], [1.7, -1.71], [0.72, -1.82],
  [1.11, -0.95], [1.91, -1.94], [0.85, -1.46], [0.5, -1.05], [-0.39, 0.71], [-0.13, 0.39],
];
// biome-ignore format: a table
const articleB: readonly (readonly [number, number])[] = [
  [0.11, 1.92], [1.87, -0.88], [0.45, 0.88], [-0.3, 1.98], [0.36, 1.19], [1.08, 1.98],
  [0.49, 1.46], [1.81, 1.69], [0.77, 1.68], [1.34, 1.74], [1.52, 0.04], [1.74, 0.82],
  [-1.44, -0.39], [-1.01, -1.38], [-0.04, -1.73], [-1.83, -0.29], [-0.82, -1.18], [-1.39, -0.71],
  [-1.39, 0.9], [-0.94, -1.81], [-1.54, -1.84], [-0.45, -1.53], [-0.7, -1.52], [-1.99, -1.27],
];

const labelled = (pairs: readonly (readonly [number, number])[], label: Label): PlanePoint[] =>
  pairs.map(([x1, x2]) => ({ x1, x2, label }));

const PER_CLASS = 24;

type Rule = (random: Random, label: Label, i: number) => readonly [number, number];

/** 24 points of each class, from a rule for the i-th of a class; on the grid, inside the square. */
const generate = (seed: number, rule: Rule): readonly PlanePoint[] => {
  const random = createRandom(seed);
  const onGrid = (x: number): number => Math.round(100 * Math.min(2, Math.max(-2, x))) / 100 + 0;
  return (['A', 'B'] as const).flatMap((label) =>
    Array.from({ length: PER_CLASS }, (_, i) => {
      const [x1, x2] = rule(random, label, i);
      return { x1: onGrid(x1), x2: onGrid(x2), label };
    }),
  );
};

/** Class A where the coordinates have one sign, B where they have two; a gap along both axes. */
const xorPoint = (random: Random, label: Label, i: number): readonly [number, number] => {
  const sign = i % 2 === 0 ? 1 : -1;
  const x1 = sign * (0.25 + 1.6 * random.uniform());
  const x2 = sign * (0.25 + 1.6 * random.uniform());
  return label === 'A' ? [x1, x2] : [x1, -x2];
};

/** Class A in a disc of radius 0.8, B in a ring from 1.25 to 1.85. */
const ringPoint = (random: Random, label: Label, i: number): readonly [number, number] => {
  const u = random.uniform();
  const radius = label === 'A' ? 0.8 * Math.sqrt(u) : 1.25 + 0.6 * u;
  const angle = (2 * Math.PI * (i + random.uniform())) / PER_CLASS;
  return [radius * cos(angle), radius * sin(angle)];
};

/** Two half circles, each reaching into the other. */
const moonPoint = (random: Random, label: Label, i: number): readonly [number, number] => {
  const angle = (Math.PI * (i + random.uniform())) / PER_CLASS;
  const radius = 1.15 + 0.16 * (random.uniform() - 0.5);
  const x1 = radius * cos(angle);
  const x2 = radius * sin(angle);
  return label === 'A' ? [x1 - 0.55, x2 - 0.3] : [0.55 - x1, 0.3 - x2];
};

/** Generated when first looked at: most pages show none of them. */
const generated = (seed: number, rule: Rule) => {
  let known: readonly PlanePoint[] | undefined;
  return {
    get points(): readonly PlanePoint[] {
      known ??= generate(seed, rule);
      return known;
    },
  };
};

export const datasets = {
  article: { points: [...labelled(articleA, 'A'), ...labelled(articleB, 'B')] },
  xor: generated(1, xorPoint),
  rings: generated(2, ringPoint),
  moons: generated(3, moonPoint),
} as const satisfies Readonly<Record<string, { readonly points: readonly PlanePoint[] }>>;

export type DatasetName = keyof typeof datasets;

export const datasetNames = Object.keys(datasets) as readonly DatasetName[];
