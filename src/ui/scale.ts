// Linear scales from data to the user units of an SVG, and back.

export interface Frame {
  /** Whole size of the drawing, in user units. */
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Scale {
  readonly frame: Frame;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Data at a place in user units. */
  readonly invert: (px: number, py: number) => readonly [number, number];
}

export interface ScaleOptions extends Partial<Frame> {
  readonly x?: readonly [number, number];
  readonly y?: readonly [number, number];
}

/** The square window of the site's plane figures: a little more than the data's [−2, 2]². */
export const planeDomain = [-2.2, 2.2] as const;

/** A scale; without options, a plane of 400 × 424 user units over [−2.2, 2.2]². */
export function createScale(options: ScaleOptions = {}): Scale {
  const { x: xDomain = planeDomain, y: yDomain = planeDomain, ...sizes } = options;
  const frame = {
    width: 400,
    height: 424,
    left: 34,
    right: 8,
    // room for the names of the axes, beyond the picture and the numbers
    top: 24,
    bottom: 42,
    ...sizes,
  };
  const innerWidth = frame.width - frame.left - frame.right;
  const innerHeight = frame.height - frame.top - frame.bottom;
  const [x0, x1] = xDomain;
  const [y0, y1] = yDomain;
  return {
    frame,
    xDomain,
    yDomain,
    x: (value) => frame.left + ((value - x0) / (x1 - x0)) * innerWidth,
    y: (value) => frame.top + ((y1 - value) / (y1 - y0)) * innerHeight,
    invert: (px, py) => [
      x0 + ((px - frame.left) / innerWidth) * (x1 - x0),
      y1 - ((py - frame.top) / innerHeight) * (y1 - y0),
    ],
  };
}

/** About `count` round tick values within [from, to]: 1, 2 or 5 times a power of ten apart. */
export function ticks([from, to]: readonly [number, number], count = 5): readonly number[] {
  const rough = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((nice) => nice * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const value = (first + i) * step;
    return Number(value.toPrecision(12));
  });
}

/** A user unit to one decimal: a tenth of a unit cannot be seen, and short paths are small pages. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Path through points given in data coordinates. */
export function path(scale: Scale, points: Iterable<readonly [number, number]>): string {
  let d = '';
  for (const [x, y] of points) {
    d += `${d === '' ? 'M' : 'L'}${short(scale.x(x))} ${short(scale.y(y))}`;
  }
  return d;
}

/** The outline of a polygon; nothing where it has no corners, as the side of a line that misses the window. */
export function outline(scale: Scale, corners: Iterable<readonly [number, number]>): string {
  const d = path(scale, corners);
  return d && `${d}Z`;
}
