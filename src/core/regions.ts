// The linear regions of a piecewise-linear network on the plane, exactly up to rounding: inside a
// convex polygon every unit stays on one piece of its activation, so the network is one affine map.
// Layer by layer each polygon is cut along the lines where a unit meets a kink (Montúfar, Pascanu,
// Cho & Bengio 2014 count these regions). No sampling; smooth activations need isolines.ts.

import type { Box } from './isolines.ts';
import type { PiecewiseLinear } from './piecewise-linear.ts';

/** A layer σ(Wh + b). weights: out×in, row-major; bias: out. */
export interface PiecewiseLinearLayer {
  readonly weights: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
  readonly activation: PiecewiseLinear;
}

/** A convex polygon on which the network is the affine map x ↦ Wx + b. */
export interface LinearRegion {
  /** x, y, x, y, …, counter-clockwise. */
  readonly polygon: Float64Array;
  /** out×2, row-major. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  /** The piece each unit is on, layer after layer. */
  readonly pattern: readonly number[];
}

/**
 * A corner this near to a line, as a share of the terms that make up its distance, lies on it: what
 * rounding leaves of an exact incidence, so that no slivers are cut off.
 */
const ON_LINE = 1e-12;

/** wx·x + wy·y + c at every corner, those within rounding of 0 set to 0. */
export function cornerValues(polygon: Float64Array, wx: number, wy: number, c: number) {
  const values = new Float64Array(polygon.length / 2);
  for (let k = 0; k < values.length; k++) {
    const a = wx * polygon[2 * k];
    const b = wy * polygon[2 * k + 1];
    const value = a + b + c;
    const scale = Math.abs(a) + Math.abs(b) + Math.abs(c);
    values[k] = Math.abs(value) <= ON_LINE * scale ? 0 : value;
  }
  return values;
}

/** The part of a convex polygon where the corner values, linear in between, are ≥ 0. */
export function clip(polygon: Float64Array, values: Float64Array): Float64Array {
  const kept: number[] = [];
  for (let k = 0; k < values.length; k++) {
    const next = k + 1 === values.length ? 0 : k + 1;
    const [v, w] = [values[k], values[next]];
    if (v >= 0) kept.push(polygon[2 * k], polygon[2 * k + 1]);
    if ((v > 0 && w < 0) || (v < 0 && w > 0)) {
      const t = v / (v - w);
      for (const axis of [0, 1]) {
        const start = polygon[2 * k + axis];
        kept.push(start + t * (polygon[2 * next + axis] - start));
      }
    }
  }
  return Float64Array.from(kept);
}

interface Part {
  readonly polygon: Float64Array;
  readonly pattern: readonly number[];
}

/** Splits a part along the kinks of one unit whose input is wx·x + wy·y + c. */
function cutByUnit(
  part: Part,
  kinks: readonly number[],
  wx: number,
  wy: number,
  c: number,
): Part[] {
  const done: Part[] = [];
  let rest = part.polygon;
  for (let piece = 0; piece < kinks.length; piece++) {
    const values = cornerValues(rest, wx, wy, c - kinks[piece]);
    const someBelow = values.some((value) => value < 0);
    const someAbove = values.some((value) => value > 0);
    if (!someBelow) continue;
    if (!someAbove) {
      done.push({ polygon: rest, pattern: [...part.pattern, piece] });
      return done;
    }
    const below = clip(
      rest,
      values.map((value) => -value),
    );
    done.push({ polygon: below, pattern: [...part.pattern, piece] });
    rest = clip(rest, values);
  }
  done.push({ polygon: rest, pattern: [...part.pattern, kinks.length] });
  return done;
}

function cutByLayer(region: LinearRegion, layer: PiecewiseLinearLayer): LinearRegion[] {
  const { weights, bias, activation } = layer;
  const inputs = region.bias.length;
  const outputs = bias.length;
  const before = region.pattern.length;
  const sums = new Float64Array(2 * outputs);
  const offsets = Float64Array.from(bias);
  for (let u = 0; u < outputs; u++) {
    for (let i = 0; i < inputs; i++) {
      const weight = weights[u * inputs + i];
      sums[2 * u] += weight * region.weights[2 * i];
      sums[2 * u + 1] += weight * region.weights[2 * i + 1];
      offsets[u] += weight * region.bias[i];
    }
  }
  let parts: Part[] = [{ polygon: region.polygon, pattern: region.pattern }];
  for (let u = 0; u < outputs; u++) {
    parts = parts.flatMap((part) =>
      cutByUnit(part, activation.kinks, sums[2 * u], sums[2 * u + 1], offsets[u]),
    );
  }
  return parts.map(({ polygon, pattern }) => {
    const piece = (u: number) => activation.pieces[pattern[before + u]];
    return {
      polygon,
      pattern,
      weights: sums.map((sum, k) => piece(k >> 1).slope * sum),
      bias: offsets.map((offset, u) => piece(u).slope * offset + piece(u).intercept),
    };
  });
}

/**
 * The linear regions, inside a box, of a network of two inputs; they tile the box. Their number can
 * grow like width² per layer. Throws when a layer's counts do not fit the one before.
 */
export function linearRegions(layers: readonly PiecewiseLinearLayer[], box: Box): LinearRegion[] {
  let inputs = 2;
  layers.forEach(({ weights, bias }, k) => {
    if (weights.length !== bias.length * inputs) {
      const expected = `${bias.length * inputs} (${bias.length} by ${inputs})`;
      throw new RangeError(`weights of layer ${k}: got ${weights.length}, expected ${expected}`);
    }
    inputs = bias.length;
  });
  const { x0, y0, x1, y1 } = box;
  const whole: LinearRegion = {
    polygon: Float64Array.of(x0, y0, x1, y0, x1, y1, x0, y1),
    weights: Float64Array.of(1, 0, 0, 1),
    bias: new Float64Array(2),
    pattern: [],
  };
  return layers.reduce(
    (regions, layer) => regions.flatMap((region) => cutByLayer(region, layer)),
    [whole],
  );
}
