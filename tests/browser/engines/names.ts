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
 * Whether this run is the short one that every run of all tests makes of the engines beside Chromium, so that it
 * ends in time. Whole suites have commands of their own.
 */
export const isBrief = process.env['BRIEF'] === '1';

/** Files a short run passes over, and what they would have looked at. */
export const passedOver: Readonly<Record<string, string>> = {
  anywhere: 'the site under other addresses',
  faults: 'what a page does when something fails',
  keyboard: 'a walk through all that takes the focus; other files press keys too',
  languages: 'how lines break, in both languages',
  'lab-worker': 'what the lab does when its worker fails',
  'lab-link': 'states of the lab in links, of which other files open some',
  'live-regions': 'what is said while a figure works, which takes as long as it works',
  offline: 'the copy for readers without a connection',
  recovery: 'what these tests do when a browser dies',
};

/** Pages a short run looks at where a whole run looks at every page. */
const ofEachKind = /^(zh\/|lab\/)?index\.html$/;

export const isLookedAt = (page: string): boolean => !isBrief || ofEachKind.test(page);

/** Pages that engines beside Chromium pass over where every page is looked at: others are laid out alike. */
export const likeAnother = /data\/|^zh\/(?!index)/;
