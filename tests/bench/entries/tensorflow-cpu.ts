// TensorFlow.js, JavaScript backend.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Entry } from '../contract.ts';
import { createTensorflow } from './tensorflow.ts';

export const entry: Entry = {
  precision: 'single',
  packages: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu'],
  browser: true,
  accept: (workload) => workload,
  create: async (workload) => {
    await tf.setBackend('cpu');
    return createTensorflow(workload);
  },
};
