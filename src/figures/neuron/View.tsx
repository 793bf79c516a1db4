// The neuron's line in the plane, with its half-planes, and the sum it computes.
import { useComputed, useModel } from '@preact/signals';
import type labelsFile from '../../../content/en/figures/neuron.json';
import { NumberField } from '../../ui/controls.tsx';
import { LineHandles, LineMark } from '../../ui/DragLine.tsx';
import { halfPlane } from '../../ui/line.ts';
import { Plane } from '../../ui/Plane.tsx';
import { Points } from '../../ui/Points.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { createScale, outline } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, type SharedWords, signed } from '../../ui/words.ts';
import { fields, NeuronModel, points } from './model.ts';

interface Props {
  readonly id: string;
  readonly labels: typeof labelsFile;
  readonly shared: SharedWords;
}

const scale = createScale();
const parts = ['w₁', 'w₂', 'b'] as const;

export default function Neuron({ id, labels, shared }: Props) {
  const model = useModel(NeuronModel);
  const link = useLink(id, fields, { line: model.line });
  const readout = useComputed(() =>
    fill(labels.readout, {
      correct: model.correct.value,
      wrong: points.length - model.correct.value,
      total: points.length,
    }),
  );
  const table = useComputed(() => ({
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.marked.value.map(({ x, y, label, sum, wrong }) => [
      label,
      fixed(x, 2),
      fixed(y, 2),
      fixed(sum, 2),
      wrong ? labels.table.wrong : labels.table.right,
    ]),
  }));

  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Weights model={model} labels={labels} words={shared.number} />}
    >
      <Drawing id={id} model={model} labels={labels} />
    </Shell>
  );
}

type Model = InstanceType<typeof NeuronModel>;

function Drawing(props: { id: string; model: Model; labels: Props['labels'] }) {
  const { id, model, labels } = props;
  const line = model.line.value;
  const alt = fill(labels.alt, { correct: model.correct.value, total: points.length });
  return (
    <>
      <Plane
        id={id}
        scale={scale}
        alt={alt}
        xLabel="x₁"
        yLabel="x₂"
        over={
          <LineHandles scale={scale} line={line} words={labels.line} onChange={model.setLine} />
        }
      >
        <path class="side-a" d={outline(scale, halfPlane(line, 3, -1))} />
        <path class="side-b" d={outline(scale, halfPlane(line, 3, 1))} />
        <LineMark scale={scale} line={line} />
        <Points scale={scale} points={model.marked.value} />
      </Plane>
      <p class="equation">
        {fixed(line[0], 2)} x₁ {signed(line[1], 2)} x₂ {signed(line[2], 2)} = 0
      </p>
    </>
  );
}

function Weights(props: { model: Model; labels: Props['labels']; words: SharedWords['number'] }) {
  const { model, labels, words } = props;
  return (
    <>
      {parts.map((part, i) => (
        <NumberField
          key={part}
          label={fill(labels.part, { part })}
          value={model.line.value[i as 0 | 1 | 2]}
          min={-20}
          max={20}
          words={words}
          onInput={(value) => model.setPart(i as 0 | 1 | 2, value)}
        />
      ))}
    </>
  );
}
