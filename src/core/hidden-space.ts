// Two hidden neurons as a map from the input plane to the hidden plane, x ↦ σ(s(Wx + b)): where
// points and grid lines go, what a line there looks like here, and how far apart it puts two
// classes. W and b are the two lines of the first layer; the scale s multiplies both.

import { type ActivationName, activations } from './activations.ts';
import { boundarySegments, signPolygons } from './decision-boundary.ts';
import { readPoints } from './integer-points.ts';
import { type Box, filledAbove, isolines, type Path } from './isolines.ts';
import { type PiecewiseLinear, piecesOf, piecewiseLinear } from './piecewise-linear.ts';
import { Rational } from './rational.ts';
import { linearRegions } from './regions.ts';
import { type Separation, separate, separateRationals } from './separability.ts';

type Points = readonly (readonly number[])[];
type Pair = readonly [number, number];

/** The function, and its pieces where it is straight between kinks: then geometry is exact. */
export interface HiddenActivation {
  readonly value: (z: number) => number;
  readonly pieces?: PiecewiseLinear | undefined;
}

export interface HiddenLayer {
  /** Row u holds the weights of hidden neuron u. */
  readonly weights: readonly [Pair, Pair];
  readonly bias: Pair;
  /** s: multiplies weights and biases. */
  readonly scale: number;
  readonly activation: HiddenActivation;
}

/** How well one line can part the classes in the hidden plane. */
export interface HiddenSeparation {
  readonly separation: Separation;
  /** Distance between the hulls of the images; 0 where no line parts them or a class is empty. */
  readonly gap: number;
  /** Root mean square distance of all images from their mean: the unit for comparing activations. */
  readonly spread: number;
  /** gap ÷ spread; 0 where there is no spread. */
  readonly relativeGap: number;
}

/** An activation of the registry, with its pieces where it has them. */
export function hiddenActivation(name: ActivationName): HiddenActivation {
  return { value: activations[name].value, pieces: piecesOf(name) };
}

/** Nodes a side of the grid that a smooth activation's curves are drawn from. */
const GRID = 97;
/** Points along a grid line besides kinks; enough for a smooth curve at figure size. */
const STEPS = 48;

/** s(w·x + b) of hidden neuron u. */
function weightedSum({ weights, bias, scale }: HiddenLayer, u: 0 | 1, x: number, y: number) {
  return scale * (weights[u][0] * x + weights[u][1] * y + bias[u]);
}

/** The image of one point of the input plane. */
export function hiddenImage(layer: HiddenLayer, [x, y]: readonly number[]): [number, number] {
  const { value } = layer.activation;
  return [value(weightedSum(layer, 0, x, y)), value(weightedSum(layer, 1, x, y))];
}

/** A polyline x, y, … in the input plane and, point for point, its image in the hidden plane. */
export interface MappedLine {
  readonly input: Float64Array;
  readonly image: Float64Array;
}

/**
 * The segment from `from` to `to` and its image: exact for piecewise-linear activations (points at
 * the ends and where the image bends), otherwise through evenly spaced points.
 */
export function mapSegment(layer: HiddenLayer, from: Pair, to: Pair): MappedLine {
  const stops = segmentStops(layer, from, to);
  const input = stops.map((t): Pair => {
    return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
  });
  return {
    input: Float64Array.from(input.flat()),
    image: Float64Array.from(input.flatMap((point) => hiddenImage(layer, point))),
  };
}

/** Shares of the way at which the image of a segment needs a point, 0 and 1 included. */
function segmentStops(layer: HiddenLayer, from: Pair, to: Pair): number[] {
  const { pieces } = layer.activation;
  if (!pieces) return Array.from({ length: STEPS + 1 }, (_, k) => k / STEPS);
  const stops = [0, 1];
  for (const u of [0, 1] as const) {
    const start = weightedSum(layer, u, ...from);
    const end = weightedSum(layer, u, ...to);
    for (const kink of pieces.kinks) {
      const t = (kink - start) / (end - start);
      if (t > 0 && t < 1) stops.push(t);
    }
  }
  return stops.sort((s, t) => s - t);
}

/** The lines of a grid across the box, `lines` each way, sides included; upright ones first. */
export function mapGrid(layer: HiddenLayer, box: Box, lines: number): MappedLine[] {
  if (!(lines >= 2)) throw new RangeError(`grid lines: got ${lines}, expected 2 at least`);
  const at = (from: number, to: number, k: number) => from + ((to - from) * k) / (lines - 1);
  const { x0, y0, x1, y1 } = box;
  const counts = [...new Array(lines).keys()];
  return [
    ...counts.map((k) => mapSegment(layer, [at(x0, x1, k), y0], [at(x0, x1, k), y1])),
    ...counts.map((k) => mapSegment(layer, [x0, at(y0, y1, k)], [x1, at(y0, y1, k)])),
  ];
}

/** What a line of the hidden plane is in the input plane. */
export interface HiddenCut {
  /** The curve that the map carries onto the line. */
  readonly boundary: readonly Path[];
  /** Polygons x, y, … that together cover where normal·h + offset > 0. */
  readonly above: readonly Float64Array[];
}

/**
 * The hidden line normal·h + offset = 0 taken back to the box of the input plane: exact segments and
 * polygons for piecewise-linear activations, marching squares on a fine grid for the others.
 */
export function hiddenCut(
  layer: HiddenLayer,
  normal: readonly number[],
  offset: number,
  box: Box,
): HiddenCut {
  const { weights, bias, scale, activation } = layer;
  if (activation.pieces) {
    const hidden = {
      weights: weights.flat().map((weight) => scale * weight),
      bias: bias.map((value) => scale * value),
      activation: activation.pieces,
    };
    const output = {
      weights: normal,
      bias: [offset],
      activation: piecewiseLinear.identity,
    };
    const regions = linearRegions([hidden, output], box);
    return {
      boundary: boundarySegments(regions).map((points) => ({ points, closed: false })),
      above: signPolygons(regions).flatMap(({ sign, polygon }) => (sign > 0 ? [polygon] : [])),
    };
  }
  const values = new Float64Array(GRID * GRID);
  for (let j = 0; j < GRID; j++) {
    const y = box.y0 + ((box.y1 - box.y0) * j) / (GRID - 1);
    for (let i = 0; i < GRID; i++) {
      const x = box.x0 + ((box.x1 - box.x0) * i) / (GRID - 1);
      const h1 = activation.value(weightedSum(layer, 0, x, y));
      const h2 = activation.value(weightedSum(layer, 1, x, y));
      values[j * GRID + i] = normal[0] * h1 + normal[1] * h2 + offset;
    }
  }
  const grid = { columns: GRID, rows: GRID, box, values };
  return { boundary: isolines(grid, 0), above: filledAbove(grid, 0) };
}

/** Images under piecewise-linear `pieces`, all numbers read as the decimals they print as. */
export function exactHiddenImages(
  layer: HiddenLayer,
  pieces: PiecewiseLinear,
  points: Points,
): Rational[][] {
  const read = Rational.fromDecimal;
  const scale = read(layer.scale);
  const rows = layer.weights.map((row) => row.map((weight) => read(weight).multiply(scale)));
  const bias = layer.bias.map((value) => read(value).multiply(scale));
  const kinks = pieces.kinks.map(read);
  const lines = pieces.pieces.map(({ slope, intercept }) => [read(slope), read(intercept)]);
  return readPoints(points, 'decimal').map(([x, y]) =>
    rows.map((row, u) => {
      const z = row[0].multiply(x).add(row[1].multiply(y)).add(bias[u]);
      const [slope, intercept] = lines[kinks.filter((kink) => z.compare(kink) >= 0).length];
      return slope.multiply(z).add(intercept);
    }),
  );
}

function spreadOf(images: Points): number {
  if (images.length === 0) return 0;
  const mean = [0, 1].map((j) => images.reduce((sum, h) => sum + h[j], 0) / images.length);
  const squares = images.reduce((sum, [h1, h2]) => {
    const dx = h1 - mean[0];
    const dy = h2 - mean[1];
    return sum + dx * dx + dy * dy;
  }, 0);
  return Math.sqrt(squares / images.length);
}

/**
 * The widest-margin line, or the certificate that there is none, for the images of A and B. Exact on
 * the decimal coordinates for piecewise-linear activations (no rounding can part what an affine map
 * leaves joined); for the others exact on the doubles the activation returns.
 */
export function hiddenSeparation(layer: HiddenLayer, a: Points, b: Points): HiddenSeparation {
  const { pieces } = layer.activation;
  const image = (points: Points) => points.map((point) => hiddenImage(layer, point));
  const separation = pieces
    ? separateRationals(exactHiddenImages(layer, pieces, a), exactHiddenImages(layer, pieces, b))
    : separate(image(a), image(b), 'double');
  const gap = separation.kind === 'separable' ? separation.gap : 0;
  const spread = spreadOf(image([...a, ...b]));
  return { separation, gap, spread, relativeGap: spread > 0 ? gap / spread : 0 };
}
