// A window on the plane: grid, axes with names, clipped layers, and whatever floats above them.
// Drawn here and not by Plot because its axes change while the reader drags (hidden planes).
import type { ComponentChildren } from 'preact';
import { type Frame, type Scale, short, ticks } from './scale.ts';
import { plain } from './words.ts';

export interface PlaneProps {
  readonly id: string;
  readonly scale: Scale;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
  readonly xLabel: ComponentChildren;
  readonly yLabel: ComponentChildren;
  /** Layers that must not leave the frame. */
  readonly children: ComponentChildren;
  /** Handles and labels, which may. */
  readonly over?: ComponentChildren;
}

export function Plane({ id, scale, alt, xLabel, yLabel, children, over }: PlaneProps) {
  const { width, height, left, right, top, bottom } = scale.frame;
  const clip = `${id}-clip`;
  return (
    <svg class="plane" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={alt}>
      <clipPath id={clip}>
        <rect x={left} y={top} width={width - left - right} height={height - top - bottom} />
      </clipPath>
      <rect
        class="plane-ground"
        x={left}
        y={top}
        width={width - left - right}
        height={height - top - bottom}
      />
      <PlaneAxes scale={scale} />
      <g clip-path={`url(#${clip})`}>{children}</g>
      <AxisNames frame={scale.frame} x={xLabel} y={yLabel} />
      {over}
    </svg>
  );
}

interface NamesProps {
  readonly frame: Frame;
  readonly x?: ComponentChildren;
  readonly y?: ComponentChildren;
}

/** Outside of the window, so that they lie over nothing in it. The alternative says what the axes are. */
export function AxisNames({
  frame: { width, height, left, right, top, bottom },
  x,
  y,
}: NamesProps) {
  return (
    <g aria-hidden="true">
      {x && (
        <text class="axis-name" x={width - right} y={height - bottom + 33} text-anchor="end">
          {x}
        </text>
      )}
      {y && (
        <text class="axis-name" x={left} y={top - 8}>
          {y}
        </text>
      )}
    </g>
  );
}

function PlaneAxes({ scale }: { readonly scale: Scale }) {
  const { width, height, left, right, top, bottom } = scale.frame;
  const grid = [
    ...ticks(scale.xDomain).map((t) => `M${short(scale.x(t))} ${top}V${height - bottom}`),
    ...ticks(scale.yDomain).map((t) => `M${left} ${short(scale.y(t))}H${width - right}`),
  ].join('');
  return (
    <g class="axes" aria-hidden="true">
      <path class="grid" d={grid} />
      {ticks(scale.xDomain).map((t) => (
        <text key={t} x={short(scale.x(t))} y={height - bottom + 16} text-anchor="middle">
          {tickText(t)}
        </text>
      ))}
      {ticks(scale.yDomain).map((t) => (
        <text key={t} x={left - 6} y={short(scale.y(t) + 4)} text-anchor="end">
          {tickText(t)}
        </text>
      ))}
    </g>
  );
}

/** Thousands as "20k": the margin has room for five characters. */
function tickText(tick: number): string {
  return Math.abs(tick) >= 1000 ? `${plain(tick / 1000)}k` : plain(tick);
}
