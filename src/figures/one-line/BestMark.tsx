// The best line, drawn apart from the reader's own. When shown it sets out from the reader's line.
import { foot, type Line } from '../../ui/line.ts';
import { type Scale, short } from '../../ui/scale.ts';

interface Props {
  readonly scale: Scale;
  readonly line: Line;
  /** Where it sets out from; without it the line is simply there. */
  readonly from?: Line | undefined;
  readonly label: string;
}

export function BestMark({ scale, line, from, label }: Props) {
  const angle = angleOf(line);
  const to = pose(scale, line, angle);
  const style = from && {
    '--from': `translate(${start(scale, from)}) rotate(${near(angleOf(from), angle)}deg)`,
  };
  return (
    <g class={from ? 'best-line entering' : 'best-line'} transform={to} {...(style && { style })}>
      <path d="M-600 0H600" />
      <text class="halo" x="30" y="-7" aria-hidden="true">
        {label}
      </text>
    </g>
  );
}

/** Direction in degrees as seen on the screen, in (−90, 90]: text along it is upright. */
function angleOf([w1, w2]: Line): number {
  const angle = (Math.atan2(-w1, -w2) * 180) / Math.PI;
  return Math.round((angle > 90 ? angle - 180 : angle <= -90 ? angle + 180 : angle) * 10) / 10;
}

/** The same direction of a line, the nearest way round to `target`. */
function near(angle: number, target: number): number {
  return angle - target > 90 ? angle - 180 : angle - target < -90 ? angle + 180 : angle;
}

function pose(scale: Scale, line: Line, angle: number): string {
  const [x, y] = foot(line);
  return `translate(${short(scale.x(x))} ${short(scale.y(y))}) rotate(${angle})`;
}

function start(scale: Scale, line: Line): string {
  const [x, y] = foot(line);
  return `${short(scale.x(x))}px,${short(scale.y(y))}px`;
}
