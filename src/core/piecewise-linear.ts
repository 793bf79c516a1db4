// The activations that are straight between finitely many kinks and jumps, as their pieces: what the
// exact geometry of regions.ts needs to know of them, read off the registry.

import { type Activation, type ActivationName, activations } from './activations.ts';

/** On [kinks[p − 1], kinks[p]) the function is slope·z + intercept of piece p. */
export interface PiecewiseLinear {
  /** Ascending; jumps included. */
  readonly kinks: readonly number[];
  /** One more than kinks. */
  readonly pieces: readonly { readonly slope: number; readonly intercept: number }[];
}

/** Listed so that the type knows them; a test holds the list to the registry's own mark. */
const names = ['identity', 'relu', 'leakyRelu', 'abs', 'step'] as const satisfies ActivationName[];

type PiecewiseLinearName = (typeof names)[number];

function read({ kinks, jumps, value, derivative }: Activation): PiecewiseLinear {
  const bends = [...kinks, ...jumps].sort((a, b) => a - b);
  const pieces = Array.from({ length: bends.length + 1 }, (_, p) => {
    // A place inside the piece: halfway between two bends, or one beyond the outermost.
    const [from, to] = [bends[p - 1], bends[p]];
    const inside =
      bends.length === 0 ? 0 : p === 0 ? to - 1 : p === bends.length ? from + 1 : (from + to) / 2;
    const slope = derivative(inside);
    return { slope, intercept: value(inside) - slope * inside };
  });
  return { kinks: bends, pieces };
}

/** Every piecewise-linear activation's pieces, by name. */
export const piecewiseLinear = Object.fromEntries(
  names.map((name) => [name, read(activations[name])]),
) as Readonly<Record<PiecewiseLinearName, PiecewiseLinear>>;

/** The pieces of an activation, or undefined where it is curved. */
export function piecesOf(name: ActivationName): PiecewiseLinear | undefined {
  const known: Readonly<Partial<Record<ActivationName, PiecewiseLinear>>> = piecewiseLinear;
  return known[name];
}
