// The curve of a network in the figure's window, drawn where it bends: every kink of ReLUs, and close to the
// middle of every step, however steep.
import { activations } from '../../core/activations.ts';
import { bends, networkAt } from '../../ui/curves/paths.ts';
import { path, type Scale } from '../../ui/scale.ts';
import type { Material } from './kinds/kind.ts';

/** Points of a smooth curve over the interval, and round a step in units of 1/w. */
const POINTS = 100;
const ROUND = [-8, -6, -4, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4, 6, 8];

export function curvePath(activation: Material, parameters: ArrayLike<number>, scale: Scale) {
  const width = (parameters.length - 1) / 3;
  const places = [-1, 1];
  if (activations[activation].piecewiseLinear) places.push(...bends(parameters));
  else {
    for (let i = 1; i < POINTS; i++) places.push((2 * i) / POINTS - 1);
    for (let unit = 0; unit < width; unit++) {
      const at = -parameters[width + unit] / parameters[unit];
      places.push(...ROUND.map((far) => at + far / Math.abs(parameters[unit])));
    }
  }
  const value = networkAt(activation, parameters);
  const [low, high] = scale.yDomain;
  const far = 2 * (high - low);
  return path(
    scale,
    places
      .filter((x) => Math.abs(x) <= 1)
      .sort((a, b) => a - b)
      .map((x) => [x, Math.max(low - far, Math.min(high + far, value(x)))] as const),
  );
}
