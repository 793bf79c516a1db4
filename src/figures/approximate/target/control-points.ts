// A curve through a few points, the way to draw with the keyboard: points on the grid of levels, in
// order from the left edge to the right, added, moved and deleted one at a time. The outermost two stay
// on the edges, so that the curve always spans its pane.
import { monotoneCubic, polygonThrough } from '../../../core/monotone-cubic.ts';
import { levelOf, type Pane, TOP_LEVEL, valueAt } from './pane.ts';

/** Levels 0 … TOP_LEVEL of the pane. */
export interface ControlPoint {
  readonly x: number;
  readonly y: number;
}

export interface ControlCurve {
  readonly pane: Pane;
  /** x strictly ascending by NEAREST or more, from 0 to TOP_LEVEL. */
  readonly points: readonly ControlPoint[];
  readonly smooth: boolean;
}

/** A change, and the point that is now the one in hand. */
export interface Changed {
  readonly curve: ControlCurve;
  readonly index: number;
}

export const FEWEST_POINTS = 2;
export const MOST_POINTS = 32;
/** Least distance of neighbours, in levels. */
export const NEAREST = 20;

/** `count` equally spaced points on `curve`. */
export function controlPointsOf(
  curve: (x: number) => number,
  pane: Pane,
  smooth: boolean,
  count = 9,
): ControlCurve {
  const points = Array.from({ length: count }, (_, i) => {
    const x = Math.round((i * TOP_LEVEL) / (count - 1));
    const height = curve(valueAt(x, pane.domain));
    const [low, high] = pane.range;
    return { x, y: levelOf(Number.isFinite(height) ? height : (low + high) / 2, pane.range) };
  });
  return { pane, points, smooth };
}

/** Puts point `index` at (x, y) in the reader's units, as near as its neighbours and the edges allow. */
export function movePoint(curve: ControlCurve, index: number, x: number, y: number): ControlCurve {
  const { pane, points } = curve;
  const point = points[index];
  if (!point || !Number.isFinite(x) || !Number.isFinite(y)) return curve;
  const inner = index > 0 && index < points.length - 1;
  const low = inner ? points[index - 1].x + NEAREST : point.x;
  const high = inner ? points[index + 1].x - NEAREST : point.x;
  const moved = {
    x: Math.min(high, Math.max(low, levelOf(x, pane.domain))),
    y: levelOf(y, pane.range),
  };
  return { ...curve, points: points.map((other, i) => (i === index ? moved : other)) };
}

/** A new point at (x, y) in the reader's units; undefined where there is no room for one. */
export function addPoint(curve: ControlCurve, x: number, y: number): Changed | undefined {
  const { pane, points } = curve;
  if (points.length >= MOST_POINTS || !Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  const level = levelOf(x, pane.domain);
  const index = points.findIndex((point) => point.x > level);
  if (index < 1) return undefined;
  if (level - points[index - 1].x < NEAREST || points[index].x - level < NEAREST) return undefined;
  const added = { x: level, y: levelOf(y, pane.range) };
  return { curve: { ...curve, points: points.toSpliced(index, 0, added) }, index };
}

/** A new point on the curve, halfway from point `index` to the next (from the last: to the one before). */
export function addBeside(curve: ControlCurve, index: number): Changed | undefined {
  const { pane, points } = curve;
  const left = points[Math.min(index, points.length - 2)];
  const right = points[Math.min(index, points.length - 2) + 1];
  if (!left || !right) return undefined;
  const x = valueAt(Math.round((left.x + right.x) / 2), pane.domain);
  return addPoint(curve, x, controlledCurve(curve)(x));
}

/** The curve without point `index`; undefined for the outermost ones, which stay. */
export function deletePoint(curve: ControlCurve, index: number): Changed | undefined {
  const { points } = curve;
  if (points.length <= FEWEST_POINTS || !(index > 0 && index < points.length - 1)) return undefined;
  return { curve: { ...curve, points: points.toSpliced(index, 1) }, index: index - 1 };
}

/** The curve through the points, in the reader's units. */
export function controlledCurve({ pane, points, smooth }: ControlCurve): (x: number) => number {
  const x = points.map((point) => valueAt(point.x, pane.domain));
  const y = points.map((point) => valueAt(point.y, pane.range));
  return smooth ? monotoneCubic(x, y) : polygonThrough(x, y);
}
