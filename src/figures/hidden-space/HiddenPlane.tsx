// The hidden plane, or any share of the way to it: points and grid carried along, and the widest
// strip that parts the classes there, or the reason why none does.
import { hiddenImage } from '../../core/hidden-space.ts';
import { ends, halfPlane, type Place } from '../../ui/line.ts';
import { Plane } from '../../ui/Plane.tsx';
import { PointPicker } from '../../ui/PointPicker.tsx';
import { Points } from '../../ui/Points.tsx';
import { createScale, outline, path, planeDomain, type Scale, short } from '../../ui/scale.ts';
import { fill, fixed } from '../../ui/words.ts';
import { between } from './domain.ts';
import { pointText } from './InputPlane.tsx';
import { carried, Mixtures, trail } from './marks.tsx';
import type { HiddenSpace } from './model.ts';
import { gapDigits, hiddenAlt, type Labels, planeName } from './sentences.ts';
import type { PartProps } from './View.tsx';

export function HiddenPlane({ id, model, labels, shared }: PartProps) {
  const share = model.share.value;
  const domain = between(planeDomain, model.domain.value, share);
  const scale = createScale({ x: domain, y: domain });
  const lay = { scale, model, share };
  return (
    <div class="view">
      <p class="view-name">{planeName(share, labels)}</p>
      <Plane
        id={`${id}-hidden`}
        scale={scale}
        alt={hiddenAlt(model, labels)}
        xLabel={<AxisName {...lay} unit={1} />}
        yLabel={<AxisName {...lay} unit={2} />}
        over={
          <>
            <Gap {...lay} labels={labels} />
            <PointPicker
              scale={scale}
              places={places(lay)}
              pointed={model.pointed.value}
              onPoint={model.point}
              label={labels.pick}
              valueText={pointText({ model, labels, shared })}
            />
          </>
        }
      >
        <Strip {...lay} />
        <path class="zero" d={axes(scale)} />
        <path
          class="sheet carried"
          d={model.grid.value.map((line) => carried(scale, line, share)).join('')}
        />
        {model.creases.value.map(
          (crease, k) =>
            crease && (
              <path key={k} class={`crease unit-${k + 1}`} d={carried(scale, crease, share)} />
            ),
        )}
        <path
          class="patch"
          d={model.patch.value.map((line) => carried(scale, line, share)).join('')}
        />
        <Line {...lay} />
        <Data {...lay} />
        <Certificate {...lay} />
        <Probe {...lay} />
      </Plane>
    </div>
  );
}

/** The two axes, no longer than the window: boxes far larger than the page overtax checkers. */
function axes(scale: Scale): string {
  const [left, right] = scale.xDomain;
  const [low, high] = scale.yDomain;
  return trail(scale, [0, low, 0, high]) + trail(scale, [left, 0, right, 0]);
}

interface LayerProps {
  readonly scale: Scale;
  readonly model: HiddenSpace;
  /** 0: input plane, 1: hidden plane. */
  readonly share: number;
}

/** How much of what belongs to the hidden plane is seen: it comes in over the last fifth of the way. */
const arrived = (share: number) => Math.max(0, share * 5 - 4);

const mix = (from: Place, to: Place, share: number): Place => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
];

function places({ model, share }: LayerProps): readonly Place[] {
  const images = model.images.value;
  return model.editor.points.value.map(({ x1, x2 }, i) => mix([x1, x2], images[i], share));
}

function AxisName({ model, share, unit }: LayerProps & { readonly unit: 1 | 2 }) {
  const index = unit === 1 ? '₁' : '₂';
  if (share < 0.5) return <>x{index}</>;
  const letter = model.activation.value === 'identity' ? 'n' : 'h';
  return <tspan class={`unit-${unit}`}>{letter + index}</tspan>;
}

/** The half-planes of the line and its empty strip, under everything. */
function Strip({ scale, model, share }: LayerProps) {
  const strip = model.strip.value;
  const opacity = arrived(share);
  if (!strip || opacity === 0) return null;
  const reach = 3 * Math.max(...scale.xDomain.map(Math.abs));
  return (
    <g opacity={opacity}>
      <path class="side-a" d={outline(scale, halfPlane(strip.line, reach, -1))} />
      <path class="side-b" d={outline(scale, halfPlane(strip.line, reach, 1))} />
      <path
        class="empty-strip"
        d={path(scale, ends(strip.line, reach))}
        stroke-width={short(scale.x(strip.gap) - scale.x(0))}
      />
    </g>
  );
}

/** The line; before it is straight, the curve that becomes it. */
function Line({ scale, model, share }: LayerProps) {
  const strip = model.strip.value;
  if (!strip) return null;
  const reach = 3 * Math.max(...scale.xDomain.map(Math.abs));
  const layer = model.layer.value;
  const curve = ({ points }: { readonly points: Float64Array }) => {
    const moved = new Float64Array(points.length);
    for (let k = 0; k < points.length; k += 2) {
      const from: Place = [points[k], points[k + 1]];
      moved.set(mix(from, hiddenImage(layer, from), share), k);
    }
    return trail(scale, moved);
  };
  return (
    <>
      {share < 1 && (
        <path class="boundary" d={model.cut.value?.boundary.map(curve).join('') ?? ''} />
      )}
      <path class="boundary" opacity={arrived(share)} d={path(scale, ends(strip.line, reach))} />
    </>
  );
}

/** The shortest way from one class to the other, with its length. */
function Gap({ scale, model, share, labels }: LayerProps & { readonly labels: Labels }) {
  const strip = model.strip.value;
  if (!strip || share < 1) return null;
  const { nearest, line, gap } = strip;
  // beyond the nearest point of B, where the line has no business
  const [x, y] = [scale.x(nearest[1][0]) + line[0] * 48, scale.y(nearest[1][1]) - line[1] * 26];
  const { width, height, left, right, top, bottom } = scale.frame;
  return (
    <g class="gap" aria-hidden="true">
      <path class="gap-span" d={path(scale, nearest)} />
      <text
        class="gap-name halo"
        x={short(Math.max(left + 45, Math.min(width - right - 45, x)))}
        y={short(Math.max(top + 34, Math.min(height - bottom - 12, y)))}
        text-anchor="middle"
      >
        {fill(labels.gap, { gap: fixed(gap, gapDigits) })}
      </text>
    </g>
  );
}

function Data(props: LayerProps) {
  const { scale, model } = props;
  const data = model.editor.points.value;
  const points = places(props).map(([x, y], i) => ({ x, y, label: data[i].label }));
  return <Points scale={scale} points={points} highlighted={model.highlighted.value} />;
}

function Certificate(props: LayerProps) {
  const { scale, model, share } = props;
  const certificate = model.certificate.value;
  if (!certificate) return null;
  const { input, image, ofA, ofB } = certificate;
  const all = places(props);
  const at = (indices: readonly number[]) => indices.map((i) => all[i]);
  const common = input ? mix(input, image, share) : share === 1 ? image : undefined;
  return <Mixtures scale={scale} ofA={at(ofA)} ofB={at(ofB)} common={common} />;
}

function Probe({ scale, model, share }: LayerProps) {
  const [x1, x2] = model.probe.value;
  const [x, y] = mix([x1, x2], model.probeImage.value, share);
  return <circle class="probe-image" cx={short(scale.x(x))} cy={short(scale.y(y))} r="5.5" />;
}
