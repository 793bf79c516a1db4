// Optimisers as one typed registry: how a gradient moves the parameters. The state is one array the
// caller keeps, zeros at the start; a copy of parameters and state resumes a run exactly.

import type { Kernel } from './kernel.ts';

/** One way of descending. */
export interface Optimiser {
  /** Length of the state for a number of parameters. */
  readonly stateLength: (parameterCount: number) => number;
  /** Moves the parameters p by one step against the gradient g, in place. */
  readonly step: (
    parameters: Float64Array,
    gradient: Float64Array,
    state: Float64Array,
    learningRate: number,
    /** Reaches the three arrays, if it is there. */
    kernel?: Kernel | null,
  ) => void;
}

const MOMENTUM = 0.9;
const FIRST_DECAY = 0.9;
const SECOND_DECAY = 0.999;
const EPSILON = 1e-8;

const registry = {
  /** p ← p − ηg. State: −η, where the kernel finds it. */
  gradientDescent: {
    stateLength: () => 1,
    step: (parameters, gradient, state, learningRate, kernel) => {
      if (kernel) {
        state[0] = -learningRate;
        const [to, from] = [parameters.byteOffset, gradient.byteOffset];
        kernel.accumulate(to, from, 1, parameters.length, state.byteOffset, 1);
        return;
      }
      const { length } = parameters;
      for (let i = 0; i < length; i++) parameters[i] -= learningRate * gradient[i];
    },
  },
  /** v ← 0.9v + g, p ← p − ηv (B. T. Polyak, 1964). State: v. */
  momentum: {
    stateLength: (count) => count,
    step: (parameters, gradient, state, learningRate) => {
      const { length } = parameters;
      for (let i = 0; i < length; i++) {
        state[i] = MOMENTUM * state[i] + gradient[i];
        parameters[i] -= learningRate * state[i];
      }
    },
  },
  /**
   * m ← 0.9m + 0.1g, v ← 0.999v + 0.001g², p ← p − η·m̂/(√v̂ + 10⁻⁸), where m̂ = m/(1 − 0.9ᵗ) and
   * v̂ = v/(1 − 0.999ᵗ) (D. P. Kingma and J. Ba, 2015). State: m, v, then the two corrections,
   * which are the same averages taken of the constant 1.
   */
  adam: {
    stateLength: (count) => 2 * count + 2,
    step: (parameters, gradient, state, learningRate, kernel) => {
      const count = parameters.length;
      const first = FIRST_DECAY * state[2 * count] + (1 - FIRST_DECAY);
      const second = SECOND_DECAY * state[2 * count + 1] + (1 - SECOND_DECAY);
      state[2 * count] = first;
      state[2 * count + 1] = second;
      if (kernel) {
        kernel.adam(
          count,
          parameters.byteOffset,
          gradient.byteOffset,
          state.byteOffset,
          learningRate,
          first,
          second,
        );
        return;
      }
      for (let i = 0; i < count; i++) {
        const g = gradient[i];
        const m = FIRST_DECAY * state[i] + (1 - FIRST_DECAY) * g;
        const v = SECOND_DECAY * state[count + i] + (1 - SECOND_DECAY) * g * g;
        state[i] = m;
        state[count + i] = v;
        parameters[i] -= (learningRate * (m / first)) / (Math.sqrt(v / second) + EPSILON);
      }
    },
  },
} satisfies Readonly<Record<string, Optimiser>>;

export type OptimiserName = keyof typeof registry;

export const optimisers: Readonly<Record<OptimiserName, Optimiser>> = registry;

export const optimiserNames = Object.keys(registry) as readonly OptimiserName[];
