// The data, one line to drag, and on request the best line and the reason why none is perfect.
import { useComputed, useModel } from '@preact/signals';
import { Button } from '../../ui/controls.tsx';
import { DataControls } from '../../ui/DataControls.tsx';
import { LineHandles, LineMark } from '../../ui/DragLine.tsx';
import { EditPoints } from '../../ui/EditPoints.tsx';
import { LineFields } from '../../ui/LineFields.tsx';
import { halfPlane } from '../../ui/line.ts';
import { Plane } from '../../ui/Plane.tsx';
import { Points } from '../../ui/Points.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { createScale, path } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, joined, type SharedWords, signed } from '../../ui/words.ts';
import { BestMark } from './BestMark.tsx';
import { Mixtures } from './Mixtures.tsx';
import { fields, OneLineModel, type Start, usualStart } from './model.ts';
import { Reason } from './Reason.tsx';
import { bestSentence, type Labels, reasonSentence } from './sentences.ts';
import { useTable } from './table.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly start?: Start;
}

const scale = createScale();

export default function OneLine({ id, labels, shared, start = usualStart }: Props) {
  const model = useModel(() => new OneLineModel(start));
  const { line, kept, best, why, editor } = model;
  const { data, edit } = editor;
  const link = useLink(id, fields, { line, kept, best, why, data, edit });
  const readout = useComputed(() => {
    const total = editor.points.value.length;
    const reached = model.reached.value;
    const dragging = editor.dragging.value;
    return [
      total === 0
        ? labels.scoreEmpty
        : fill(labels.score, { correct: model.score.value.correct, total, reached }),
      best.value && !dragging ? bestSentence(model.optimum.value, reached, labels) : '',
      why.value && !dragging ? reasonSentence(model.reason.value, labels, shared) : '',
    ]
      .filter((sentence) => sentence !== '')
      .reduce(joined);
  });
  const table = useTable(model, labels, shared);
  const parts = { id, model, labels, shared };

  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls {...parts} />}
    >
      <Drawing {...parts} />
    </Shell>
  );
}

export interface PartProps {
  readonly id: string;
  readonly model: InstanceType<typeof OneLineModel>;
  readonly labels: Labels;
  readonly shared: SharedWords;
}

function Drawing({ id, model, labels, shared }: PartProps) {
  const { editor } = model;
  const line = model.line.value;
  const { correct, arrowSide } = model.score.value;
  const points = model.marked.value;
  const editing = editor.edit.value !== 'off';
  const [positive, negative] = arrowSide === 'B' ? ['side-b', 'side-a'] : ['side-a', 'side-b'];
  const equation = `${fixed(line[0], 2)} x₁ ${signed(line[1], 2)} x₂ ${signed(line[2], 2)}`;
  return (
    <>
      <Plane
        id={id}
        scale={scale}
        alt={fill(labels.alt, { correct, total: points.length })}
        xLabel="x₁"
        yLabel="x₂"
        over={
          editing ? (
            <EditPoints scale={scale} editor={editor} words={shared} />
          ) : (
            <LineHandles scale={scale} line={line} words={labels.line} onChange={model.setLine} />
          )
        }
      >
        <path class={positive} d={`${path(scale, halfPlane(line, 3, 1))}Z`} />
        <path class={negative} d={`${path(scale, halfPlane(line, 3, -1))}Z`} />
        <LineMark scale={scale} line={line} />
        <Points
          scale={scale}
          points={points}
          highlighted={editing ? editor.chosen.value : undefined}
        />
        <Asked model={model} labels={labels} />
      </Plane>
      <div class="beside">
        <p class="equation">
          {fill(labels.equation, {
            equation,
            name: arrowSide === 'A' ? shared.classA : shared.classB,
          })}
        </p>
        <Mixtures model={model} />
        <Unasked model={model} labels={labels} shared={shared} />
      </div>
    </>
  );
}

/** What the reader can ask for. On a page without script it is there from the start. */
function Asked({ model, labels }: Pick<PartProps, 'model' | 'labels'>) {
  const { best, why, editor } = model;
  if (editor.dragging.value) return null;
  const still = editor.untouched.value;
  const total = editor.settled.value.length;
  return (
    <>
      {(why.value || still) && (
        <g class={why.value ? '' : 'veiled'}>
          <Reason scale={scale} reason={model.reason.value} classes={model.classes.value} />
        </g>
      )}
      {(best.value || still) && (
        <g class={best.value ? '' : 'veiled'}>
          <BestMark
            scale={scale}
            line={[...model.optimum.value.normal, model.optimum.value.offset]}
            from={best.value ? model.line.peek() : undefined}
            label={fill(labels.bestLabel, { best: model.optimum.value.correct, total })}
          />
        </g>
      )}
    </>
  );
}

/** The same in words, for the page without script. */
function Unasked({ model, labels, shared }: Omit<PartProps, 'id'>) {
  if (!model.editor.untouched.value || model.best.value || model.why.value) return null;
  return (
    <p class="veiled equation">
      {joined(
        fill(labels.best, { best: model.optimum.value.correct }),
        reasonSentence(model.reason.value, labels, shared),
      )}
    </p>
  );
}

function Controls({ model, labels, shared }: PartProps) {
  const { best, why, editor } = model;
  const separable = !editor.dragging.value && model.reason.value.kind === 'separable';
  return (
    <>
      <Button pressed={best.value} onClick={() => model.showBest(!best.value)}>
        {labels.showBest}
      </Button>
      <Button pressed={why.value} onClick={() => model.showWhy(!why.value)}>
        {separable ? labels.showStrip : labels.showWhy}
      </Button>
      <Button disabled={model.atKept.value} onClick={model.backToKept}>
        {labels.backToKept}
      </Button>
      <LineFields
        line={model.line.value}
        name={labels.line.name}
        words={shared}
        onChange={model.setLine}
      />
      <DataControls editor={editor} words={shared} />
    </>
  );
}
