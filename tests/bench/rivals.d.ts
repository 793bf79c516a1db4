// What the benchmark uses of the packages in its own package.json, so that the project's types are
// checked alike whether they are installed or not.

declare module '@tensorflow/tfjs-core' {
  export interface Tensor {
    readonly shape: readonly number[];
    data(): Promise<Float32Array>;
  }
  export type Variable = Tensor;
  export const tensor1d: (values: readonly number[]) => Tensor;
  export const tensor2d: (
    values: readonly number[] | readonly (readonly number[])[],
    shape?: readonly [number, number],
  ) => Tensor;
  export const variable: (start: Tensor) => Variable;
  export const matMul: (a: Tensor, b: Tensor) => Tensor;
  export const add: (a: Tensor, b: Tensor) => Tensor;
  export const sub: (a: Tensor, b: Tensor) => Tensor;
  export const mul: (a: Tensor, b: Tensor | number) => Tensor;
  export const mean: (x: Tensor) => Tensor;
  export const square: (x: Tensor) => Tensor;
  export const tanh: (x: Tensor) => Tensor;
  export const relu: (x: Tensor) => Tensor;
  interface Optimizer {
    minimize(loss: () => Tensor): void;
  }
  export const train: {
    readonly adam: (rate: number, beta1: number, beta2: number, epsilon: number) => Optimizer;
    readonly sgd: (rate: number) => Optimizer;
  };
  export const enableProdMode: () => void;
  export const setBackend: (name: 'cpu' | 'wasm') => Promise<boolean>;
}
declare module '@tensorflow/tfjs-core/dist/register_all_gradients.js';
declare module '@tensorflow/tfjs-backend-cpu';
declare module '@tensorflow/tfjs-backend-wasm';

declare module '@jax-js/jax' {
  interface JaxArray {
    /** The same array, used once more. */
    readonly ref: JaxArray;
    readonly shape: number[];
    add(other: JaxArray | number): JaxArray;
    sub(other: JaxArray): JaxArray;
    mul(other: JaxArray | number): JaxArray;
    div(other: JaxArray): JaxArray;
    mean(): JaxArray;
    reshape(shape: readonly number[]): JaxArray;
    transpose(): JaxArray;
    data(): Promise<Float32Array>;
  }
  export namespace numpy {
    type Array = JaxArray;
    const array: (values: number | readonly number[] | readonly (readonly number[])[]) => JaxArray;
    const zeros: (shape: number[]) => JaxArray;
    const split: (x: JaxArray, at: readonly number[]) => JaxArray[];
    const matmul: (a: JaxArray, b: JaxArray) => JaxArray;
    const square: (x: JaxArray) => JaxArray;
    const sqrt: (x: JaxArray) => JaxArray;
    const tanh: (x: JaxArray) => JaxArray;
  }
  export const nn: { readonly relu: (x: JaxArray) => JaxArray };
  export const init: (device: 'wasm') => Promise<unknown>;
  export const defaultDevice: (device: 'wasm') => unknown;
  export const grad: (
    f: (parameters: JaxArray, inputs: JaxArray, targets: JaxArray) => JaxArray,
  ) => (parameters: JaxArray, inputs: JaxArray, targets: JaxArray) => JaxArray;
  export const jit: <A extends readonly unknown[], R>(f: (...args: A) => R) => (...args: A) => R;
  export const blockUntilReady: <T>(arrays: T) => Promise<T>;
}

declare module 'convnetjs' {
  namespace convnetjs {
    interface LayerDefinition {
      readonly type: 'input' | 'fc' | 'regression';
      readonly [option: string]: string | number;
    }
    class Vol {
      constructor(values: readonly number[]);
    }
    class Net {
      readonly layers: unknown[];
      makeLayers(definitions: readonly LayerDefinition[]): void;
      getParamsAndGrads(): { readonly params: Float64Array; readonly grads: Float64Array }[];
      forward(input: Vol, training: boolean): Vol;
      backward(target: readonly number[]): number;
    }
    class Trainer {
      constructor(net: Net, options: Readonly<Record<string, string | number>>);
      train(input: Vol, target: readonly number[]): unknown;
    }
  }
  export default convnetjs;
}

declare module 'brain.js/dist/neural-network.js' {
  class NeuralNetwork {
    constructor(options: {
      readonly activation: 'tanh' | 'relu';
      readonly learningRate: number;
      readonly momentum: number;
    });
    sizes: number[];
    readonly weights: Float32Array[][];
    readonly biases: Float32Array[];
    initialize(): void;
    trainPattern(sample: { readonly input: Float32Array; readonly output: Float32Array }): unknown;
  }
  const exported: { readonly default: typeof NeuralNetwork };
  export default exported;
}

declare module 'synaptic' {
  type Squash = (x: number, derivate?: boolean) => number;
  export class Neuron {
    static readonly squash: Readonly<Record<'TANH' | 'RELU' | 'IDENTITY', Squash>>;
    squash: Squash;
    bias: number;
    readonly connections: { readonly inputs: Readonly<Record<string, { weight: number }>> };
  }
  export class Layer {
    constructor(size: number);
    readonly list: readonly Neuron[];
    project(to: Layer): unknown;
  }
  export class Network {
    constructor(layers: {
      readonly input: Layer;
      readonly hidden: readonly Layer[];
      readonly output: Layer;
    });
    activate(input: readonly number[]): readonly number[];
    propagate(rate: number, target: readonly number[]): void;
    /** Copies what was learned back to the neurons. */
    restore(): void;
  }
}

/** As esbuild's loader for binaries gives it. */
declare module '*/kernel.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

declare module 'esbuild' {
  export const build: (options: {
    readonly stdin: {
      readonly contents: string;
      readonly resolveDir: string;
      readonly loader: 'ts';
    };
    readonly bundle: true;
    readonly loader?: Readonly<Record<string, 'binary'>>;
    readonly outfile: string;
    readonly platform?: 'node' | 'browser';
    readonly format?: 'cjs' | 'iife';
    readonly mainFields: readonly string[];
    readonly logLevel: 'error';
  }) => Promise<unknown>;
}
