// A window with logarithmic scales: positions are powers of ten, so that the scale itself is linear.
import type { ComponentChildren } from 'preact';
import { locate } from '../Handle.tsx';
import { AxisNames } from '../Plane.tsx';
import { powerOfTen } from '../powers.ts';
import { createScale, path, type Scale, type ScaleOptions, short } from '../scale.ts';

/** A place on an axis, as a power of ten, and what is written there. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A scale with room for the texts of powers of ten on the left. */
export const createLogScale = (options: ScaleOptions) =>
  createScale({ width: 400, height: 352, left: 44, ...options });

/** 10⁻³ and the like, but 1 and 10 as they are; every `step`th power in the domain. */
export function powers([low, high]: readonly [number, number], step = 1): readonly Tick[] {
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, i) => {
    const power = first + i * step;
    return { at: power, text: powerOfTen(power) };
  });
}

/** 1, 2, 4, … up to `most`. */
export function doublings(most: number): readonly Tick[] {
  const count = Math.floor(Math.log2(most)) + 1;
  return Array.from({ length: count }, (_, i) => ({
    at: Math.log10(2 ** i),
    text: String(2 ** i),
  }));
}

/** Power of ten of an error, held a little beyond the window; nothing is at its lower edge. */
export function powerOf(value: number, { yDomain: [low, high] }: Scale): number {
  return value > 0 ? Math.max(low, Math.min(high + 1, Math.log10(value))) : low;
}

/** Path through positive x and errors at them. */
export function logPath(scale: Scale, points: readonly (readonly [number, number])[]): string {
  return path(
    scale,
    points.map(([x, y]) => [Math.log10(x), powerOf(y, scale)] as const),
  );
}

interface Props {
  readonly id: string;
  readonly scale: Scale;
  readonly alt: string;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xLabel: ComponentChildren;
  readonly yLabel: ComponentChildren;
  readonly children: ComponentChildren;
  readonly over?: ComponentChildren;
  /** A click beside the handle, as the number (not the power of ten) under it. */
  readonly onPick: (x: number) => void;
}

export function LogPlane(props: Props) {
  const { id, scale, alt, xTicks, yTicks, xLabel, yLabel, children, over, onPick } = props;
  const { width, height, left, right, top, bottom } = scale.frame;
  const box = { x: left, y: top, width: width - left - right, height: height - top - bottom };
  const grid = [
    ...xTicks.map(({ at }) => `M${short(scale.x(at))} ${top}V${height - bottom}`),
    ...yTicks.map(({ at }) => `M${left} ${short(scale.y(at))}H${width - right}`),
  ].join('');
  return (
    <svg class="plane" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={alt}>
      <clipPath id={`${id}-clip`}>
        <rect {...box} />
      </clipPath>
      <rect class="plane-ground" {...box} />
      <g class="axes" aria-hidden="true">
        <path class="grid" d={grid} />
        {xTicks.map(({ at, text }) => (
          <text key={at} x={short(scale.x(at))} y={height - bottom + 16} text-anchor="middle">
            {text}
          </text>
        ))}
        {yTicks.map(({ at, text }) => (
          <text key={at} x={left - 6} y={short(scale.y(at) + 4)} text-anchor="end">
            {text}
          </text>
        ))}
      </g>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the handle does the same by keys */}
      <rect
        class="pick-ground"
        {...box}
        onClick={(event) => onPick(10 ** locate(event, scale)[0])}
      />
      <g clip-path={`url(#${id}-clip)`} class="chart-lines">
        {children}
      </g>
      <AxisNames frame={scale.frame} x={xLabel} y={yLabel} />
      {over}
    </svg>
  );
}
