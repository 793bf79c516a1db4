// TensorFlow.js, WebAssembly backend, with SIMD where the engine has it.
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { type Entry, SINGLE } from '../contract.ts';
import { createTensorflow } from './tensorflow.ts';

export const entry: Entry = {
  tolerance: SINGLE,
  packages: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm'],
  accept: (workload) => workload,
  create: async (workload) => {
    await tf.setBackend('wasm');
    return createTensorflow(workload);
  },
};
