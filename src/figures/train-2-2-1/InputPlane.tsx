// The input plane: what the network decides everywhere, the points, and the two units' lines.

import { LineMark } from '../../ui/DragLine.tsx';
import { EditPoints } from '../../ui/EditPoints.tsx';
import { foot, isDirectionless, type Line, type Place } from '../../ui/line.ts';
import { Plane } from '../../ui/Plane.tsx';
import { PointPicker } from '../../ui/PointPicker.tsx';
import { Points } from '../../ui/Points.tsx';
import { createScale, short } from '../../ui/scale.ts';
import { fill, type SharedWords } from '../../ui/words.ts';
import { decisionField } from './field.ts';
import { pointText } from './readings.ts';
import type { Labels, Model } from './View.tsx';

interface Props {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly shared: SharedWords;
}

const scale = createScale();

export function InputPlane({ id, model, labels, shared }: Props) {
  const editing = model.editor.edit.value !== 'off';
  const total = model.marked.value.length;
  return (
    <Plane
      id={`${id}-in`}
      scale={scale}
      alt={fill(labels.input.alt, { total, right: total - model.wrong.value })}
      xLabel="x₁"
      yLabel="x₂"
      over={
        editing ? (
          <EditPoints scale={scale} editor={model.editor} words={shared} />
        ) : (
          <PointPicker
            scale={scale}
            places={model.marked.value.map(({ x, y }) => [x, y] as const)}
            pointed={model.highlighted.value}
            onPoint={model.point}
            label={labels.pick}
            valueText={pointText(model, labels, shared) || labels.pickNone}
          />
        )
      }
    >
      <Decided model={model} />
      <UnitLines model={model} />
      <Points scale={scale} points={model.marked.value} highlighted={model.highlighted.value} />
    </Plane>
  );
}

const { left, right, top, bottom, width, height } = scale.frame;
const whole = `M${left} ${top}H${width - right}V${height - bottom}H${left}Z`;

function Decided({ model }: { readonly model: Model }) {
  const { above, boundary } = decisionField(model.mlp.value, model.run.value.parameters, scale);
  return (
    <>
      <path class="sure-b" d={whole} />
      <path class="unsure-b" d={above[0]} />
      <path class="unsure-a" d={above[1]} />
      <path class="sure-a" d={above[2]} />
      <path class="boundary" d={boundary} />
    </>
  );
}

function UnitLines({ model }: { readonly model: Model }) {
  const p = model.run.value.parameters;
  const lines: readonly Line[] = [
    [p[0], p[1], p[4]],
    [p[2], p[3], p[5]],
  ];
  const [place, other] = lines.map(besides);
  // no number, and so none, where one of them has no direction
  const slide = Math.max(0, apart - Math.hypot(place[0] - other[0], place[1] - other[1])) || 0;
  const [w1, w2] = lines[1];
  const length = Math.hypot(w1, w2);
  const places: readonly Place[] = [
    place,
    [other[0] - (slide * w2) / length, other[1] + (slide * w1) / length],
  ];
  return (
    <>
      {lines.map(
        (line, i) =>
          !isDirectionless(line) && (
            <g key={i}>
              <LineMark scale={scale} line={line} kind={`unit-${i + 1}`} />
              <text
                class={`line-name unit-${i + 1}`}
                aria-hidden="true"
                x={short(scale.x(places[i][0]))}
                y={short(scale.y(places[i][1]) + 4)}
                text-anchor="middle"
              >
                {i === 0 ? 'h₁' : 'h₂'}
              </text>
            </g>
          ),
      )}
    </>
  );
}

/** Data units between a line and its name, on the side where the unit's sum is positive. */
const aside = 0.2;
/** Names stay this far from the middle at most. */
const edge = 2;
/** Lines that coincide have their names so far apart: the second one's moves along its line. */
const apart = 0.35;

function besides(line: Line): Place {
  const [w1, w2] = line;
  const [x, y] = foot(line);
  const length = Math.hypot(w1, w2);
  const within = (value: number) => Math.max(-edge, Math.min(edge, value));
  return [within(x + (aside * w1) / length), within(y + (aside * w2) / length)];
}
