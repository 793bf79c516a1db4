// A cut through the stack and an affine map along the first input: two curves, and where they are
// farthest apart.
import { apply, type FloatMap, type Forward, type Place } from './forward.ts';

export interface Section {
  /** (x₁, output) of the stack, where finite, and the two ends of the map. */
  readonly stack: readonly (readonly [number, number])[];
  readonly map: readonly (readonly [number, number])[];
  readonly domain: readonly [number, number];
  /** [x₁, stack, map] where they differ most, away from the frame; and by how much. */
  readonly widest: readonly [number, number, number];
  readonly miss: number;
  /** The output of the stack at x₁. */
  readonly valueAt: (x: number) => number;
}

/** Points of a bent curve; a straight one has two. */
const samples = 177;
/** Names are written no farther from the middle than this share of the width. */
const labelled = 0.5;
/** Least height of the window, in units of the output. */
const leastHeight = 1;

interface SectionOptions {
  readonly run: Forward;
  readonly affine: FloatMap | undefined;
  readonly bent: boolean;
  readonly point: Place;
  /** Which output. */
  readonly shown: number;
  readonly reach: number;
}

/** One output of both, over x₁ ∈ [−1.1·reach, 1.1·reach], the other inputs held at `point`. */
export function section({ run, affine, bent, point, shown, reach }: SectionOptions): Section {
  const count = bent ? samples : 2;
  const nearestAt = (x: number) => (affine ? apply(affine, along(x))[shown] : Number.NaN);
  const along = (x: number) => [x, ...point.slice(1)];
  const valueAt = (x: number) => {
    const values = run(along(x));
    return values[values.length - 1][shown];
  };
  const stack: [number, number][] = [];
  const edge = 1.1 * reach;
  const map = [-edge, edge]
    .map((x) => [x, nearestAt(x)] as const)
    .filter(([, y]) => Number.isFinite(y));
  let widest: readonly [number, number, number] = [0, valueAt(0), nearestAt(0)];
  let miss = -1;
  for (let i = 0; i < count; i++) {
    const x = ((2 * i) / (count - 1) - 1) * edge;
    const value = valueAt(x);
    if (!Number.isFinite(value)) continue;
    stack.push([x, value]);
    const nearest = nearestAt(x);
    if (Math.abs(x) <= labelled * reach && Math.abs(value - nearest) > miss) {
      miss = Math.abs(value - nearest);
      widest = [x, value, nearest];
    }
  }
  return { stack, map, domain: domainOf([...stack, ...map]), widest, miss, valueAt };
}

function domainOf(points: readonly (readonly [number, number])[]): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const [, y] of points) {
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  if (!(high - low < Number.MAX_VALUE)) return [-leastHeight, leastHeight];
  const pad = Math.max((high - low) * 0.12, (leastHeight - (high - low)) / 2);
  return [low - pad, high + pad];
}
