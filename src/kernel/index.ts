// The inner loops of training in WebAssembly, two doubles at once, in AssemblyScript: TypeScript's
// grammar, WebAssembly's types and memory. Every function has a counterpart in src/core that gives
// the same bits and is there to read first; src/core/kernel.ts says which. Addresses and counts are
// usize; arrays are float64. A lane never adds up what the TypeScript adds up in another order: two
// lanes are two samples where nothing is summed over samples, and two neurons where something is.
// `@inline` copies a function into its callers, with `kind` known there; "decorator" is all that
// TypeScript itself has against it.

export { activate, descend } from './activations';
export { adam } from './adam';
export { factorCholesky } from './cholesky';
export { fusedBackward, fusedForward } from './one-hidden-layer';
export { innerProducts, rowDots, rowSums } from './products';
export { backward, forward } from './layers';
export { accumulate, combine } from './rows';
