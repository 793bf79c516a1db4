// The plane of the two hidden units' outputs: the same points there, and the output's one line.
import { clipped, ends, isDirectionless, type Line, type Place } from '../../ui/line.ts';
import { Plane } from '../../ui/Plane.tsx';
import { PointPicker } from '../../ui/PointPicker.tsx';
import { Points } from '../../ui/Points.tsx';
import { outline, path, type Scale } from '../../ui/scale.ts';
import { fill, type SharedWords } from '../../ui/words.ts';
import { pointText } from './readings.ts';
import type { Labels, Model } from './View.tsx';

interface Props {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly shared: SharedWords;
}

export function HiddenPlane({ id, model, labels, shared }: Props) {
  const scale = model.hiddenScale.value;
  const total = model.marked.value.length;
  const moved = model.marked.value.map((point) => ({ ...point, x: point.h1, y: point.h2 }));
  return (
    <Plane
      id={`${id}-hidden`}
      scale={scale}
      alt={fill(labels.hidden.alt, { total, right: total - model.wrong.value })}
      xLabel={<tspan class="unit-1">h₁</tspan>}
      yLabel={<tspan class="unit-2">h₂</tspan>}
      over={
        <PointPicker
          scale={scale}
          places={moved.map(({ x, y }) => [x, y] as const)}
          pointed={model.highlighted.value}
          onPoint={model.point}
          label={labels.pick}
          valueText={pointText(model, labels, shared) || labels.pickNone}
        />
      }
    >
      <Halves model={model} scale={scale} />
      <Points scale={scale} points={moved} highlighted={model.highlighted.value} />
    </Plane>
  );
}

function Halves({ model, scale }: { readonly model: Model; readonly scale: Scale }) {
  const p = model.run.value.parameters;
  const line: Line = [p[6], p[7], p[8]];
  const [[x0, x1], [y0, y1]] = [scale.xDomain, scale.yDomain];
  const window: readonly Place[] = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
  if (isDirectionless(line)) {
    return <path class={p[8] > 0 ? 'side-a' : 'side-b'} d={outline(scale, window)} />;
  }
  const reach = Math.max(...[x0, x1, y0, y1].map(Math.abs)) * 2;
  return (
    <>
      <path class="side-a" d={outline(scale, clipped(window, line, 1))} />
      <path class="side-b" d={outline(scale, clipped(window, line, -1))} />
      <path class="boundary" d={path(scale, ends(line, reach))} />
    </>
  );
}
