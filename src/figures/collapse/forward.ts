// The stack in floating point, activations included: what exact arithmetic cannot do for tanh.
import type { ActivationName } from '../../core/activations.ts';
import type { AffineMap } from '../../core/collapse.ts';
import { createMlp, trace } from '../../core/mlp.ts';

/** Numbers of an affine map as doubles: weights out×in, bias out. */
export interface FloatMap {
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

export type Place = readonly number[];

/** From a point to itself and the output of every layer. */
export type Forward = (x: Place) => readonly Place[];

/** Each entry rounded to the nearest double. */
export function toFloats({ weights, bias }: AffineMap): FloatMap {
  return {
    weights: weights.map((row) => row.map((value) => value.toNumber())),
    bias: bias.map((value) => value.toNumber()),
  };
}

/** Wx + b. */
export function apply({ weights, bias }: FloatMap, x: Place): Place {
  return weights.map((row, i) => row.reduce((sum, weight, j) => sum + weight * x[j], bias[i]));
}

/** The stack with `names[l]` after layer l, as the core's network. */
export function forward(layers: readonly AffineMap[], names: readonly ActivationName[]): Forward {
  const maps = layers.map(toFloats);
  const mlp = createMlp({
    sizes: [maps[0].weights[0].length, ...maps.map(({ bias }) => bias.length)],
    hidden: names.slice(0, maps.length - 1),
    output: names[maps.length - 1],
  });
  const parameters = Float64Array.from(
    maps.flatMap(({ weights, bias }) => [...weights.flat(), ...bias]),
  );
  return (x) => [x, ...trace(mlp, parameters, x).outputs.map((values) => Array.from(values))];
}

/** Points of a regular grid over [−reach, reach]^dimension (1, 2 or 3), about a thousand. */
export function grid(dimension: number, reach: number): readonly Place[] {
  const count = [401, 31, 11][dimension - 1];
  const axis = Array.from({ length: count }, (_, i) => -reach + (2 * reach * i) / (count - 1));
  let points: readonly Place[] = [[]];
  for (let d = 0; d < dimension; d++) points = points.flatMap((p) => axis.map((x) => [...p, x]));
  return points;
}
