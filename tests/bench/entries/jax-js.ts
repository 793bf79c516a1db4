// jax-js on WebAssembly: one compiled function makes a step. All parameters are one array, which is
// three times as fast as an array per layer. Adam is written out: the library's package of
// optimisers is not on the registry.

import { blockUntilReady, defaultDevice, grad, init, jit, nn, numpy as np } from '@jax-js/jax';
import { allBatches, type Entry, SINGLE, type Workload } from '../contract.ts';

type Array = np.Array;

const activations: Readonly<Record<string, (x: Array) => Array>> = {
  tanh: np.tanh,
  relu: nn.relu,
  identity: (x) => x,
};

// Every use of an array but the last is a use of its `ref`: jax-js counts them.

const createLoss = ({ sizes, hidden, output }: Workload) => {
  const ends: number[] = [];
  let offset = 0;
  for (let l = 1; l < sizes.length; l++) {
    ends.push(offset + sizes[l] * sizes[l - 1], offset + sizes[l] * (sizes[l - 1] + 1));
    offset += sizes[l] * (sizes[l - 1] + 1);
  }
  return (parameters: Array, inputs: Array, targets: Array): Array => {
    const parts = np.split(parameters, ends.slice(0, -1));
    let value = inputs;
    for (let l = 0; l + 1 < sizes.length; l++) {
      const products =
        sizes[l] === 1
          ? value.mul(parts[2 * l].reshape([1, sizes[l + 1]]))
          : np.matmul(value, parts[2 * l].reshape([sizes[l + 1], sizes[l]]).transpose());
      const sums = products.add(parts[2 * l + 1]);
      value = activations[l === sizes.length - 2 ? output : hidden](sums);
    }
    return np.square(value.sub(targets)).mean().mul(0.5);
  };
};

/** A step of each optimiser, from its state to the next; the parameters come first in it. */
const createStep = (workload: Workload) => {
  const { optimiser, learningRate } = workload;
  const gradientOf = grad(createLoss(workload));
  if (optimiser === 'gradientDescent') {
    return ([p]: Array[], inputs: Array, targets: Array): Array[] => {
      const g = gradientOf(p.ref, inputs, targets);
      return [p.sub(g.mul(learningRate))];
    };
  }
  return (state: Array[], inputs: Array, targets: Array): Array[] => {
    const [p] = state;
    const g = gradientOf(p.ref, inputs, targets);
    const m = state[1].mul(0.9).add(g.ref.mul(0.1));
    const v = state[2].mul(0.999).add(np.square(g).mul(0.001));
    const first = state[3].mul(0.9).add(0.1);
    const second = state[4].mul(0.999).add(0.001);
    const scale = np.sqrt(v.ref.div(second.ref)).add(1e-8);
    return [p.sub(m.ref.div(first.ref).mul(learningRate).div(scale)), m, v, first, second];
  };
};

export const entry: Entry = {
  tolerance: SINGLE,
  accept: (workload) => workload,
  create: async (workload) => {
    await init('wasm');
    defaultDevice('wasm');
    const step = jit(createStep(workload));
    const batches = allBatches(workload).map(({ inputs, targets }) => ({
      inputs: np.array(inputs),
      targets: np.array(targets),
    }));
    const start = np.array([...workload.start]);
    const zeros = (): Array => np.zeros(start.shape);
    let state =
      workload.optimiser === 'adam' ? [start, zeros(), zeros(), np.array(0), np.array(0)] : [start];
    let made = 0;
    const steps = async (count: number): Promise<void> => {
      for (let k = 0; k < count; k++) {
        const { inputs, targets } = batches[made % batches.length];
        state = step(state, inputs.ref, targets.ref);
        made++;
      }
      await blockUntilReady(state);
    };
    return { steps, parameters: () => state[0].ref.data() };
  },
};
