// The door to the kernel: the inner loops of training in WebAssembly, two doubles at once
// (src/kernel). It changes no bit of any result: every function here has its counterpart in
// TypeScript, which is the reference, and what runs where there is no kernel. The core knows
// nothing of WebAssembly: whoever has a kernel hands it in with useKernel().

import type { ActivationName } from './activations.ts';
import { sigmoid, sigmoidTable, tanhTable } from './elementary/hyperbolic-tangent.ts';

/** Activations the kernel has; all arrays are given by their addresses in its memory. */
const codes: Partial<Record<ActivationName, number>> = {
  identity: 0,
  relu: 1,
  sigmoid: 2,
  tanh: 3,
};

/** The kernel's name for an activation, or −1: left to activation-loops.ts. */
export const codeOf = (name: ActivationName): number => codes[name] ?? -1;

export interface Kernel {
  /** ActivationLoops.forward. */
  readonly activate: (code: number, sums: number, outputs: number, count: number) => void;
  /** ActivationLoops.backward. */
  readonly descend: (code: number, outputs: number, gradient: number, count: number) => void;
  /** combine() of rows.ts; `biases` 0 is none. */
  readonly combine: (
    to: number,
    units: number,
    from: number,
    rows: number,
    count: number,
    weights: number,
    unitStride: number,
    rowStride: number,
    biases: number,
  ) => void;
  /** accumulate() of rows.ts. */
  readonly accumulate: (
    to: number,
    from: number,
    rows: number,
    count: number,
    weights: number,
    stride: number,
  ) => void;
  /** Passes over the layers of a plan (kernel-passes.ts), by the addresses of their records. */
  readonly forward: (
    layer: number,
    end: number,
    count: number,
    parameters: number,
    inputs: number,
  ) => void;
  readonly backward: (
    layer: number,
    last: number,
    first: number,
    count: number,
    parameters: number,
    inputs: number,
    gradient: number,
  ) => void;
  /** UnitLoops.forward of one-hidden-layer.ts, for all units. */
  readonly fusedForward: (
    code: number,
    width: number,
    count: number,
    parameters: number,
    inputs: number,
    hidden: number,
    outputs: number,
  ) => void;
  /** UnitLoops.backward of one-hidden-layer.ts, for all units. */
  readonly fusedBackward: (
    code: number,
    width: number,
    count: number,
    parameters: number,
    inputs: number,
    hidden: number,
    misses: number,
    gradient: number,
  ) => void;
  /** innerProducts() of approximation/trainers/products.ts. */
  readonly innerProducts: (
    a: number,
    aRows: number,
    aFirst: number,
    aEnd: number,
    b: number,
    bRows: number,
    bFirst: number,
    bEnd: number,
    count: number,
    out: number,
    firstRow: number,
    symmetric: boolean,
    more: boolean,
  ) => void;
  /** factorCholesky() of approximation/trainers/cholesky.ts. */
  readonly factorCholesky: (matrix: number, size: number) => boolean;
  /** addRowDots() of approximation/trainers/dots.ts. */
  readonly rowDots: (values: number, rows: number, by: number, count: number, out: number) => void;
  /** out += the sum of each row. */
  readonly rowSums: (values: number, rows: number, count: number, out: number) => void;
  /** The loop of optimisers.adam, with its two corrections. */
  readonly adam: (
    count: number,
    parameters: number,
    gradient: number,
    state: number,
    learningRate: number,
    first: number,
    second: number,
  ) => void;
}

/** A kernel and the memory it works on. */
export interface KernelInstance {
  readonly kernel: Kernel;
  readonly buffer: ArrayBuffer;
}

/** What the kernel calls back for. */
export interface KernelImports {
  readonly sigmoid: (x: number) => number;
}

/** Makes an instance with so many bytes of memory, zeros; throws where there is no room. */
export type MakeKernel = (bytes: number, imports: KernelImports) => KernelInstance;

let make: MakeKernel | null = null;

/** From now on what is made in a room (inRoom) works by this kernel, or by none. */
export const useKernel = (maker: MakeKernel | null): void => {
  make = maker;
};

/** Where arrays are made, and the kernel that can reach them, if any. */
export interface Room {
  readonly floats: (length: number) => Float64Array<ArrayBuffer>;
  readonly integers: (length: number) => Int32Array<ArrayBuffer>;
  readonly kernel: Kernel | null;
}

export const plainRoom: Room = {
  floats: (length) => new Float64Array(length),
  integers: (length) => new Int32Array(length),
  kernel: null,
};

// The kernel's memory: its constants, the two tables, the arrays.
const TANH_TABLE = 256;
const SIGMOID_TABLE = 78400;
const ARRAYS = 160512;
/** The kernel reads two numbers where one is left, and puts back what it wrote there. */
const BEYOND = 8;
/** An index into the tables that is no number's leads no further than this. */
const LEAST_BYTES = SIGMOID_TABLE + 4096 * 32;

/**
 * Arrays of fewer numbers than this are not worth an instance, which takes half a millisecond: a network
 * 2-2-1 makes up for it in 500 steps.
 */
export const LEAST_NUMBERS = 64;

const NO_FLOATS = new Float64Array(0);
const NO_INTEGERS = new Int32Array(0);

const aligned = (bytes: number): number => (bytes + 15) & ~15;

/**
 * Whatever `build` makes of the arrays it asks for, in the memory of a kernel if there is one and
 * the arrays are large enough to be worth it. `build` runs a first time to be counted, with empty
 * arrays, and must only ask for arrays, the same each time.
 */
export const inRoom = <T>(build: (room: Room) => T, least = LEAST_NUMBERS): T => {
  if (make === null) return build(plainRoom);
  let bytes = 0;
  build({
    floats: (length) => {
      bytes += aligned(8 * length);
      return NO_FLOATS;
    },
    integers: (length) => {
      bytes += aligned(4 * length);
      return NO_INTEGERS;
    },
    kernel: null,
  });
  if (bytes < 8 * least) return build(plainRoom);
  let instance: KernelInstance;
  try {
    instance = make(Math.max(ARRAYS + bytes + BEYOND, LEAST_BYTES), { sigmoid });
  } catch {
    return build(plainRoom);
  }
  const { kernel, buffer } = instance;
  new Float64Array(buffer, TANH_TABLE, tanhTable.length).set(tanhTable);
  new Float64Array(buffer, SIGMOID_TABLE, sigmoidTable.length).set(sigmoidTable);
  let at = ARRAYS;
  return build({
    floats: (length) => {
      const array = new Float64Array(buffer, at, length);
      at += aligned(8 * length);
      return array;
    },
    integers: (length) => {
      const array = new Int32Array(buffer, at, length);
      at += aligned(4 * length);
      return array;
    },
    kernel,
  });
};
