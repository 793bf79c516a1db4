// The design of TensorFlow Playground's nn.ts, written anew: an object per node and per link, a
// sample at a time, derivatives gathered in the links until a batch is full. Math.tanh, as there.
// Its update is plain gradient descent; Adam is added in the same style, its averages in the nodes
// and links.

import { allBatches, DOUBLE, type Entry, type Workload } from '../contract.ts';

interface Activation {
  readonly output: (x: number) => number;
  readonly der: (x: number) => number;
}

const activations: Readonly<Record<string, Activation>> = {
  tanh: {
    output: (x) => Math.tanh(x),
    der: (x) => {
      const y = Math.tanh(x);
      return 1 - y * y;
    },
  },
  relu: { output: (x) => Math.max(0, x), der: (x) => (x <= 0 ? 0 : 1) },
  identity: { output: (x) => x, der: () => 1 },
};

/** A number that is learned: the bias of a node or the weight of a link. */
class Learned {
  value: number;
  accumulated = 0;
  count = 0;
  first = 0;
  second = 0;
  constructor(value: number) {
    this.value = value;
  }
}

class Link {
  readonly source: Node;
  readonly dest: Node;
  readonly weight: Learned;
  errorDer = 0;
  constructor(source: Node, dest: Node, weight: number) {
    this.source = source;
    this.dest = dest;
    this.weight = new Learned(weight);
  }
}

class Node {
  readonly inputLinks: Link[] = [];
  readonly outputs: Link[] = [];
  readonly bias: Learned;
  readonly activation: Activation;
  totalInput = 0;
  output = 0;
  outputDer = 0;
  inputDer = 0;
  constructor(activation: Activation, bias: number) {
    this.activation = activation;
    this.bias = new Learned(bias);
  }

  updateOutput(): number {
    this.totalInput = this.bias.value;
    for (let j = 0; j < this.inputLinks.length; j++) {
      const link = this.inputLinks[j];
      this.totalInput += link.weight.value * link.source.output;
    }
    this.output = this.activation.output(this.totalInput);
    return this.output;
  }
}

const build = ({ sizes, hidden, output, start }: Workload): Node[][] => {
  let offset = 0;
  const network: Node[][] = [];
  for (let l = 0; l < sizes.length; l++) {
    const activation = activations[l === 0 ? 'identity' : l === sizes.length - 1 ? output : hidden];
    const biases = offset + sizes[l] * (sizes[l - 1] ?? 0);
    const layer: Node[] = [];
    for (let u = 0; u < sizes[l]; u++) {
      const node = new Node(activation, l === 0 ? 0 : start[biases + u]);
      for (const source of network[l - 1] ?? []) {
        const link = new Link(source, node, start[offset++]);
        source.outputs.push(link);
        node.inputLinks.push(link);
      }
      layer.push(node);
    }
    if (l > 0) offset = biases + sizes[l];
    network.push(layer);
  }
  return network;
};

const forwardProp = (network: readonly Node[][], inputs: readonly number[]): number => {
  for (let i = 0; i < network[0].length; i++) network[0][i].output = inputs[i];
  for (let l = 1; l < network.length; l++) {
    for (let i = 0; i < network[l].length; i++) network[l][i].updateOutput();
  }
  return network[network.length - 1][0].output;
};

const backProp = (network: readonly Node[][], target: number): void => {
  const last = network[network.length - 1][0];
  last.outputDer = last.output - target;
  for (let l = network.length - 1; l >= 1; l--) {
    const layer = network[l];
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      node.inputDer = node.outputDer * node.activation.der(node.totalInput);
      node.bias.accumulated += node.inputDer;
      node.bias.count++;
    }
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      for (let j = 0; j < node.inputLinks.length; j++) {
        const link = node.inputLinks[j];
        link.errorDer = node.inputDer * link.source.output;
        link.weight.accumulated += link.errorDer;
        link.weight.count++;
      }
    }
    if (l === 1) continue;
    const before = network[l - 1];
    for (let i = 0; i < before.length; i++) {
      const node = before[i];
      node.outputDer = 0;
      for (let j = 0; j < node.outputs.length; j++) {
        const link = node.outputs[j];
        node.outputDer += link.weight.value * link.dest.inputDer;
      }
    }
  }
};

type Update = (learned: Learned, rate: number, step: number) => void;

const descend: Update = (learned, rate) => {
  learned.value -= (rate * learned.accumulated) / learned.count;
  learned.accumulated = 0;
  learned.count = 0;
};

const adam: Update = (learned, rate, step) => {
  const g = learned.accumulated / learned.count;
  learned.first = 0.9 * learned.first + 0.1 * g;
  learned.second = 0.999 * learned.second + 0.001 * g * g;
  const first = learned.first / (1 - 0.9 ** step);
  const second = learned.second / (1 - 0.999 ** step);
  learned.value -= (rate * first) / (Math.sqrt(second) + 1e-8);
  learned.accumulated = 0;
  learned.count = 0;
};

const updateWeights = (
  network: readonly Node[][],
  update: Update,
  rate: number,
  step: number,
): void => {
  for (let l = 1; l < network.length; l++) {
    for (let i = 0; i < network[l].length; i++) {
      const node = network[l][i];
      update(node.bias, rate, step);
      for (let j = 0; j < node.inputLinks.length; j++) {
        update(node.inputLinks[j].weight, rate, step);
      }
    }
  }
};

export const entry: Entry = {
  tolerance: DOUBLE,
  accept: (workload) => workload,
  create: (workload) => {
    const network = build(workload);
    const batches = allBatches(workload);
    const update = workload.optimiser === 'adam' ? adam : descend;
    let step = 0;
    const steps = (count: number): void => {
      for (let k = 0; k < count; k++) {
        const { inputs, targets } = batches[step % batches.length];
        for (let s = 0; s < inputs.length; s++) {
          forwardProp(network, inputs[s]);
          backProp(network, targets[s][0]);
        }
        step++;
        updateWeights(network, update, workload.learningRate, step);
      }
    };
    const parameters = (): number[] =>
      network
        .slice(1)
        .flatMap((layer) => [
          ...layer.flatMap((node) => node.inputLinks.map(({ weight }) => weight.value)),
          ...layer.map(({ bias }) => bias.value),
        ]);
    return { steps, parameters };
  },
};
