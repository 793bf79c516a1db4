// Activation functions over many weighted sums at once: the inner loops of training. Any entry of
// activations.ts works through the general loops. The common ones have loops of their own: a loop
// that calls one σ only is compiled with σ inside, and some derivatives follow from the output. Both
// are tested to give the same bits. A number that is wanted twice is read once: engines read it twice. `| 0`
// spares them the check that a counter overflows.

import { type ActivationName, activations } from './activations.ts';
import { nearSigmoid, SIGMOID_LIMIT } from './elementary/hyperbolic-tangent.ts';
import { expm1, tanh } from './elementary.ts';

/** Loops over the indices from … to − 1 of equally long arrays. */
export interface ActivationLoops {
  /** Whether `backward` can do with the outputs: then sums and outputs may be one array. */
  readonly inPlace: boolean;
  /** outputs ← σ(sums). */
  readonly forward: (sums: Float64Array, outputs: Float64Array, from: number, to: number) => void;
  /** gradient ← gradient·σ′(sums): from the loss's derivative by the output to that by the sum. */
  readonly backward: (
    sums: Float64Array,
    outputs: Float64Array,
    gradient: Float64Array,
    from: number,
    to: number,
  ) => void;
  /**
   * gradient ← weights[at]·deltas·σ′(outputs), of one unit below a layer of one: what `backward` would make of
   * weights[at]·deltas, written and read once less. Where it is worth a loop of its own.
   */
  readonly backwardFromOne?: (
    weights: Float64Array,
    at: number,
    deltas: Float64Array,
    outputs: Float64Array,
    gradient: Float64Array,
  ) => void;
}

const general = (name: ActivationName): ActivationLoops => {
  const { value, derivative } = activations[name];
  return {
    inPlace: false,
    forward: (sums, outputs, from, to) => {
      for (let s = from; s < to; s++) outputs[s] = value(sums[s]);
    },
    backward: (sums, _outputs, gradient, from, to) => {
      for (let s = from; s < to; s++) gradient[s] *= derivative(sums[s]);
    },
  };
};

const plainSigmoid = general('sigmoid');

const special: Partial<Record<ActivationName, ActivationLoops>> = {
  identity: {
    inPlace: true,
    forward: (sums, outputs, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0) outputs[s] = sums[s];
    },
    backward: () => {},
  },
  relu: {
    inPlace: true,
    forward: (sums, outputs, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0) {
        const z = sums[s];
        outputs[s] = z > 0 ? z : 0;
      }
    },
    backward: (sums, _outputs, gradient, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0) gradient[s] *= sums[s] > 0 ? 1 : 0;
    },
  },
  leakyRelu: {
    inPlace: true,
    forward: (sums, outputs, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0) {
        const z = sums[s];
        outputs[s] = z > 0 ? z : 0.1 * z;
      }
    },
    backward: (sums, _outputs, gradient, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0) gradient[s] *= sums[s] > 0 ? 1 : 0.1;
    },
  },
  elu: {
    inPlace: true,
    forward: (sums, outputs, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0) {
        const z = sums[s];
        outputs[s] = z > 0 ? z : expm1(z);
      }
    },
    backward: (sums, outputs, gradient, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0)
        gradient[s] *= sums[s] > 0 ? 1 : outputs[s] + 1;
    },
  },
  sigmoid: {
    inPlace: true,
    forward: (sums, outputs, from, to) => {
      // A far sum ends the loop, and the rest goes the plain way: with a call in it, even one that is
      // never made, the loop would take half as long again.
      let s = from | 0;
      for (; s < (to | 0); s = (s + 1) | 0) {
        const z = sums[s];
        if (z > SIGMOID_LIMIT || z < -SIGMOID_LIMIT) break;
        outputs[s] = nearSigmoid(z);
      }
      if (s < to) plainSigmoid.forward(sums, outputs, s, to);
    },
    backward: (_sums, outputs, gradient, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0) {
        const h = outputs[s];
        gradient[s] *= h * (1 - h);
      }
    },
  },
  tanh: {
    inPlace: true,
    forward: (sums, outputs, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0) outputs[s] = tanh(sums[s]);
    },
    backward: (_sums, outputs, gradient, from, to) => {
      for (let s = from | 0; s < (to | 0); s = (s + 1) | 0) {
        const h = outputs[s];
        gradient[s] *= 1 - h * h;
      }
    },
    backwardFromOne: (weights, at, deltas, outputs, gradient) => {
      const weight = weights[at];
      const count = deltas.length;
      for (let s = 0; s < count; s++) {
        const h = outputs[s];
        gradient[s] = weight * deltas[s] * (1 - h * h);
      }
    },
  },
};

/** The loops of an activation, the fastest there are. */
export const loopsOf = (name: ActivationName): ActivationLoops => special[name] ?? general(name);
