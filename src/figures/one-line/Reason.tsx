// Why no line gets all points right: the two hulls, and a point that is a mixture of each class, with
// its weights. Or, when a line can do it, the widest empty strip.
import { convexHull } from '../../core/convex-hull.ts';
import type { ConvexWeight, Inseparable, Separable, Separation } from '../../core/separability.ts';
import { clipped, ends, type Line, type Place, squareOf } from '../../ui/line.ts';
import { path, type Scale, short } from '../../ui/scale.ts';
import { fixed } from '../../ui/words.ts';

type Coordinates = readonly (readonly number[])[];

export interface Classes {
  readonly a: Coordinates;
  readonly b: Coordinates;
}

interface Props<Kind extends Separation = Separation> {
  readonly scale: Scale;
  readonly reason: Kind;
  readonly classes: Classes;
}

export function Reason({ scale, reason, classes }: Props) {
  switch (reason.kind) {
    case 'empty':
      return null;
    case 'separable':
      return <Strip scale={scale} reason={reason} classes={classes} />;
    case 'inseparable':
      return <Certificate scale={scale} reason={reason} classes={classes} />;
    default:
      return reason satisfies never;
  }
}

const place = ([x, y]: readonly number[]): Place => [x, y];

function Certificate({ scale, reason, classes }: Props<Inseparable>) {
  const [x, y] = [short(scale.x(reason.point[0])), short(scale.y(reason.point[1]))];
  return (
    <g class="certificate">
      <Mixture scale={scale} kind="a" points={classes.a} weights={reason.weightsA} />
      <Mixture scale={scale} kind="b" points={classes.b} weights={reason.weightsB} />
      <path class="common-point" d={`M${x} ${y}m-6 0h12m-6 -6v12`} />
      <circle class="common-point" cx={x} cy={y} r="6" />
    </g>
  );
}

interface MixtureProps {
  readonly scale: Scale;
  readonly kind: 'a' | 'b';
  readonly points: Coordinates;
  readonly weights: readonly ConvexWeight[];
}

function Mixture({ scale, kind, points, weights }: MixtureProps) {
  const hull = convexHull(points).map((index) => place(points[index]));
  const used = weights.map(({ index }) => place(points[index]));
  return (
    <g class={`mixture of-${kind}`} aria-hidden="true">
      <path class="hull" d={`${path(scale, hull)}Z`} />
      <path class="mixed" d={`${path(scale, used)}Z`} />
      <Rings scale={scale} places={used} />
      {weights.map(({ index, weight }) => {
        const [px, py] = place(points[index]);
        // inwards from the nearer side, so that the number stays in the window
        const left = px > 0;
        return (
          <text
            key={index}
            class="weight halo"
            x={short(scale.x(px) + (left ? -13 : 13))}
            y={short(scale.y(py) + (py > 0 ? 16 : -8))}
            text-anchor={left ? 'end' : 'start'}
          >
            {fixed(weight.toNumber(), 3)}
          </text>
        );
      })}
    </g>
  );
}

function Strip({ scale, reason, classes }: Props<Separable>) {
  const { normal, offset, gap } = reason;
  const edges = [gap / 2, -gap / 2].map((shift): Line => [normal[0], normal[1], offset + shift]);
  const inside = edges.reduce(
    (area, edge, i) => clipped(area, edge, i === 0 ? 1 : -1),
    squareOf(3),
  );
  return (
    <g class="strip">
      <path class="strip-area" d={`${path(scale, inside)}Z`} />
      <path class="strip-edges" d={edges.map((edge) => path(scale, ends(edge, 3))).join('')} />
      <Rings scale={scale} places={reason.supportA.map((index) => place(classes.a[index]))} />
      <Rings scale={scale} places={reason.supportB.map((index) => place(classes.b[index]))} />
    </g>
  );
}

function Rings({ scale, places }: { readonly scale: Scale; readonly places: readonly Place[] }) {
  return (
    <>
      {places.map(([x, y], i) => (
        <circle key={i} class="used" cx={short(scale.x(x))} cy={short(scale.y(y))} r="9" />
      ))}
    </>
  );
}
