// What is measured, and which entries take part where.

/** All entries; the first is what the others are compared with, unless a bar says otherwise. */
export const entryNames = [
  'core-any-depth',
  'core-one-hidden-layer',
  'core-any-depth-kernel',
  'core-training-run',
  'tensorflow-cpu',
  'tensorflow-wasm',
  'jax-js',
  'convnetjs',
  'brain-js',
  'synaptic',
  'object-graph',
  'c-double',
  'c-single',
] as const;
export type EntryName = (typeof entryNames)[number];

/** Workload → the entries it is measured with. */
export const plan: Readonly<Record<string, readonly EntryName[]>> = {
  ...Object.fromEntries(
    ['tanh', 'relu'].flatMap((hidden) =>
      [8, 32, 128, 512].map((width) => [`${hidden}-${width}`, entryNames]),
    ),
  ),
  playground: entryNames,
  article: entryNames,
};

/**
 * Workloads of growing size, by what grows: measured in the same rounds, so that the machine's moods
 * are not taken for growth. Kept as "H/tanh-64".
 */
export const growths = {
  H: [32, 64, 128, 256, 512].map((width) => [`tanh-${width}`, width] as const),
  N: [64, 128, 256, 512, 1024].map(
    (count) => [count === 256 ? 'tanh-32' : `tanh-32-${count}`, count] as const,
  ),
} as const;

/** The entries whose growth is measured. */
export const growing = entryNames.filter((name) => name.startsWith('core-'));

/** Packages whose versions belong to the results. */
export const packages = [
  '@tensorflow/tfjs-core',
  '@jax-js/jax',
  'convnetjs',
  'brain.js',
  'synaptic',
] as const;

/** What runs in a browser's worker. */
export const browserPlan: Readonly<Record<string, readonly EntryName[]>> = Object.fromEntries(
  ['tanh-8', 'tanh-32', 'tanh-128', 'tanh-512', 'playground', 'article'].map((id) => [
    id,
    entryNames.filter((name) => !name.startsWith('c-')),
  ]),
);
