// Data points of two classes: discs for A, diamonds for B, so that colour is never the only sign.
// All points that look alike are one path with a mark at every corner: a page with hundreds of points
// stays small, and a frame of a drag touches a few elements.
import { useFieldId } from './figure-id.ts';
import type { Place } from './line.ts';
import { path, type Scale } from './scale.ts';

export interface Marked {
  readonly x: number;
  readonly y: number;
  readonly label: 'A' | 'B';
  /** On the wrong side of what is drawn. */
  readonly wrong?: boolean;
}

export interface PointsProps {
  readonly scale: Scale;
  readonly points: readonly Marked[];
  /** One, or several. */
  readonly highlighted?: number | ReadonlySet<number> | undefined;
}

export function Points({ scale, points, highlighted }: PointsProps) {
  const id = useFieldId();
  const kinds = new Map<string, Place[]>();
  points.forEach((point, i) => {
    const kind = kindOf(point, isAmong(i, highlighted));
    const places = kinds.get(kind);
    if (places) places.push([point.x, point.y]);
    else kinds.set(kind, [[point.x, point.y]]);
  });
  // what is to be noticed lies on top
  const ordered = [...kinds].sort(([p], [q]) => p.length - q.length);
  return (
    <g class="points">
      {ordered.map(([kind, places]) => {
        const mark = `${id}-${kind.replaceAll(' ', '-')}`;
        const url = `url(#${mark})`;
        return (
          <g key={kind}>
            <marker
              id={mark}
              viewBox="-9 -9 18 18"
              markerWidth="18"
              markerHeight="18"
              markerUnits="userSpaceOnUse"
            >
              <path class={`point ${kind}`} d={kind.startsWith('of-a') ? disc : diamond} />
            </marker>
            <path
              class={`marks ${kind}`}
              // a path of one corner needs an end, or it has no marks
              d={path(scale, places) + (places.length > 1 ? '' : 'h0')}
              marker-start={url}
              marker-mid={url}
              marker-end={places.length > 1 ? url : undefined}
            />
          </g>
        );
      })}
    </g>
  );
}

const disc = 'M-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0';
const diamond = 'M0 -5.8l5.8 5.8l-5.8 5.8l-5.8 -5.8z';

function isAmong(index: number, chosen: PointsProps['highlighted']): boolean {
  return typeof chosen === 'object' ? chosen.has(index) : index === chosen;
}

/** How a point looks, as class names. */
function kindOf({ label, wrong }: Marked, highlighted: boolean): string {
  return `${label === 'A' ? 'of-a' : 'of-b'}${wrong ? ' wrong' : ''}${highlighted ? ' highlighted' : ''}`;
}
