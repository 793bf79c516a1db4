// TensorFlow.js, WebAssembly backend, with SIMD where the engine has it.
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { type Entry, SINGLE } from '../contract.ts';
import { createTensorflow } from './tensorflow.ts';

export const entry: Entry = {
  tolerance: SINGLE,
  accept: (workload) => workload,
  create: async (workload) => {
    await tf.setBackend('wasm');
    return createTensorflow(workload);
  },
};
