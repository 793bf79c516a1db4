// Paths of targets and of networks with one hidden layer, in a preset's window.
import { type ActivationName, activations } from '../../core/activations.ts';
import { path, type Scale } from '../scale.ts';
import { type Preset, rawX } from './presets.ts';

/** Points a smooth curve is drawn through. */
const POINTS = 160;

export function targetPath({ pieces }: Preset, scale: Scale): string {
  return pieces.map((piece) => path(scale, piece)).join('');
}

/** y = c + Σ aᵢσ(wᵢx + bᵢ) at x in [−1, 1]; parameters w (H), b (H), a (H), c. */
export function networkAt(
  activation: ActivationName,
  parameters: ArrayLike<number>,
): (x: number) => number {
  const { value } = activations[activation];
  const width = (parameters.length - 1) / 3;
  return (x) => {
    let y = parameters[3 * width];
    for (let unit = 0; unit < width; unit++)
      y += parameters[2 * width + unit] * value(parameters[unit] * x + parameters[width + unit]);
    return y;
  };
}

/** Places of the units' bends −b/w inside (−1, 1), ascending. */
export function bends(parameters: ArrayLike<number>): readonly number[] {
  const width = (parameters.length - 1) / 3;
  return Array.from({ length: width }, (_, i) => -parameters[width + i] / parameters[i])
    .filter((at) => Math.abs(at) < 1)
    .sort((a, b) => a - b);
}

export function networkPath(
  activation: ActivationName,
  parameters: ArrayLike<number>,
  preset: Preset,
  scale: Scale,
): string {
  const { piecewiseLinear, jumps } = activations[activation];
  const value = networkAt(activation, parameters);
  const corners = piecewiseLinear ? bends(parameters) : [];
  const places = piecewiseLinear
    ? [-1, ...corners, ...(jumps.length > 0 ? corners.map((at) => at - 1e-9) : []), 1]
    : Array.from({ length: POINTS + 1 }, (_, i) => (2 * i) / POINTS - 1);
  places.sort((a, b) => a - b);
  const [low, high] = scale.yDomain;
  const far = 2 * (high - low);
  return path(
    scale,
    places.map((x) => [rawX(preset, x), Math.max(low - far, Math.min(high + far, value(x)))]),
  );
}
