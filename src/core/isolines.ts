// Iso-lines and filled bands of values on a grid: marching squares (Lorensen & Cline 1987, in the
// plane) with the segments of all cells linked edge by edge into long paths in one pass, O(cells).
// Saddles are decided by the bilinear interpolant's own saddle value (Nielson & Hamann 1991). For
// fields that must be sampled; piecewise-linear networks have exact boundaries in regions.ts.

/** Values at the nodes of a regular grid over a box, corners included. */
export interface ValueGrid {
  /** Nodes across and up, at least 2 each. */
  readonly columns: number;
  readonly rows: number;
  readonly box: Box;
  /** values[j·columns + i]: node i from x0 to x1 and j from y0 to y1. NaN counts as below. */
  readonly values: ArrayLike<number>;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A polyline x, y, x, y, …; a closed one does not repeat its first point. */
export interface Path {
  readonly points: Float64Array;
  readonly closed: boolean;
}

/** Nodes with their coordinates, and the value of "outside" around them where paths must close. */
interface Lattice {
  readonly columns: number;
  readonly rows: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly values: Float64Array;
}

function lattice({ columns, rows, box, values }: ValueGrid, border: 0 | 1): Lattice {
  if (columns < 2 || rows < 2) {
    throw new RangeError(`grid: got ${columns} by ${rows} nodes, expected 2 by 2 at least`);
  }
  if (values.length !== columns * rows) {
    throw new RangeError(`grid: got ${values.length} values, expected ${columns * rows}`);
  }
  const wide = columns + 2 * border;
  const high = rows + 2 * border;
  const along = (from: number, to: number, count: number, total: number) =>
    Float64Array.from({ length: total }, (_, k) => {
      const share = Math.min(Math.max(k - border, 0), count - 1) / (count - 1);
      return from * (1 - share) + to * share;
    });
  const padded = new Float64Array(wide * high).fill(-Infinity);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      padded[(j + border) * wide + i + border] = values[j * columns + i];
    }
  }
  const xs = along(box.x0, box.x1, columns, wide);
  const ys = along(box.y0, box.y1, rows, high);
  return { columns: wide, rows: high, xs, ys, values: padded };
}

/** Sides of a cell: bottom, right, top, left. */
type Segment = readonly [from: number, to: number];

/**
 * Segments by which corners are at the level or above: 1 lower left, 2 lower right, 4 upper right,
 * 8 upper left; the higher side is on a segment's left. 5 and 10 are saddles with their high
 * corners apart; 16 and 17 the same with them joined.
 */
const SEGMENTS: readonly (readonly Segment[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
  [
    [0, 1],
    [2, 3],
  ],
  [
    [3, 0],
    [1, 2],
  ],
];

/**
 * next[e] is the grid edge where the segment that starts on edge e ends, or −1. Edge j·columns + i
 * joins node (i, j) to (i + 1, j); the same plus columns·rows joins it to (i, j + 1). As the higher
 * side is always on the left, an edge starts one segment at most and ends one at most.
 */
function link({ columns, rows, values }: Lattice, level: number): Int32Array {
  const vertical = columns * rows;
  const sides = [0, vertical + 1, columns, vertical];
  const next = new Int32Array(2 * vertical).fill(-1);
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++) {
      const node = j * columns + i;
      const v00 = values[node];
      const v10 = values[node + 1];
      const v01 = values[node + columns];
      const v11 = values[node + columns + 1];
      let above =
        (v00 >= level ? 1 : 0) +
        (v10 >= level ? 2 : 0) +
        (v11 >= level ? 4 : 0) +
        (v01 >= level ? 8 : 0);
      if (above === 0 || above === 15) continue;
      if (above === 5 || above === 10) {
        const saddle = (v00 * v11 - v10 * v01) / (v00 + v11 - v10 - v01);
        if (saddle >= level) above = above === 5 ? 16 : 17;
      }
      for (const [from, to] of SEGMENTS[above]) next[node + sides[from]] = node + sides[to];
    }
  }
  return next;
}

/** Appends the crossing on an edge, by linear interpolation; a repeated point is left out. */
function crossing(grid: Lattice, level: number, edge: number, points: number[]): void {
  const { columns, rows, xs, ys, values } = grid;
  const upward = edge >= columns * rows;
  const node = upward ? edge - columns * rows : edge;
  const i = node % columns;
  const j = (node - i) / columns;
  const value = values[node];
  const other = values[upward ? node + columns : node + 1];
  const share = (level - value) / (other - value);
  // Beside a value that is not finite there is nothing to interpolate; on the rim all is one place.
  const t = Number.isFinite(share) ? share : 0.5;
  const x = upward ? xs[i] : xs[i] + t * (xs[i + 1] - xs[i]);
  const y = upward ? ys[j] + t * (ys[j + 1] - ys[j]) : ys[j];
  if (points.length > 0 && points.at(-2) === x && points.at(-1) === y) return;
  points.push(x, y);
}

/** Follows the links into paths, those that end at the rim first; `next` is used up. */
function follow(grid: Lattice, level: number, next: Int32Array): Path[] {
  const paths: Path[] = [];
  const entered = new Uint8Array(next.length);
  for (const end of next) if (end >= 0) entered[end] = 1;
  const trace = (start: number, closed: boolean): void => {
    const points: number[] = [];
    let edge = start;
    while (edge >= 0) {
      crossing(grid, level, edge, points);
      const following = next[edge];
      next[edge] = -1;
      edge = following;
    }
    const repeats = points[0] === points.at(-2) && points[1] === points.at(-1);
    if (closed && repeats) points.length -= 2;
    // A level met at a single node gives a path of one place: nothing to draw.
    if (points.length >= (closed ? 6 : 4))
      paths.push({ points: Float64Array.from(points), closed });
  };
  for (let e = 0; e < next.length; e++) if (next[e] >= 0 && !entered[e]) trace(e, false);
  for (let e = 0; e < next.length; e++) if (next[e] >= 0) trace(e, true);
  return paths;
}

/**
 * The lines value = level: open paths end on the box, closed ones are loops. Higher values lie on
 * the left (y up). A plateau exactly at the level counts as above, so its rim is drawn once.
 */
export function isolines(grid: ValueGrid, level: number): Path[] {
  const nodes = lattice(grid, 0);
  return follow(nodes, level, link(nodes, level));
}

/**
 * The rings round {value ≥ level} in the box, along its sides where the region meets them:
 * counter-clockwise outside, clockwise round holes (y up). Right under either fill rule.
 */
export function filledAbove(grid: ValueGrid, level: number): Float64Array[] {
  const nodes = lattice(grid, 1);
  return follow(nodes, level, link(nodes, level)).map(({ points }) => points);
}

/**
 * For ascending levels the bands below the first, between neighbours, and from the last up, each as
 * rings to be filled by the even-odd rule.
 */
export function bands(grid: ValueGrid, levels: readonly number[]): Float64Array[][] {
  const { x0, y0, x1, y1 } = grid.box;
  const whole = [Float64Array.of(x0, y0, x1, y0, x1, y1, x0, y1)];
  const rings = [whole, ...levels.map((level) => filledAbove(grid, level)), []];
  return rings.slice(0, -1).map((outer, k) => [...outer, ...rings[k + 1]]);
}
