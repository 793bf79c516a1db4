// The data, two lines to drag, and the regions between them, tinted by the class each one holds.
import { type ReadonlySignal, useComputed, useModel } from '@preact/signals';
import type labelsFile from '../../../content/en/figures/two-lines.json';
import { DataControls } from '../../ui/DataControls.tsx';
import { LineHandles, LineMark } from '../../ui/DragLine.tsx';
import { EditPoints } from '../../ui/EditPoints.tsx';
import { LineFields } from '../../ui/LineFields.tsx';
import type { Line } from '../../ui/line.ts';
import { Plane } from '../../ui/Plane.tsx';
import { Points } from '../../ui/Points.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { createScale, outline } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, type SharedWords, signed } from '../../ui/words.ts';
import { fields, type Region, type Start, TwoLinesModel, usualStart } from './model.ts';

type Labels = typeof labelsFile;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly start?: Start;
}

const scale = createScale();

export default function TwoLines({ id, labels, shared, start = usualStart }: Props) {
  const model = useModel(() => new TwoLinesModel(start));
  const { line1, line2, editor } = model;
  const { data, edit } = editor;
  const link = useLink(id, fields, { line1, line2, data, edit });
  const names = { A: shared.classA, B: shared.classB };
  const readout = useComputed(() => {
    const total = editor.points.value.length;
    const astray = model.astray.value;
    if (total === 0) return labels.nothing;
    return astray === 0 ? labels.parted : fill(labels.astray, { astray, total });
  });
  const table = useComputed(() => ({
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.marked.value.map(({ x, y, label, n1, n2, region }) => [
      names[label],
      fixed(x, 2),
      fixed(y, 2),
      fixed(n1, 2),
      fixed(n2, 2),
      names[region.holds ?? label],
    ]),
  }));
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
      <div class="beside">
        <Equation kind="unit-1" name={labels.line1.name} line={line1} />
        <Equation kind="unit-2" name={labels.line2.name} line={line2} />
        <Regions model={model} labels={labels} />
      </div>
    </Shell>
  );
}

interface PartProps {
  readonly id: string;
  readonly model: InstanceType<typeof TwoLinesModel>;
  readonly labels: Labels;
  readonly shared: SharedWords;
}

function Drawing({ id, model, labels, shared }: PartProps) {
  const { editor } = model;
  const points = model.marked.value;
  const regions = seen(model.regions.value);
  const editing = editor.edit.value !== 'off';
  return (
    <Plane
      id={id}
      scale={scale}
      alt={fill(labels.alt, {
        total: points.length,
        regions: regions.length,
        astray: model.astray.value,
      })}
      xLabel="x₁"
      yLabel="x₂"
      over={
        editing ? (
          <EditPoints scale={scale} editor={editor} words={shared} />
        ) : (
          <Handles model={model} labels={labels} />
        )
      }
    >
      <pattern id={`${id}-mixed`} width="7" height="7" patternUnits="userSpaceOnUse">
        <path class="hatch" d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6" />
      </pattern>
      {regions.map((region, i) => (
        <RegionArea key={i} id={id} region={region} />
      ))}
      <LineMark scale={scale} line={model.line1.value} kind="unit-1" />
      <LineMark scale={scale} line={model.line2.value} kind="unit-2" />
      <Points
        scale={scale}
        points={points}
        highlighted={editing ? editor.chosen.value : undefined}
      />
    </Plane>
  );
}

/** The regions that the window shows a part of. */
const seen = (regions: readonly Region[]) => regions.filter(({ outline }) => outline.length > 0);

const isMixed = ({ countA, countB }: Region) => countA > 0 && countB > 0;

const tint = ({ holds }: Region) =>
  holds === 'A' ? 'side-a' : holds === 'B' ? 'side-b' : 'side-none';

function RegionArea({ id, region }: { readonly id: string; readonly region: Region }) {
  const d = outline(scale, region.outline);
  return (
    <>
      <path class={tint(region)} d={d} />
      {isMixed(region) && <path fill={`url(#${id}-mixed)`} d={d} />}
    </>
  );
}

function Handles({ model, labels }: Pick<PartProps, 'model' | 'labels'>) {
  return (
    <>
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
    </>
  );
}

interface EquationProps {
  readonly kind: string;
  readonly name: string;
  readonly line: ReadonlySignal<Line>;
}

function Equation({ kind, name, line }: EquationProps) {
  const [w1, w2, b] = line.value;
  return (
    <p class="equation line-equation">
      <span class={kind}>{name}</span> = {fixed(w1, 2)} x₁ {signed(w2, 2)} x₂ {signed(b, 2)}
    </p>
  );
}

/** One entry for each region in sight: its signs, and what it holds. */
function Regions({ model, labels }: Pick<PartProps, 'model' | 'labels'>) {
  return (
    <ul class="regions" aria-label={labels.regions}>
      {seen(model.regions.value).map((region) => (
        <li key={`${region.positive1}${region.positive2}`}>
          <span class={`swatch ${tint(region)} ${isMixed(region) ? 'mixed' : ''}`} />
          <span>
            <span class="unit-1">{labels.line1.name}</span> {region.positive1 ? '>' : '≤'} 0,{' '}
            <span class="unit-2">{labels.line2.name}</span> {region.positive2 ? '>' : '≤'} 0:{' '}
            <strong>{fill(labels.counts, { a: region.countA, b: region.countB })}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Controls({ model, labels, shared }: PartProps) {
  return (
    <>
      <LineFields
        line={model.line1.value}
        name={labels.line1.name}
        named
        kind="unit-1"
        words={shared}
        onChange={model.setLine1}
      />
      <LineFields
        line={model.line2.value}
        name={labels.line2.name}
        named
        kind="unit-2"
        words={shared}
        onChange={model.setLine2}
      />
      <DataControls editor={model.editor} words={shared} />
    </>
  );
}
