// Path of a function across a window: straight between given corners, or through many points.
import { path, type Scale } from '../scale.ts';

/** Points a smooth curve is drawn through. */
const POINTS = 160;

/** `corners`: where a piecewise linear function bends; undefined for a curved one. */
export function functionPath(
  scale: Scale,
  value: (x: number) => number,
  corners?: readonly number[],
): string {
  const [left, right] = scale.xDomain;
  const [low, high] = scale.yDomain;
  // far outside it cannot be seen, and a path with huge numbers is drawn wrongly by some browsers
  const far = 4 * (high - low);
  const places = corners
    ? [left, ...corners.filter((x) => x > left && x < right).sort((a, b) => a - b), right]
    : Array.from({ length: POINTS + 1 }, (_, i) => left + ((right - left) * i) / POINTS);
  return path(
    scale,
    places.map((x) => [x, Math.max(low - far, Math.min(high + far, value(x)))] as const),
  );
}
