// Where one output of a piecewise-linear network crosses a level, exactly: segments and the polygons
// on either side, read off the linear regions of regions.ts.

import { clip, cornerValues, type LinearRegion } from './regions.ts';

/** A convex polygon (x, y, …) where the output stays on one side of the level. */
export interface SignPolygon {
  readonly polygon: Float64Array;
  /** 1 above the level, −1 below, 0 where the output equals it throughout. */
  readonly sign: -1 | 0 | 1;
}

function levels(region: LinearRegion, output: number, level: number): Float64Array {
  const { polygon, weights, bias } = region;
  return cornerValues(polygon, weights[2 * output], weights[2 * output + 1], bias[output] - level);
}

/**
 * Segments [x0, y0, x1, y1] on which output = level. A segment along the side of a region is listed
 * with the region where the output is above; a region where the output equals the level throughout
 * gives none (`signPolygons` has it, with sign 0).
 */
export function boundarySegments(
  regions: readonly LinearRegion[],
  output = 0,
  level = 0,
): Float64Array[] {
  const segments: Float64Array[] = [];
  for (const region of regions) {
    const values = levels(region, output, level);
    if (!values.some((value) => value > 0)) continue;
    const segment = farthest(cornersAtLevel(region.polygon, values));
    if (segment) segments.push(segment);
  }
  return segments;
}

/** Points x, y, … of the polygon's outline where the values, linear along each side, are 0. */
function cornersAtLevel(polygon: Float64Array, values: Float64Array): number[] {
  const found: number[] = [];
  for (let k = 0; k < values.length; k++) {
    const next = (k + 1) % values.length;
    const [v, w] = [values[k], values[next]];
    if (v === 0) found.push(polygon[2 * k], polygon[2 * k + 1]);
    if ((v > 0 && w < 0) || (v < 0 && w > 0)) {
      const t = v / (v - w);
      for (const axis of [0, 1]) {
        const start = polygon[2 * k + axis];
        found.push(start + t * (polygon[2 * next + axis] - start));
      }
    }
  }
  return found;
}

/** The two points farthest apart: rounding can leave a polygon with two corners in one place. */
function farthest(points: readonly number[]): Float64Array | undefined {
  let best: Float64Array | undefined;
  let longest = 0;
  for (let p = 0; p < points.length; p += 2) {
    for (let q = 0; q < p; q += 2) {
      const dx = points[p] - points[q];
      const dy = points[p + 1] - points[q + 1];
      const squared = dx * dx + dy * dy;
      if (squared <= longest) continue;
      longest = squared;
      best = Float64Array.of(points[q], points[q + 1], points[p], points[p + 1]);
    }
  }
  return best;
}

/** The regions cut where the output crosses the level; they tile what the regions tile. */
export function signPolygons(
  regions: readonly LinearRegion[],
  output = 0,
  level = 0,
): SignPolygon[] {
  return regions.flatMap((region): SignPolygon[] => {
    const values = levels(region, output, level);
    const above = values.some((value) => value > 0);
    const below = values.some((value) => value < 0);
    if (above && below) {
      const negated = values.map((value) => -value);
      return [
        { polygon: clip(region.polygon, values), sign: 1 },
        { polygon: clip(region.polygon, negated), sign: -1 },
      ];
    }
    return [{ polygon: region.polygon, sign: above ? 1 : below ? -1 : 0 }];
  });
}
