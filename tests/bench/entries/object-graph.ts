// The design of TensorFlow Playground's nn.ts, written anew: an object per node and per link, which
// hold their numbers themselves; a sample at a time, its inputs put together from its features;
// derivatives gathered in nodes and links until a batch is full, dead links passed over, a
// regularisation that may be none. Math.tanh, as there. Its update is plain gradient descent; Adam is
// added in the same style, its averages in the nodes and links. Batches are those of the others, but
// cut beforehand: there the samples are shuffled once.

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

/** The penalty on weights; the workloads have none. */
interface Regularization {
  readonly der: (weight: number) => number;
}

class Link {
  readonly source: Node;
  readonly dest: Node;
  readonly regularization: Regularization | null = null;
  weight: number;
  isDead = false;
  errorDer = 0;
  accErrorDer = 0;
  numAccumulatedDers = 0;
  first = 0;
  second = 0;
  constructor(source: Node, dest: Node, weight: number) {
    this.source = source;
    this.dest = dest;
    this.weight = weight;
  }
}

class Node {
  readonly inputLinks: Link[] = [];
  readonly outputs: Link[] = [];
  readonly activation: Activation;
  bias: number;
  totalInput = 0;
  output = 0;
  outputDer = 0;
  inputDer = 0;
  accInputDer = 0;
  numAccumulatedDers = 0;
  first = 0;
  second = 0;
  constructor(activation: Activation, bias: number) {
    this.activation = activation;
    this.bias = bias;
  }

  updateOutput(): number {
    this.totalInput = this.bias;
    for (let j = 0; j < this.inputLinks.length; j++) {
      const link = this.inputLinks[j];
      this.totalInput += link.weight * link.source.output;
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
      node.accInputDer += node.inputDer;
      node.numAccumulatedDers++;
    }
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      for (let j = 0; j < node.inputLinks.length; j++) {
        const link = node.inputLinks[j];
        if (link.isDead) continue;
        link.errorDer = node.inputDer * link.source.output;
        link.accErrorDer += link.errorDer;
        link.numAccumulatedDers++;
      }
    }
    if (l === 1) continue;
    const before = network[l - 1];
    for (let i = 0; i < before.length; i++) {
      const node = before[i];
      node.outputDer = 0;
      for (let j = 0; j < node.outputs.length; j++) {
        const link = node.outputs[j];
        node.outputDer += link.weight * link.dest.inputDer;
      }
    }
  }
};

/** What is learned of a node (its bias) or of a link (its weight): how far it moves. */
type Move = (averages: Node | Link, g: number, rate: number, step: number) => number;

const descend: Move = (_averages, g, rate) => rate * g;

const adam: Move = (averages, g, rate, step) => {
  averages.first = 0.9 * averages.first + 0.1 * g;
  averages.second = 0.999 * averages.second + 0.001 * g * g;
  const first = averages.first / (1 - 0.9 ** step);
  const second = averages.second / (1 - 0.999 ** step);
  return (rate * first) / (Math.sqrt(second) + 1e-8);
};

const updateWeights = (
  network: readonly Node[][],
  move: Move,
  rate: number,
  regularizationRate: number,
  step: number,
): void => {
  for (let l = 1; l < network.length; l++) {
    const layer = network[l];
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      if (node.numAccumulatedDers > 0) {
        node.bias -= move(node, node.accInputDer / node.numAccumulatedDers, rate, step);
        node.accInputDer = 0;
        node.numAccumulatedDers = 0;
      }
      for (let j = 0; j < node.inputLinks.length; j++) {
        const link = node.inputLinks[j];
        if (link.isDead) continue;
        const penalty = link.regularization ? link.regularization.der(link.weight) : 0;
        if (link.numAccumulatedDers > 0) {
          link.weight -= move(link, link.accErrorDer / link.numAccumulatedDers, rate, step);
          link.weight -= rate * regularizationRate * penalty;
          link.accErrorDer = 0;
          link.numAccumulatedDers = 0;
        }
      }
    }
  }
};

/** A feature of a sample by its place: x₁, x₂. */
const features = (count: number): readonly ((sample: readonly number[]) => number)[] =>
  Array.from({ length: count }, (_, i) => (sample: readonly number[]) => sample[i]);

export const entry: Entry = {
  tolerance: DOUBLE,
  accept: (workload) => workload,
  create: (workload) => {
    const network = build(workload);
    const batches = allBatches(workload);
    const move = workload.optimiser === 'adam' ? adam : descend;
    const shown = features(workload.sizes[0]);
    const constructInput = (sample: readonly number[]): number[] => {
      const input: number[] = [];
      for (const feature of shown) input.push(feature(sample));
      return input;
    };
    let step = 0;
    const steps = (count: number): void => {
      for (let k = 0; k < count; k++) {
        const { inputs, targets } = batches[step % batches.length];
        for (let s = 0; s < inputs.length; s++) {
          forwardProp(network, constructInput(inputs[s]));
          backProp(network, targets[s][0]);
        }
        step++;
        updateWeights(network, move, workload.learningRate, 0, step);
      }
    };
    const parameters = (): number[] =>
      network
        .slice(1)
        .flatMap((layer) => [
          ...layer.flatMap((node) => node.inputLinks.map(({ weight }) => weight)),
          ...layer.map(({ bias }) => bias),
        ]);
    return { steps, parameters };
  },
};
