// Pictures of what was measured, drawn by Plot at build and by the benchmark: time per step against
// the width or the number of samples, and the losses of everything that does the same work.

import { dot, line, text } from '@observablehq/plot';
import { drawPlot } from '../plot.ts';
import type { Measurements } from './results.ts';
import { median } from './statistics.ts';

/** The widths of one hidden layer that are measured; those in between by our own entries only. */
export const widths = [8, 32, 64, 128, 256, 512];

/** Where a width's measurement is kept, and the width. */
export const widthWorkloads = widths.map(
  (width) => [`${width === 64 || width === 256 ? 'H/' : ''}tanh-${width}`, width] as const,
);

interface Point {
  readonly entry: string;
  readonly x: number;
  readonly y: number;
}

/** Microseconds per step of every entry at the workloads given, where x is what varies. */
export const timesPerStep = (
  measurements: Measurements,
  workloads: readonly (readonly [id: string, x: number])[],
): Point[] =>
  workloads.flatMap(([id, x]) =>
    Object.entries(measurements[id]?.entries ?? {}).map(([entry, { rates }]) => ({
      entry,
      x,
      y: 1e6 / median(rates),
    })),
  );

/** Loss by step of every entry that does exactly the work asked. */
export const lossCurves = (measurements: Measurements, workload: string): Point[] =>
  Object.entries(measurements[workload]?.entries ?? {})
    .filter(([, { exact }]) => exact)
    .flatMap(([entry, { losses }]) => losses.map((y, k) => ({ entry, x: 20 * k, y })));

/** The label heights, pushed apart to at least `gap`; in the order given. */
const apart = (heights: readonly number[], gap: number): number[] => {
  const order = heights.map((y, k) => ({ y, k })).sort((a, b) => a.y - b.y);
  for (let round = 0; round < 60; round++) {
    for (let i = 1; i < order.length; i++) {
      const overlap = gap - (order[i].y - order[i - 1].y);
      if (overlap > 0) {
        order[i - 1].y -= overlap / 2;
        order[i].y += overlap / 2;
      }
    }
  }
  const moved = [...heights];
  for (const { y, k } of order) moved[k] = y;
  return moved;
};

export interface Chart {
  readonly points: readonly Point[];
  readonly x: {
    readonly label: string;
    readonly type: 'log' | 'linear';
    readonly ticks: readonly number[];
  };
  readonly y: { readonly label: string; readonly type: 'log' | 'linear' };
  readonly names: Readonly<Record<string, string>>;
}

const WIDTH = 720;
const HEIGHT = 400;
const RIGHT = 280;
const LABEL_GAP = 15;

const isOurs = (entry: string): boolean => entry.startsWith('core-');
const colourOf = (entry: string): string => (isOurs(entry) ? 'var(--fit)' : 'var(--ink-2)');

/** A line per entry, named at its end; ours in colour, the C programs dashed. */
export const drawChart = ({ points, x, y, names }: Chart, id: string): string => {
  const entries = [...new Set(points.map(({ entry }) => entry))];
  const lasts = entries.map((entry) => points.filter((point) => point.entry === entry).at(-1)!);
  const values = points.map((point) => point.y);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [top, bottom] = [30, 44];
  const span = HEIGHT - top - bottom;
  const decades = [0.1, 1, 10, 100, 1e3, 1e4, 1e5].filter((value) => value >= low && value <= high);
  const toPixels =
    y.type === 'log'
      ? (v: number) => top + (span * Math.log(high / v)) / Math.log(high / low)
      : (v: number) => top + (span * (high - v)) / (high - low);
  const heights = apart(
    lasts.map((last) => toPixels(last.y)),
    LABEL_GAP,
  );
  const labels = lasts.map((last, k) => ({
    ...last,
    name: names[last.entry] ?? last.entry,
    shift: heights[k] - toPixels(last.y),
  }));
  return drawPlot(
    {
      width: WIDTH,
      height: HEIGHT,
      marginTop: top,
      marginBottom: bottom,
      marginLeft: 58,
      marginRight: RIGHT,
      x: {
        type: x.type,
        domain: [Math.min(...x.ticks), Math.max(...x.ticks)],
        label: x.label,
        ticks: x.ticks,
        // or a logarithmic axis drops the ticks far from a power of ten
        ...(x.type === 'log' && { base: 2 }),
        tickFormat: String,
        labelAnchor: 'center',
      },
      y: {
        type: y.type,
        label: y.label,
        domain: [low, high],
        grid: true,
        nice: false,
        tickFormat: '~s',
        ...(y.type === 'log' && { ticks: decades }),
      },
      marks: [
        ...entries.map((entry) =>
          line(
            points.filter((point) => point.entry === entry),
            {
              x: 'x',
              y: 'y',
              stroke: colourOf(entry),
              strokeWidth: isOurs(entry) ? 2.2 : 1.2,
              ...(entry.startsWith('c-') && { strokeDasharray: '4 3' }),
            },
          ),
        ),
        dot(points, { x: 'x', y: 'y', r: 2.2, fill: (point: Point) => colourOf(point.entry) }),
        ...labels.map(({ x: at, y: level, name, shift, entry }) =>
          text([name], {
            x: [at],
            y: [level],
            dx: 8,
            dy: shift,
            textAnchor: 'start',
            fill: colourOf(entry),
            fontWeight: isOurs(entry) ? 600 : 400,
          }),
        ),
      ],
    },
    id,
  );
};
