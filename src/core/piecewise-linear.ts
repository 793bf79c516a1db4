// The activations that are straight between finitely many kinks, as their pieces. What the exact
// geometry of regions.ts needs to know of an activation; values and derivatives are in
// activations.ts.

/** On (kinks[p − 1], kinks[p]] the function is slope·z + intercept of piece p. */
export interface PiecewiseLinear {
  /** Ascending. */
  readonly kinks: readonly number[];
  /** One more than kinks. */
  readonly pieces: readonly { readonly slope: number; readonly intercept: number }[];
}

const bent = (left: number, right: number): PiecewiseLinear => ({
  kinks: [0],
  pieces: [
    { slope: left, intercept: 0 },
    { slope: right, intercept: 0 },
  ],
});

/** Slope of the leaky ReLU below 0. */
const LEAK = 0.1;

export const piecewiseLinear = {
  identity: { kinks: [], pieces: [{ slope: 1, intercept: 0 }] },
  relu: bent(0, 1),
  leakyRelu: bent(LEAK, 1),
  absolute: bent(-1, 1),
  step: {
    kinks: [0],
    pieces: [
      { slope: 0, intercept: 0 },
      { slope: 0, intercept: 1 },
    ],
  },
} as const satisfies Record<string, PiecewiseLinear>;
