// The input plane: data, the two neurons' lines to drag, a probe, and what the hidden line is here.
import { LineHandles, LineMark } from '../../ui/DragLine.tsx';
import { EditPoints } from '../../ui/EditPoints.tsx';
import { Handle } from '../../ui/Handle.tsx';
import { Plane } from '../../ui/Plane.tsx';
import { PointPicker } from '../../ui/PointPicker.tsx';
import { Points } from '../../ui/Points.tsx';
import { createScale, short } from '../../ui/scale.ts';
import { fill, fixed } from '../../ui/words.ts';
import { carried, Mixtures, trail } from './marks.tsx';
import { gridPlaces, type HiddenSpace } from './model.ts';
import { inputAlt } from './sentences.ts';
import type { PartProps } from './View.tsx';

const scale = createScale();

/** The grid that is carried along, where it is still square. */
const sheetGrid = gridPlaces
  .flatMap((place) => {
    const [least, most] = [gridPlaces[0], -gridPlaces[0]];
    return [
      `M${short(scale.x(place))} ${short(scale.y(least))}V${short(scale.y(most))}`,
      `M${short(scale.x(least))} ${short(scale.y(place))}H${short(scale.x(most))}`,
    ];
  })
  .join('');

export function InputPlane({ id, model, labels, shared }: PartProps) {
  const editing = model.editor.edit.value !== 'off';
  return (
    <div class="view">
      <p class="view-name">{labels.input.name}</p>
      <Plane
        id={`${id}-input`}
        scale={scale}
        alt={inputAlt(model, labels)}
        xLabel="x₁"
        yLabel="x₂"
        over={
          editing ? (
            <EditPoints scale={scale} editor={model.editor} words={shared} />
          ) : (
            <Handles model={model} labels={labels} shared={shared} id={id} />
          )
        }
      >
        <Sides model={model} />
        <path class="sheet" d={sheetGrid} />
        <path class="patch" d={model.patch.value.map((line) => carried(scale, line, 0)).join('')} />
        <LineMark scale={scale} line={model.line1.value} kind="unit-1" />
        <LineMark scale={scale} line={model.line2.value} kind="unit-2" />
        <Data model={model} />
        <ProbeMark model={model} />
        <Certificate model={model} />
      </Plane>
    </div>
  );
}

interface ModelProps {
  readonly model: HiddenSpace;
}

/** Regions by the class the hidden line gives them, and the curve between. */
function Sides({ model }: ModelProps) {
  const cut = model.cut.value;
  if (!cut) return null;
  const { width, height } = scale.frame;
  return (
    <>
      <rect class="side-a" width={width} height={height} />
      <path class="side-b" d={cut.above.map((area) => trail(scale, area, true)).join('')} />
      <path
        class="boundary"
        d={cut.boundary.map(({ points, closed }) => trail(scale, points, closed)).join('')}
      />
    </>
  );
}

function Data({ model }: ModelProps) {
  const points = model.editor.points.value.map(({ x1, x2, label }) => ({ x: x1, y: x2, label }));
  return <Points scale={scale} points={points} highlighted={model.highlighted.value} />;
}

/** The probe where nothing can be dragged; its handle lies on top. */
function ProbeMark({ model }: ModelProps) {
  const [x, y] = model.probe.value;
  return <circle class="probe-image" cx={short(scale.x(x))} cy={short(scale.y(y))} r="5.5" />;
}

function Certificate({ model }: ModelProps) {
  const certificate = model.certificate.value;
  if (!certificate) return null;
  const points = model.editor.points.value;
  const places = (indices: readonly number[]) =>
    indices.map((i) => [points[i].x1, points[i].x2] as const);
  return (
    <Mixtures
      scale={scale}
      ofA={places(certificate.ofA)}
      ofB={places(certificate.ofB)}
      common={certificate.input}
    />
  );
}

function Handles({ model, labels, shared }: PartProps) {
  const [x1, x2] = model.probe.value;
  const [h1, h2] = model.probeImage.value;
  return (
    <>
      <PointPicker
        scale={scale}
        places={model.editor.points.value.map((point) => [point.x1, point.x2] as const)}
        pointed={model.pointed.value}
        onPoint={model.point}
        label={labels.pick}
        valueText={pointText({ model, labels, shared })}
      />
      <LineHandles
        scale={scale}
        line={model.line1.value}
        kind="unit-1"
        name={labels.line1.name}
        words={labels.line1}
        onChange={model.setLine1}
      />
      <LineHandles
        scale={scale}
        line={model.line2.value}
        kind="unit-2"
        name={labels.line2.name}
        words={labels.line2}
        onChange={model.setLine2}
      />
      <Handle
        scale={scale}
        at={[x1, x2]}
        kind="probe"
        label={labels.probe}
        valueText={fill(labels.probeValue, {
          x1: fixed(x1, 2),
          x2: fixed(x2, 2),
          h1: fixed(h1, 2),
          h2: fixed(h2, 2),
        })}
        onMove={model.setProbe}
      />
    </>
  );
}

/** The point looked at, and where it goes, in words. */
export function pointText({ model, labels, shared }: Omit<PartProps, 'id'>): string {
  const index = model.pointed.value;
  const points = model.editor.points.value;
  const point = index === undefined ? undefined : points[index];
  if (index === undefined || !point) return labels.pickNone;
  const [h1, h2] = model.images.value[index];
  return fill(labels.pickValue, {
    number: index + 1,
    total: points.length,
    name: point.label === 'A' ? shared.classA : shared.classB,
    x1: fixed(point.x1, 2),
    x2: fixed(point.x2, 2),
    h1: fixed(h1, 2),
    h2: fixed(h2, 2),
  });
}
