// A network's passes in one call, layer after layer as planned: see kernel-passes.ts in src/core, which writes
// the plan, a record of eight integers per layer.

import { activate, descend } from './activations';
import { collect } from './collect';
import { combine } from './rows';

const RECORD: usize = 32;

// @ts-ignore: decorator
@inline
function field(layer: usize, index: usize): usize {
  return <usize>load<u32>(layer + 4 * index);
}

const UNITS: usize = 0;
const ROWS: usize = 1;
const WEIGHTS: usize = 2;
const BIASES: usize = 3;
const SUMS: usize = 4;
const OUTPUTS: usize = 5;
const GRADIENT: usize = 6;
const CODE: usize = 7;

/** Sums and outputs of the layers whose records stand from `layer` to `end`, from `inputs`. */
export function forward(
  layer: usize,
  end: usize,
  count: usize,
  parameters: usize,
  inputs: usize,
): void {
  for (; layer < end; layer += RECORD) {
    const units = field(layer, UNITS);
    const rows = field(layer, ROWS);
    const sums = field(layer, SUMS);
    const outputs = field(layer, OUTPUTS);
    const weights = parameters + field(layer, WEIGHTS);
    const biases = parameters + field(layer, BIASES);
    combine(sums, units, inputs, rows, count, weights, rows, 1, biases);
    activate(<i32>field(layer, CODE), sums, outputs, units * count);
    inputs = outputs;
  }
}

/**
 * From the loss's derivatives by the outputs of the layer at `layer` back to the one at `last`; the
 * network's first stands at `first`, and sees its inputs.
 */
export function backward(
  layer: usize,
  last: usize,
  first: usize,
  count: usize,
  parameters: usize,
  inputs: usize,
  gradient: usize,
): void {
  for (; layer >= last; layer -= RECORD) {
    const units = field(layer, UNITS);
    const rows = field(layer, ROWS);
    const deltas = field(layer, GRADIENT);
    const weights = field(layer, WEIGHTS);
    const below = layer - RECORD;
    const before = layer > first ? field(below, OUTPUTS) : inputs;
    descend(<i32>field(layer, CODE), field(layer, OUTPUTS), deltas, units * count);
    collect(
      deltas,
      units,
      before,
      rows,
      count,
      gradient + weights,
      gradient + field(layer, BIASES),
    );
    if (layer > first) {
      const to = field(below, GRADIENT);
      combine(to, rows, deltas, units, count, parameters + weights, 1, rows, 0);
    }
  }
}
