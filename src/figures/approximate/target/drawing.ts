// A freehand curve: the height of each of 128 columns, as levels of its pane. Strokes replace the
// columns they pass over and nothing else; smoothing is a view of the levels, so it can be switched off.
import { monotoneCubic, polygonThrough } from '../../../core/monotone-cubic.ts';
import { levelOf, type Pane, valueAt } from './pane.ts';

export interface Drawing {
  readonly pane: Pane;
  /** One whole number in [0, TOP_LEVEL] per column, left to right. */
  readonly levels: readonly number[];
  readonly smooth: boolean;
}

export type Place = readonly [x: number, y: number];

export const COLUMNS = 128;
/** Passes of the filter (1, 2, 1)/4: a Gaussian with a standard deviation of 1.4 columns. */
const PASSES = 4;

/** The drawing that shows `curve` in its pane; where it has no value the neighbours are joined. */
export function drawingOf(curve: (x: number) => number, pane: Pane, smooth: boolean): Drawing {
  const found: number[] = [];
  const heights: number[] = [];
  for (let column = 0; column < COLUMNS; column++) {
    const height = curve(columnMiddle(column, pane));
    if (!Number.isFinite(height)) continue;
    found.push(column);
    heights.push(height);
  }
  const joined = found.length > 0 ? polygonThrough(found, heights) : () => 0;
  const levels = Array.from({ length: COLUMNS }, (_, column) =>
    levelOf(joined(column), pane.range),
  );
  return { pane, levels, smooth };
}

/** Where column 0 … COLUMNS − 1 lies, in the reader's units; the outermost are the ends. */
function columnMiddle(column: number, { domain: [left, right] }: Pane): number {
  const share = column / (COLUMNS - 1);
  return (1 - share) * left + share * right;
}

/** The column nearest to x; the outermost ones beyond the ends. */
function columnAt(x: number, { domain: [left, right] }: Pane): number {
  const column = Math.round(((x - left) / (right - left)) * (COLUMNS - 1));
  return Math.min(COLUMNS - 1, Math.max(0, column)) || 0;
}

/** The drawing after the pen has gone straight from one place to the next. */
export function stroke(drawing: Drawing, from: Place, to: Place): Drawing {
  if (![...from, ...to].every(Number.isFinite)) return drawing;
  const { pane } = drawing;
  const levels = [...drawing.levels];
  const start = columnAt(from[0], pane);
  const end = columnAt(to[0], pane);
  const direction = start <= end ? 1 : -1;
  for (let column = start; column !== end; column += direction) {
    const share = (column - start) / (end - start);
    levels[column] = levelOf((1 - share) * from[1] + share * to[1], pane.range);
  }
  levels[end] = levelOf(to[1], pane.range);
  return { ...drawing, levels };
}

/** The curve a drawing stands for, in the reader's units. */
export function drawnCurve({ pane, levels, smooth }: Drawing): (x: number) => number {
  const places = levels.map((_, column) => columnMiddle(column, pane));
  const heights = levels.map((level) => valueAt(level, pane.range));
  if (!smooth) return polygonThrough(places, heights);
  return monotoneCubic(places, smoothed(heights));
}

/** Binomial smoothing; the two ends stay where they are. */
function smoothed(heights: readonly number[]): readonly number[] {
  let now = heights;
  for (let pass = 0; pass < PASSES; pass++) {
    const before = now;
    now = before.map((height, i) =>
      i === 0 || i === before.length - 1
        ? height
        : (before[i - 1] + 2 * height + before[i + 1]) / 4,
    );
  }
  return now;
}
