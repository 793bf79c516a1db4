// synaptic learns after every sample: so it is measured at that.
import { Layer, Network, Neuron } from 'synaptic';
import { type Entry, online, type Workload } from '../contract.ts';

const squashes: Readonly<Record<string, (x: number, derivate?: boolean) => number>> = {
  tanh: Neuron.squash.TANH,
  relu: Neuron.squash.RELU,
  identity: Neuron.squash.IDENTITY,
};

/** A neuron's incoming connections, in the order of the neurons they come from. */
const incoming = (neuron: Neuron) => Object.values(neuron.connections.inputs);

const buildNetwork = ({ sizes, hidden, output, start }: Workload) => {
  const layers = sizes.map((size) => new Layer(size));
  for (let l = 1; l < layers.length; l++) layers[l - 1].project(layers[l]);
  const network = new Network({
    input: layers[0],
    hidden: layers.slice(1, -1),
    output: layers[layers.length - 1],
  });
  let offset = 0;
  for (let l = 1; l < layers.length; l++) {
    for (const neuron of layers[l].list) {
      neuron.squash = squashes[l === layers.length - 1 ? output : hidden];
      for (const connection of incoming(neuron)) connection.weight = start[offset++];
    }
    for (const neuron of layers[l].list) neuron.bias = start[offset++];
  }
  const parameters = (): number[] => {
    network.restore();
    return layers
      .slice(1)
      .flatMap(({ list }) => [
        ...list.flatMap((neuron) => incoming(neuron).map(({ weight }) => weight)),
        ...list.map(({ bias }) => bias),
      ]);
  };
  return { network, parameters };
};

/** It corrects a layer's weights before it passes the error back through them. */
const ORDER = 1e-2;

export const entry: Entry = {
  tolerance: ORDER,
  accept: online,
  create: (workload) => {
    const { schedule, updatesPerStep, sampleCount, learningRate } = workload;
    const { network, parameters } = buildNetwork(workload);
    const column = (rows: Float64Array, s: number): number[] =>
      Array.from({ length: rows.length / sampleCount }, (_, i) => rows[i * sampleCount + s]);
    const samples = Array.from(schedule, (s) => ({
      input: column(workload.inputs, s),
      target: column(workload.targets, s),
    }));
    let made = 0;
    const steps = (count: number): void => {
      for (let k = count * updatesPerStep; k > 0; k--) {
        const { input, target } = samples[made % samples.length];
        network.activate(input);
        network.propagate(learningRate, target);
        made++;
      }
    };
    return { steps, parameters };
  },
};
