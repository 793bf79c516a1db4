import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
// TensorFlow.js on either of its processor backends; the entries are tensorflow-cpu.ts and
// tensorflow-wasm.ts. Tensors of the samples are made beforehand.

import * as tf from '@tensorflow/tfjs-core';
import { allBatches, type Run, type Workload } from '../contract.ts';

interface Layer {
  /** inputs×outputs. */
  readonly weights: tf.Variable;
  readonly biases: tf.Variable;
  readonly activate: (x: tf.Tensor) => tf.Tensor;
}

const activations: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>> = {
  tanh: (x) => tf.tanh(x),
  relu: (x) => tf.relu(x),
  identity: (x) => x,
};

const transposed = (from: ArrayLike<number>, rows: number, columns: number): number[] =>
  Array.from(
    { length: rows * columns },
    (_, k) => from[(k % rows) * columns + Math.trunc(k / rows)],
  );

const buildLayers = ({ sizes, hidden, output, start }: Workload): Layer[] => {
  let offset = 0;
  return sizes.slice(1).map((outputs, l) => {
    const inputs = sizes[l];
    const weights = start.subarray(offset, offset + outputs * inputs);
    const biases = start.subarray(offset + outputs * inputs, offset + outputs * (inputs + 1));
    offset += outputs * (inputs + 1);
    return {
      weights: tf.variable(tf.tensor2d(transposed(weights, outputs, inputs), [inputs, outputs])),
      biases: tf.variable(tf.tensor1d([...biases])),
      activate: activations[l === sizes.length - 2 ? output : hidden],
    };
  });
};

export const createTensorflow = (workload: Workload): Run => {
  tf.enableProdMode();
  const layers = buildLayers(workload);
  const batches = allBatches(workload).map(({ inputs, targets }) => ({
    inputs: tf.tensor2d(inputs),
    targets: tf.tensor2d(targets),
  }));
  const { learningRate } = workload;
  const optimizer =
    workload.optimiser === 'adam'
      ? tf.train.adam(learningRate, 0.9, 0.999, 1e-8)
      : tf.train.sgd(learningRate);
  const lossOf = ({ inputs, targets }: (typeof batches)[number]): tf.Tensor => {
    let value: tf.Tensor = inputs;
    for (const { weights, biases, activate } of layers) {
      value = activate(tf.add(tf.matMul(value, weights), biases));
    }
    return tf.mul(tf.mean(tf.square(tf.sub(value, targets))), 0.5);
  };
  let step = 0;
  const steps = (count: number): void => {
    for (let k = 0; k < count; k++) {
      const batch = batches[step % batches.length];
      optimizer.minimize(() => lossOf(batch));
      step++;
    }
  };
  const parameters = async (): Promise<number[]> => {
    const all: number[] = [];
    for (const { weights, biases } of layers) {
      const [inputs, outputs] = weights.shape;
      all.push(...transposed(await weights.data(), inputs, outputs), ...(await biases.data()));
    }
    return all;
  };
  return { steps, parameters };
};
