// Looking at a data point: the nearest to the pointer, or one chosen by keys. The same in linked
// planes, so that a point found in one is found in the other.
import { locate } from './Handle.tsx';
import type { Place } from './line.ts';
import { type Scale, short } from './scale.ts';

interface Props {
  readonly scale: Scale;
  readonly places: readonly Place[];
  readonly pointed: number | undefined;
  readonly onPoint: (index: number | undefined) => void;
  readonly label: string;
  readonly valueText: string;
}

/** How near the pointer must come, in units of the drawing. */
const reach = 18;

export function PointPicker({ scale, places, pointed, onPoint, label, valueText }: Props) {
  const { width, height, left, right, top, bottom } = scale.frame;
  const look = (event: PointerEvent & { currentTarget: SVGElement }) => {
    const [x, y] = locate(event, scale);
    const distances = places.map(([px, py]) =>
      Math.hypot(scale.x(px) - scale.x(x), scale.y(py) - scale.y(y)),
    );
    const least = Math.min(...distances);
    onPoint(least <= reach ? distances.indexOf(least) : undefined);
  };
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const index = step(event.key, pointed, places.length);
    if (index === null) return;
    onPoint(index);
    event.preventDefault();
  };
  const place = places[pointed ?? 0];
  if (!place) return null;
  return (
    <>
      <rect
        class="pick-ground"
        x={left}
        y={top}
        width={width - left - right}
        height={height - top - bottom}
        onPointerDown={look}
        onPointerMove={look}
        onPointerLeave={() => onPoint(undefined)}
      />
      <g
        class="handle pick"
        transform={`translate(${short(scale.x(place[0]))} ${short(scale.y(place[1]))})`}
        role="slider"
        tabindex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={places.length}
        aria-valuenow={(pointed ?? 0) + 1}
        aria-valuetext={valueText}
        onKeyDown={key}
        onFocus={() => onPoint(pointed ?? 0)}
        onBlur={() => onPoint(undefined)}
      >
        <circle class="handle-ring" r="11" />
      </g>
    </>
  );
}

/** The index a key leads to, going round; undefined for none; null for keys that mean nothing here. */
function step(key: string, from: number | undefined, count: number): number | undefined | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return ((from ?? -1) + 1) % count;
    case 'ArrowLeft':
    case 'ArrowDown':
      return ((from ?? 0) + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return undefined;
    default:
      return null;
  }
}
