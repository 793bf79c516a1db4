// The fast path of backprop.ts for networks 1-H-1 with a linear output: forward and backward pass
// over the samples once per hidden unit, and nothing is written that is read only once. The same
// operations in the same order as the plain path, so the same bits.

import { loopsOf } from './activation-loops.ts';
import type { ActivationName } from './activations.ts';
import type { Passes } from './backprop.ts';
import { tanh } from './elementary.ts';
import type { Mlp } from './mlp.ts';

// One unit u of H at a time. Parameters: weight at u, bias at H + u, output weight a at 2H + u.
// Numbers travel in arrays: handed over as arguments they would be boxed, 16 bytes a piece.

/** outputs += a·h, where h = σ(w·inputs + b) goes to the unit's row of `hidden`. */
type UnitForward = (
  unit: number,
  width: number,
  parameters: Float64Array,
  inputs: Float64Array,
  hidden: Float64Array,
  outputs: Float64Array,
) => void;

/**
 * The unit's three derivatives into parameterGradient: Σδx, Σδ and Σrh, where r is the loss's
 * derivative by the output and δ = a·r·σ′ that by w·x + b.
 */
type UnitBackward = (
  unit: number,
  width: number,
  parameters: Float64Array,
  inputs: Float64Array,
  hidden: Float64Array,
  r: Float64Array,
  parameterGradient: Float64Array,
) => void;

interface UnitLoops {
  readonly forward: UnitForward;
  readonly backward: UnitBackward;
}

/** Its far sums take a way of their own. */
const { forward: sigmoids } = loopsOf('sigmoid');

// A loop each, written out: one loop that calls σ would be compiled for all of them at once, and
// call instead of compute.
const loops: Partial<Record<ActivationName, UnitLoops>> = {
  tanh: {
    forward: (unit, width, parameters, inputs, hidden, outputs) => {
      const w = parameters[unit];
      const b = parameters[width + unit];
      const a = parameters[2 * width + unit];
      const count = inputs.length;
      const row = unit * count;
      for (let s = 0; s < count; s++) {
        const h = tanh(b + w * inputs[s]);
        hidden[row + s] = h;
        outputs[s] += a * h;
      }
    },
    backward: (unit, width, parameters, inputs, hidden, r, parameterGradient) => {
      const a = parameters[2 * width + unit];
      const count = inputs.length;
      const row = unit * count;
      let byWeight = 0;
      let byBias = 0;
      let byOutput = 0;
      for (let s = 0; s < count; s++) {
        const h = hidden[row + s];
        const miss = r[s];
        const delta = a * miss * (1 - h * h);
        byWeight += delta * inputs[s];
        byBias += delta;
        byOutput += miss * h;
      }
      parameterGradient[unit] = byWeight;
      parameterGradient[width + unit] = byBias;
      parameterGradient[2 * width + unit] = byOutput;
    },
  },
  sigmoid: {
    forward: (unit, width, parameters, inputs, hidden, outputs) => {
      const w = parameters[unit];
      const b = parameters[width + unit];
      const a = parameters[2 * width + unit];
      const count = inputs.length;
      const row = unit * count;
      for (let s = 0; s < count; s++) {
        hidden[(row + s) | 0] = b + w * inputs[s];
      }
      sigmoids(hidden, hidden, row, row + count);
      for (let s = 0; s < count; s++) outputs[s] += a * hidden[(row + s) | 0];
    },
    backward: (unit, width, parameters, inputs, hidden, r, parameterGradient) => {
      const a = parameters[2 * width + unit];
      const count = inputs.length;
      const row = unit * count;
      let byWeight = 0;
      let byBias = 0;
      let byOutput = 0;
      for (let s = 0; s < count; s++) {
        const h = hidden[row + s];
        const miss = r[s];
        const delta = a * miss * (h * (1 - h));
        byWeight += delta * inputs[s];
        byBias += delta;
        byOutput += miss * h;
      }
      parameterGradient[unit] = byWeight;
      parameterGradient[width + unit] = byBias;
      parameterGradient[2 * width + unit] = byOutput;
    },
  },
  relu: {
    forward: (unit, width, parameters, inputs, hidden, outputs) => {
      const w = parameters[unit];
      const b = parameters[width + unit];
      const a = parameters[2 * width + unit];
      const count = inputs.length;
      const row = unit * count;
      for (let s = 0; s < count; s++) {
        const z = b + w * inputs[s];
        const h = z > 0 ? z : 0;
        hidden[row + s] = h;
        outputs[s] += a * h;
      }
    },
    backward: (unit, width, parameters, inputs, hidden, r, parameterGradient) => {
      const a = parameters[2 * width + unit];
      const count = inputs.length;
      const row = unit * count;
      let byWeight = 0;
      let byBias = 0;
      let byOutput = 0;
      for (let s = 0; s < count; s++) {
        const h = hidden[row + s];
        const miss = r[s];
        const delta = h > 0 ? a * miss : 0;
        byWeight += delta * inputs[s];
        byBias += delta;
        byOutput += miss * h;
      }
      parameterGradient[unit] = byWeight;
      parameterGradient[width + unit] = byBias;
      parameterGradient[2 * width + unit] = byOutput;
    },
  },
};

/** Is there a fast path for this network? */
export const isFused = ({ sizes, layers }: Mlp): boolean =>
  layers.length === 2 &&
  sizes[0] === 1 &&
  sizes[2] === 1 &&
  layers[1].activation === 'identity' &&
  loops[layers[0].activation] !== undefined;

/** The derivative by the output's bias: Σr, in the order of the samples. */
export const sumOf = (r: Float64Array): number => {
  let total = 0;
  for (let s = 0; s < r.length; s++) total += r[s];
  return total;
};

/**
 * The passes for networks that pass isFused(). Of the workspace, only the two layers' outputs and the
 * last gradient are written.
 */
export const fusedPasses: Passes = {
  forward: ({ layers }, parameters, inputs) => {
    const [{ layer, outputs: hidden }, { outputs }] = layers;
    const width = layer.outputs;
    const { forward } = loops[layer.activation] as UnitLoops;
    outputs.fill(parameters[3 * width]);
    for (let u = 0; u < width; u++) forward(u, width, parameters, inputs, hidden, outputs);
  },
  backward: ({ layers }, parameters, inputs, parameterGradient) => {
    const [{ layer, outputs: hidden }, { gradient: r }] = layers;
    const width = layer.outputs;
    const { backward } = loops[layer.activation] as UnitLoops;
    parameterGradient[3 * width] = sumOf(r);
    for (let u = 0; u < width; u++) {
      backward(u, width, parameters, inputs, hidden, r, parameterGradient);
    }
  },
};
