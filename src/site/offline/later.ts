// The offline copy can wait: first what the reader came for.

/** Milliseconds after the page has loaded. */
const patience = 4000;

addEventListener('load', () => setTimeout(() => import('./keep.ts'), patience));

export {};
