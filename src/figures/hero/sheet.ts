// The plane as a sheet that folds: a point x goes to (σ(n₁), σ(n₂)), where σ keeps positive sums and
// multiplies negative ones by a slope that falls from 1 (flat) to 0 (ReLU). Where a point lies along
// the band, which the two sums hardly tell apart, is kept as depth, so that one sees the sheet from
// above while it folds and along the fold at the end: then the picture is the hidden plane itself,
// turned by 45°.
import { articleLines } from '../../core/article-lines.ts';
import { boundarySegments, signPolygons } from '../../core/decision-boundary.ts';
import type { PiecewiseLinear } from '../../core/piecewise-linear.ts';
import { linearRegions } from '../../core/regions.ts';
import { type WidestStrip, widestStrip } from '../../core/widest-strip.ts';

export type Place = readonly [x: number, y: number];

export const size = { width: 500, height: 400 } as const;

/** The sheet is the square [−reach, reach]². */
const reach = 2.2;
const box = { x0: -reach, y0: -reach, x1: reach, y1: reach };
const margin = { x: 26, y: 40 };
const half = Math.SQRT1_2;
/** Share of the way at which the sheet is folded; the rest of the way only turns it. */
const folded = 0.7;
/** Radians above the horizon: flat, folded; at the end the eye is level with the sheet. */
const heights = [0.9, 0.38] as const;

const identity: PiecewiseLinear = { kinks: [], pieces: [{ slope: 1, intercept: 0 }] };
const straight = (weights: readonly number[], bias: readonly number[]) => ({
  weights,
  bias,
  activation: identity,
});
const weights = articleLines.flatMap(({ w }) => w);
const bias = articleLines.map(({ b }) => b);

/** The creases n₁ = 0 and n₂ = 0, as segments of the sheet. */
const creases = articleLines.map(({ w, b }) => {
  const [[x0, y0, x1, y1]] = boundarySegments(linearRegions([straight(w, [b])], box));
  return [
    [x0, y0],
    [x1, y1],
  ] as const;
});

/** Ends of the h₁ and the h₂ axis: where the corners of the sheet come to lie. */
const axisEnds = [
  [4.96, 0],
  [0, 4.74],
] as const;

const eased = (t: number) => {
  const inside = Math.min(1, Math.max(0, t));
  return inside * inside * (3 - 2 * inside);
};

export interface Scene {
  /** Slope of the activation below 0. */
  readonly slope: number;
  readonly strip: WidestStrip | undefined;
  /** Faces of the sheet between the creases: flank of n₂, band, flank of n₁. */
  readonly faces: readonly string[];
  /** Where the line's side is A or B, on the sheet; empty while no line parts the classes. */
  readonly sideA: string;
  readonly sideB: string;
  /** The line, traced on the sheet. */
  readonly trace: string;
  readonly grid: string;
  readonly creases: readonly string[];
  /** A corner at every point; markers draw them. */
  readonly pointsA: string;
  readonly pointsB: string;
  /** Seen along the fold: the line, its two half-planes, and how far they have come out (0 … 1). */
  readonly line: string;
  readonly halfA: string;
  readonly halfB: string;
  readonly stripWidth: number;
  readonly shown: number;
  /** Where to write the names of the creases, and of the axes they become. */
  readonly creaseNames: readonly Place[];
  readonly axisNames: readonly Place[];
  readonly axes: readonly string[];
}

export function scene(fold: number, a: readonly Place[], b: readonly Place[]): Scene {
  const slope = 1 - eased(fold / folded);
  const turn = eased((fold - folded) / (1 - folded));
  const height = (heights[0] + (heights[1] - heights[0]) * (1 - slope)) * (1 - turn);
  const [level, depth] = [Math.cos(height), Math.sin(height) * 0.8 * half];

  const bend = (z: number) => (z > 0 ? z : z * slope);
  const hidden = ([x, y]: Place): Place => [
    bend(weights[0] * x + weights[1] * y + bias[0]),
    bend(weights[2] * x + weights[3] * y + bias[1]),
  ];
  /** From the hidden plane, and the depth of (x, y), to the picture before it is fitted in. */
  const seen = ([h1, h2]: Place, along = 0): Place => [
    (h1 - h2) * half,
    (h1 + h2) * half * level + along,
  ];
  const view = (place: Place) => seen(hidden(place), (3.4 * place[1] - 2.1 * place[0]) * depth);

  const layer = {
    weights,
    bias,
    activation: { kinks: [0], pieces: [{ slope, intercept: 0 }, identity.pieces[0]] },
  };
  const corners = (polygon: ArrayLike<number>) =>
    Array.from({ length: polygon.length / 2 }, (_, k) =>
      view([polygon[2 * k], polygon[2 * k + 1]]),
    );
  const faces = linearRegions([layer], box).map(({ polygon }) => corners(polygon));
  const fit = fitted(faces.flat());
  const draw = (places: readonly Place[]) => {
    let d = '';
    for (const place of places) d += `${d ? 'L' : 'M'}${fit.at(place)}`;
    return d;
  };
  const closed = (places: readonly Place[]) => `${draw(places)}Z`;
  const dots = (places: readonly Place[]) => draw(places.map(view));

  const strip = widestStrip(a.map(hidden), b.map(hidden));
  const regions = strip ? linearRegions([layer, straight(strip.normal, [strip.offset])], box) : [];
  const tinted = (wanted: 1 | -1) =>
    signPolygons(regions)
      .filter(({ sign }) => sign === wanted)
      .map(({ polygon }) => closed(corners(polygon)))
      .join('');
  const front = creases.map((ends) => ends.map(view).reduce((p, q) => (p[1] < q[1] ? p : q)));
  return {
    slope,
    strip,
    faces: faces.map(closed),
    sideA: tinted(-1),
    sideB: tinted(1),
    trace: boundarySegments(regions)
      .map((segment) => draw(corners(segment)))
      .join(''),
    grid: gridLines(slope < 1)
      .map((line) => draw(line.map(view)))
      .join(''),
    creases: creases.map((ends) => draw(ends.map(view))),
    pointsA: dots(a),
    pointsB: dots(b),
    ...(strip && turn > 0 ? across(strip, (place) => fit.at(seen(place))) : noLine),
    stripWidth: (strip?.gap ?? 0) * fit.scale,
    shown: eased(turn * 2 - 1),
    creaseNames: front.map(fit.place),
    axisNames: axisEnds.map((end) => fit.place(seen(end))),
    axes: axisEnds.map((end) => draw([seen([0, 0]), seen(end)])),
  };
}

const noLine = { line: '', halfA: '', halfB: '' };

/** The line from edge to edge of the picture, and the half-planes on its two sides. */
function across({ normal, offset }: WidestStrip, at: (place: Place) => string) {
  const far = 30;
  const on = (along: number, up: number) =>
    at([
      normal[0] * (up - offset) + normal[1] * along,
      normal[1] * (up - offset) - normal[0] * along,
    ]);
  const line = `M${on(-far, 0)}L${on(far, 0)}`;
  return {
    line,
    halfA: `${line}L${on(far, -far)}L${on(-far, -far)}Z`,
    halfB: `${line}L${on(far, far)}L${on(-far, far)}Z`,
  };
}

/** Scales a picture with these outermost places into the frame, centred. */
function fitted(places: readonly Place[]) {
  const range = (k: 0 | 1) => {
    const values = places.map((place) => place[k]);
    return [Math.min(...values), Math.max(...values)];
  };
  const [[left, right], [bottom, top]] = [range(0), range(1)];
  const scale = Math.min(
    (size.width - 2 * margin.x) / (right - left),
    (size.height - 2 * margin.y) / (top - bottom),
  );
  const place = ([x, y]: Place): Place => [
    size.width / 2 + (x - (left + right) / 2) * scale,
    size.height / 2 - (y - (bottom + top) / 2) * scale,
  ];
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const at = (from: Place) => {
    const [x, y] = place(from);
    return `${tenth(x)} ${tenth(y)}`;
  };
  return { scale, place, at };
}

/** Lines half a unit apart; once the sheet is bent, with a corner at each crease. */
function gridLines(bent: boolean): readonly (readonly Place[])[] {
  const lines: Place[][] = [];
  for (let k = -4; k <= 4; k++) {
    for (const upright of [true, false]) {
      const on = (t: number): Place => (upright ? [k / 2, t] : [t, k / 2]);
      const stops = articleLines.map(({ w, b }) =>
        upright ? -(b + (w[0] * k) / 2) / w[1] : -(b + (w[1] * k) / 2) / w[0],
      );
      const inside = bent ? stops.filter((t) => Math.abs(t) < reach).sort((s, t) => s - t) : [];
      lines.push([-reach, ...inside, reach].map(on));
    }
  }
  return lines;
}
