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

declare module 'esbuild' {
  export const build: (options: {
    readonly stdin: {
      readonly contents: string;
      readonly resolveDir: string;
      readonly loader: 'ts';
    };
    readonly bundle: true;
    readonly outfile: string;
    readonly platform?: 'node' | 'browser';
    readonly format?: 'cjs' | 'iife';
    readonly mainFields: readonly string[];
    readonly logLevel: 'error';
  }) => Promise<unknown>;
}
