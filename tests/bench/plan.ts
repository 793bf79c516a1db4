// What is measured, and which entries take part where.

/** All entries; the first is what the others are compared with, unless a bar says otherwise. */
export const entryNames = [
  'core-any-depth',
  'core-one-hidden-layer',
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

const ours = entryNames.filter((name) => name.startsWith('core-'));

/** Workload → the entries it is measured with. */
export const plan: Readonly<Record<string, readonly EntryName[]>> = {
  ...Object.fromEntries(
    ['tanh', 'relu'].flatMap((hidden) =>
      [8, 32, 128, 512].map((width) => [`${hidden}-${width}`, entryNames]),
    ),
  ),
  playground: entryNames,
  article: entryNames,
  // for the growth with the width and with the number of samples
  ...Object.fromEntries(
    ['tanh-64', 'tanh-256', 'tanh-32-64', 'tanh-32-128', 'tanh-32-512', 'tanh-32-1024'].map(
      (id) => [id, ours],
    ),
  ),
};

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
