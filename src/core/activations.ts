// Activation functions as one typed registry: menus, tests and types derive from it. Their names
// for readers live with the content, keyed as here. The loops over samples are in
// activation-loops.ts.
// At a kink the derivative is the one from the left; the derivative of the step is 0.

import {
  cos,
  expm1,
  normalDensity,
  normalDistribution,
  sigmoid,
  sin,
  softplus,
  tanh,
} from './elementary.ts';

/** A function σ(z) of one neuron's weighted sum, and what is known about it. */
export interface Activation {
  readonly value: (z: number) => number;
  /** σ′(z), absolute error < 10⁻¹⁵·max(1, |σ′|); at a kink the one from the left. */
  readonly derivative: (z: number) => number;
  /** Infimum and supremum of the values over all real z. */
  readonly range: readonly [number, number];
  /** Whether the infimum and the supremum are values themselves. */
  readonly attained: readonly [boolean, boolean];
  /** Where σ is continuous and σ′ jumps. */
  readonly kinks: readonly number[];
  /** Where σ itself jumps. */
  readonly jumps: readonly number[];
  /** The degree if σ is a polynomial: then no width makes the network universal (Leshno et al., 1993). */
  readonly polynomialDegree: number | null;
  readonly piecewiseLinear: boolean;
  /** σ(z) and σ′(z) as TeX. */
  readonly tex: string;
  readonly texDerivative: string;
}

const LEAK = 0.1;
const SMOOTH = { kinks: [], jumps: [], polynomialDegree: null, piecewiseLinear: false } as const;
const BENT_AT_ZERO = {
  kinks: [0],
  jumps: [],
  polynomialDegree: null,
  piecewiseLinear: true,
} as const;

const registry = {
  identity: {
    value: (z) => z,
    derivative: () => 1,
    range: [-Infinity, Infinity],
    attained: [false, false],
    kinks: [],
    jumps: [],
    polynomialDegree: 1,
    piecewiseLinear: true,
    tex: 'z',
    texDerivative: '1',
  },
  relu: {
    value: (z) => (z > 0 ? z : 0),
    derivative: (z) => (z > 0 ? 1 : 0),
    range: [0, Infinity],
    attained: [true, false],
    ...BENT_AT_ZERO,
    tex: String.raw`\max(0, z)`,
    texDerivative: String.raw`\begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}`,
  },
  leakyRelu: {
    value: (z) => (z > 0 ? z : LEAK * z),
    derivative: (z) => (z > 0 ? 1 : LEAK),
    range: [-Infinity, Infinity],
    attained: [false, false],
    ...BENT_AT_ZERO,
    tex: String.raw`\max(0.1\,z, z)`,
    texDerivative: String.raw`\begin{cases} 1 & z > 0 \\ 0.1 & z \le 0 \end{cases}`,
  },
  elu: {
    value: (z) => (z > 0 ? z : expm1(z)),
    derivative: (z) => (z > 0 ? 1 : expm1(z) + 1),
    range: [-1, Infinity],
    attained: [false, false],
    ...SMOOTH,
    tex: String.raw`\begin{cases} z & z > 0 \\ e^z - 1 & z \le 0 \end{cases}`,
    texDerivative: String.raw`\begin{cases} 1 & z > 0 \\ e^z & z \le 0 \end{cases}`,
  },
  softplus: {
    value: softplus,
    derivative: sigmoid,
    range: [0, Infinity],
    attained: [false, false],
    ...SMOOTH,
    tex: String.raw`\ln\left(1 + e^z\right)`,
    texDerivative: String.raw`\frac{1}{1 + e^{-z}}`,
  },
  sigmoid: {
    value: sigmoid,
    derivative: (z) => {
      const y = sigmoid(z);
      return y * (1 - y);
    },
    range: [0, 1],
    attained: [false, false],
    ...SMOOTH,
    tex: String.raw`\frac{1}{1 + e^{-z}}`,
    texDerivative: String.raw`\sigma(z)\left(1 - \sigma(z)\right)`,
  },
  tanh: {
    value: tanh,
    derivative: (z) => {
      const y = tanh(z);
      return 1 - y * y;
    },
    range: [-1, 1],
    attained: [false, false],
    ...SMOOTH,
    tex: String.raw`\tanh z`,
    texDerivative: String.raw`1 - \tanh^2 z`,
  },
  gelu: {
    value: (z) => (z === -Infinity ? 0 : z * normalDistribution(z)),
    derivative: (z) => normalDistribution(z) + (Math.abs(z) < 40 ? z * normalDensity(z) : 0),
    // The minimum, at z = −0.75179….
    range: [-0.16997120747990366, Infinity],
    attained: [true, false],
    ...SMOOTH,
    tex: String.raw`\frac{z}{2}\left(1 + \operatorname{erf}\frac{z}{\sqrt{2}}\right)`,
    texDerivative: String.raw`\Phi(z) + z\,\varphi(z)`,
  },
  silu: {
    value: (z) => (z === -Infinity ? 0 : z * sigmoid(z)),
    derivative: (z) => {
      if (Math.abs(z) > 800) return z > 0 ? 1 : 0;
      const s = sigmoid(z);
      return s * (1 + z * (1 - s));
    },
    // The minimum, at z = −1.27846….
    range: [-0.2784645427610738, Infinity],
    attained: [true, false],
    ...SMOOTH,
    tex: String.raw`\frac{z}{1 + e^{-z}}`,
    texDerivative: String.raw`\sigma(z)\left(1 + z\left(1 - \sigma(z)\right)\right)`,
  },
  sine: {
    value: sin,
    derivative: cos,
    range: [-1, 1],
    attained: [true, true],
    ...SMOOTH,
    tex: String.raw`\sin z`,
    texDerivative: String.raw`\cos z`,
  },
  step: {
    value: (z) => (z >= 0 ? 1 : 0),
    derivative: () => 0,
    range: [0, 1],
    attained: [true, true],
    kinks: [],
    jumps: [0],
    polynomialDegree: null,
    piecewiseLinear: true,
    tex: String.raw`\begin{cases} 1 & z \ge 0 \\ 0 & z < 0 \end{cases}`,
    texDerivative: '0',
  },
  square: {
    value: (z) => z * z,
    derivative: (z) => 2 * z,
    range: [0, Infinity],
    attained: [true, false],
    kinks: [],
    jumps: [],
    polynomialDegree: 2,
    piecewiseLinear: false,
    tex: 'z^2',
    texDerivative: '2z',
  },
  cube: {
    value: (z) => z * z * z,
    derivative: (z) => 3 * z * z,
    range: [-Infinity, Infinity],
    attained: [false, false],
    kinks: [],
    jumps: [],
    polynomialDegree: 3,
    piecewiseLinear: false,
    tex: 'z^3',
    texDerivative: '3z^2',
  },
  abs: {
    value: (z) => Math.abs(z),
    derivative: (z) => (z > 0 ? 1 : -1),
    range: [0, Infinity],
    attained: [true, false],
    ...BENT_AT_ZERO,
    tex: String.raw`\lvert z\rvert`,
    texDerivative: String.raw`\begin{cases} 1 & z > 0 \\ -1 & z \le 0 \end{cases}`,
  },
} satisfies Readonly<Record<string, Activation>>;

export type ActivationName = keyof typeof registry;

export const activations: Readonly<Record<ActivationName, Activation>> = registry;

/** Every activation, in the order of the registry. */
export const activationNames = Object.keys(registry) as readonly ActivationName[];
