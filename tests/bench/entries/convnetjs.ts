// convnetjs: its network, and its trainer where that can do the work. It has no Adam: there its
// gradients are followed by ours.
import convnetjs from 'convnetjs';
import { allBatches, DOUBLE, type Entry, type Workload } from '../contract.ts';

const buildNet = ({ sizes, hidden, output, start }: Workload): convnetjs.Net => {
  const dense = sizes.slice(1).map((width, l) => {
    const activation = l === sizes.length - 2 ? output : hidden;
    return {
      type: 'fc' as const,
      num_neurons: width,
      ...(activation !== 'identity' && { activation }),
    };
  });
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...dense,
    { type: 'regression', num_neurons: sizes[sizes.length - 1] },
  ]);
  // A regression layer brings a dense layer of its own before it, which would be one too many.
  net.layers.splice(-2, 1);
  let offset = 0;
  for (const { params } of net.getParamsAndGrads()) {
    params.set(start.subarray(offset, offset + params.length));
    offset += params.length;
  }
  return net;
};

/** Adam over the network's arrays, whose gradients are sums over `batch` samples. */
const createAdam = (net: convnetjs.Net, learningRate: number, batch: number): (() => void) => {
  const lists = net.getParamsAndGrads().map(({ params, grads }) => ({
    params,
    grads,
    first: new Float64Array(params.length),
    second: new Float64Array(params.length),
  }));
  let step = 0;
  return () => {
    step++;
    const firstBias = 1 - 0.9 ** step;
    const secondBias = 1 - 0.999 ** step;
    for (const { params, grads, first, second } of lists) {
      for (let i = 0; i < params.length; i++) {
        const g = grads[i] / batch;
        first[i] = 0.9 * first[i] + 0.1 * g;
        second[i] = 0.999 * second[i] + 0.001 * g * g;
        params[i] -=
          (learningRate * (first[i] / firstBias)) / (Math.sqrt(second[i] / secondBias) + 1e-8);
        grads[i] = 0;
      }
    }
  };
};

export const entry: Entry = {
  tolerance: DOUBLE,
  accept: (workload) => workload,
  create: (workload) => {
    const { batch, learningRate } = workload;
    const net = buildNet(workload);
    const trainer = new convnetjs.Trainer(net, {
      method: 'sgd',
      learning_rate: learningRate,
      momentum: 0,
      l2_decay: 0,
      batch_size: batch,
    });
    const update = createAdam(net, learningRate, batch);
    const batches = allBatches(workload).map(({ inputs, targets }) =>
      inputs.map((row, s) => ({ input: new convnetjs.Vol(row), target: targets[s] })),
    );
    let made = 0;
    const steps = (count: number): void => {
      for (let k = 0; k < count; k++) {
        const samples = batches[made % batches.length];
        for (const { input, target } of samples) {
          if (workload.optimiser === 'gradientDescent') trainer.train(input, target);
          else {
            net.forward(input, true);
            net.backward(target);
          }
        }
        if (workload.optimiser === 'adam') update();
        made++;
      }
    };
    const parameters = (): number[] => net.getParamsAndGrads().flatMap(({ params }) => [...params]);
    return { steps, parameters };
  },
};
