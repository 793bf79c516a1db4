// Data points of two classes: discs for A, diamonds for B, so that colour is never the only sign.
import { type Scale, short } from './scale.ts';

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
  return (
    <g class="points">
      {points.map((point, i) => (
        <path key={i} class={className(point, isAmong(i, highlighted))} d={mark(point, scale)} />
      ))}
    </g>
  );
}

function isAmong(index: number, chosen: PointsProps['highlighted']): boolean {
  return typeof chosen === 'object' ? chosen.has(index) : index === chosen;
}

function className({ label, wrong }: Marked, highlighted: boolean): string {
  return `point ${label === 'A' ? 'of-a' : 'of-b'}${wrong ? ' wrong' : ''}${highlighted ? ' highlighted' : ''}`;
}

function mark({ x, y, label }: Marked, scale: Scale): string {
  const place = `M${short(scale.x(x))} ${short(scale.y(y))}`;
  return label === 'A'
    ? `${place}m-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0`
    : `${place}m0 -5.8l5.8 5.8l-5.8 5.8l-5.8 -5.8z`;
}
