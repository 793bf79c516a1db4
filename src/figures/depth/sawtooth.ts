// Paths of sawtooths and other chains of straight pieces.
import { path, type Scale, short } from '../../ui/scale.ts';

/** User units a piece must be wide for its teeth to be told apart. */
const LEGIBLE = 1.8;

/** Are the teeth of 2^folds pieces too fine for this picture? */
export function isBand(scale: Scale, folds: number): boolean {
  return (scale.x(1) - scale.x(0)) / 2 ** folds < LEGIBLE;
}

/** The sawtooth of 2^folds pieces on [0, 1]; or the band it fills where its teeth are too fine. */
export function sawtoothPath(scale: Scale, folds: number): string {
  const pieces = 2 ** folds;
  if (isBand(scale, folds)) {
    const [left, right] = [short(scale.x(0)), short(scale.x(1))];
    return `M${left} ${short(scale.y(0))}H${right}V${short(scale.y(1))}H${left}Z`;
  }
  return path(
    scale,
    Array.from({ length: pieces + 1 }, (_, i) => [i / pieces, i % 2] as const),
  );
}

export function chainPath(scale: Scale, knots: Float64Array, values: Float64Array): string {
  return path(
    scale,
    Array.from(knots, (knot, i) => [knot, values[i]] as const),
  );
}
