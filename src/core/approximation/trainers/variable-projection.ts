// Second order: Levenberg–Marquardt on the hidden layer with the output layer eliminated (variable
// projection, Golub & Pereyra 1973; Kaufman 1975). The joint normal matrix is damped by λ on the hidden
// block; of its solution only the hidden part is taken, then the output layer is solved anew. Its ridge μ
// falls from step to step, since smooth features are nearly dependent. Dense: for widths up to 128.

import type { Parts } from '../../parts.ts';
import { factorCholesky, rowStart, solveCholesky } from './cholesky.ts';
import { assembleHidden, fillRows } from './jacobian.ts';
import { solveOutput } from './output-layer.ts';
import { reluNormal } from './relu-sums.ts';
import { isHomogeneous, type Shallow } from './shallow.ts';
import type { Jacobian } from './shallow-rooms.ts';
import { inParts, type Stepper } from './stepper.ts';

const FIRST_DAMPING = 1e-2;
const LEAST_DAMPING = 1e-12;
const MOST_TRIES = 10;
/** Wider networks are left between the linearisation and the first step. */
const IN_PARTS = 32;
const FIRST_RIDGE = 1e-6;
/** Bends make independent features: no continuation is needed. */
const BENT_RIDGE = 1e-14;
const LEAST_RIDGE = 1e-13;

interface Projection {
  readonly net: Shallow;
  /** Hidden unknowns: every b, then, unless homogeneous, every w. */
  readonly hidden: number;
  readonly size: number;
  readonly normal: Float64Array;
  readonly factor: Float64Array;
  readonly jacobian: Jacobian | null;
  readonly gradient: Float64Array;
  readonly step: Float64Array;
  readonly kept: Float64Array;
  /** Of homogeneous units: bends from left to right, and how far each may go left and right. */
  readonly order: number[];
  readonly rooms: Float64Array;
  damping: number;
  ridge: number;
  /** Whether derivatives at bends are blended (jacobian.ts); where bends are as dense as samples, not. */
  blended: boolean;
}

function createProjection(net: Shallow): Projection {
  const { width, parameters, dense } = net;
  if (!dense) throw new RangeError(`network too wide for second-order steps: got ${width}`);
  const hidden = isHomogeneous(net) ? width : 2 * width;
  const size = hidden + width + 1;
  return {
    net,
    hidden,
    size,
    normal: dense.normal,
    factor: dense.factor,
    jacobian: dense.jacobian,
    gradient: new Float64Array(size),
    step: new Float64Array(size),
    kept: parameters.slice(),
    order: Array.from({ length: width }, (_, unit) => unit),
    rooms: new Float64Array(2 * width),
    damping: FIRST_DAMPING,
    blended: hidden === width,
    ridge: hidden === width ? BENT_RIDGE : FIRST_RIDGE,
  };
}

/** Normal matrix (packed) and gradient; the output block is the Gram matrix just solved. */
function assemble(state: Projection): void {
  const { net, hidden, normal, gradient, jacobian, blended } = state;
  const { width, output, closed } = net;
  if (closed) reluNormal(closed, net, normal, gradient, blended);
  else if (jacobian) {
    fillRows(net, jacobian, blended);
    assembleHidden(net, jacobian, normal, gradient);
  }
  for (let i = 0; i <= width; i++) {
    const target = rowStart(hidden + i) + hidden;
    const row = rowStart(i);
    for (let j = 0; j <= i; j++) normal[target + j] = output.gram[row + j];
    // The output layer is at its best already: its gradient is rounding and the ridge's bias.
    gradient[hidden + i] = 0;
  }
}

/** Damped step; false if no damping below the limit makes the matrix positive definite. */
function solveStep(state: Projection): boolean {
  const { net, hidden, size, normal, factor, gradient, step, damping, ridge } = state;
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, normal[rowStart(i) + i]);
  if (!(largest < Number.POSITIVE_INFINITY)) return false;
  factor.set(normal);
  for (let i = 0; i < size; i++) {
    const share = i < hidden ? damping : Math.min(damping, ridge);
    const at = rowStart(i) + i;
    factor[at] += share * normal[at] + 1e-14 * largest;
  }
  if (!factorCholesky(factor, size, net.kernel)) return false;
  for (let i = 0; i < size; i++) step[i] = -gradient[i];
  solveCholesky(factor, step, size);
  return true;
}

/**
 * How far each bend may move in one step: half way to the next one on either side, or to the end of the
 * interval; a step towards another bend is meant for where neither has moved.
 */
function findRooms({ net, rooms, order }: Projection): void {
  const { width, parameters } = net;
  const place = (unit: number) => -parameters[width + unit] / parameters[unit];
  order.sort((a, b) => place(a) - place(b));
  for (let k = 0; k < width; k++) {
    const here = place(order[k]);
    const left = k === 0 ? Math.min(here, -1) - 0.1 : place(order[k - 1]);
    const right = k === width - 1 ? Math.max(here, 1) + 0.1 : place(order[k + 1]);
    rooms[2 * order[k]] = (left - here) / 2;
    rooms[2 * order[k] + 1] = (right - here) / 2;
  }
}

/** Take the hidden part of the step and solve the output layer. @returns the squared error. */
function tryStep({ net, hidden, step, kept, ridge, rooms }: Projection): number {
  const { width, parameters } = net;
  parameters.set(kept);
  for (let i = 0; i < width; i++) {
    if (hidden > width) {
      parameters[width + i] += step[i];
      parameters[i] += step[width + i];
    } else {
      const move = -step[i] / parameters[i];
      const held = Math.max(rooms[2 * i], Math.min(rooms[2 * i + 1], move));
      parameters[width + i] -= held * parameters[i];
    }
  }
  return solveOutput(net, ridge);
}

/**
 * What the damping is multiplied by after a step that gained `gain`: by how near that is to what the
 * linearisation foretold (Marquardt's ratio). Bends have creases that it knows nothing of.
 */
function relief({ net, hidden, gradient, step }: Projection, gain: number): number {
  if (hidden === net.width) return 0.2;
  let foretold = 0;
  for (let i = 0; i < hidden; i++) foretold -= gradient[i] * step[i];
  if (gain > 0.9 * foretold) return 0.1;
  if (gain > 0.5 * foretold) return 0.4;
  return gain > 0.25 * foretold ? 1 : 2;
}

/**
 * One linearisation, and steps with ever more damping until one lowers the error.
 * @returns the squared error, Infinity if none did
 */
function* attempt(state: Projection, error: number): Parts<number> {
  assemble(state);
  if (state.hidden === state.net.width) findRooms(state);
  if (state.net.width > IN_PARTS) yield;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (solveStep(state)) {
      const trial = tryStep(state);
      if (trial < error) {
        state.damping = Math.max(LEAST_DAMPING, state.damping * relief(state, error - trial));
        state.ridge = Math.max(LEAST_RIDGE, state.ridge / 2);
        return trial;
      }
    }
    state.damping *= 4;
    yield;
  }
  return Number.POSITIVE_INFINITY;
}

/** The trainer; one step is one accepted move, or as many tries as it allows. */
export function variableProjection(net: Shallow): Stepper {
  const state = createProjection(net);
  const { kept } = state;
  let error = Number.POSITIVE_INFINITY;
  const settle = (): void => {
    error = solveOutput(net, state.ridge);
  };
  return {
    restart: () => {
      error = Number.POSITIVE_INFINITY;
      state.damping = Math.max(state.damping, FIRST_DAMPING);
    },
    remember: () => {
      const { damping } = state;
      return () => {
        state.damping = damping;
      };
    },
    step: inParts(function* () {
      if (error === Number.POSITIVE_INFINITY) settle();
      if (!(error < Number.POSITIVE_INFINITY)) return { error, stuck: true };
      kept.set(net.parameters);
      for (let kind = state.hidden === net.width ? 2 : 1; kind > 0; kind--) {
        const better = yield* attempt(state, error);
        if (better < error) {
          error = better;
          return { error, stuck: false };
        }
        net.parameters.set(kept);
        settle();
        if (kind === 2) {
          state.blended = !state.blended;
          state.damping = FIRST_DAMPING;
        }
      }
      return { error, stuck: true };
    }),
  };
}
