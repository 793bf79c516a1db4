// The browsers the suite runs in. ENGINE says which one a run is about.
export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

const named = process.env['ENGINE'] ?? 'chromium';
const found = engineNames.find((name) => name === named);
if (!found) throw new Error(`there is no engine "${named}"; got ENGINE, expected ${engineNames}`);

export const engine: EngineName = found;

/** Files that look at what is built by means of a browser, and would find the same in any. */
export const once: Readonly<Record<string, string>> = {
  'tests/browser/pseudo-locale.test.ts':
    'builds a site of its own to see that words come from content/',
};

/**
 * What every run of all tests asks of the engines beside Chromium: the same bits, in the page and in its
 * workers; figures that wake, answer to pointer and keys, and are heard; pages that are whole without
 * JavaScript. Their whole suites have commands of their own.
 */
export const brief: readonly string[] = [
  ...['seeded-runs', 'kernel', 'sound', 'without-javascript'],
  ...['activations', 'depth', 'network', 'neuron', 'two-lines'],
];

/** Pages that engines beside Chromium pass over where every page is looked at: others are laid out alike. */
export const likeAnother = /data\/|^zh\/(?!index)/;
