// TensorFlow.js, JavaScript backend.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type Entry, SINGLE } from '../contract.ts';
import { createTensorflow } from './tensorflow.ts';

export const entry: Entry = {
  tolerance: SINGLE,
  accept: (workload) => workload,
  create: async (workload) => {
    await tf.setBackend('cpu');
    return createTensorflow(workload);
  },
};
