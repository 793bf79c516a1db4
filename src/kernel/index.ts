// The inner loops of training in WebAssembly, two doubles at once. Every function has a counterpart
// in src/core that gives the same bits, and is there to read first; src/core/kernel.ts says which.

export { activate, descend } from './activations';
export { adam } from './adam';
export { fusedBackward, fusedForward } from './one-hidden-layer';
export { collect, combine } from './rows';
