// TensorFlow.js, WebAssembly backend, with SIMD where the engine has it.
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { Entry } from '../contract.ts';
import { createTensorflow } from './tensorflow.ts';

export const entry: Entry = {
  precision: 'single',
  packages: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm'],
  browser: true,
  accept: (workload) => workload,
  create: async (workload) => {
    await tf.setBackend('wasm');
    return createTensorflow(workload);
  },
};
