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

/** Pages that engines beside Chromium pass over where every page is looked at: others are laid out alike. */
export const likeAnother = /data\/|^zh\/(?!index)/;
