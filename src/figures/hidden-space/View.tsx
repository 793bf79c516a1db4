// Input plane and hidden plane side by side, linked point by point.
import { useComputed, useModel } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, type SharedWords, signed } from '../../ui/words.ts';
import { Controls } from './Controls.tsx';
import { HiddenPlane } from './HiddenPlane.tsx';
import { InputPlane } from './InputPlane.tsx';
import { fields, type HiddenSpace, HiddenSpaceModel, plainFields } from './model.ts';
import { type Labels, readout } from './sentences.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly names: Readonly<Record<ActivationName, string>>;
  readonly activation: ActivationName;
  /** Whether the reader chooses activation, scale and data. */
  readonly full: boolean;
}

export interface PartProps {
  readonly id: string;
  readonly model: HiddenSpace;
  readonly labels: Labels;
  readonly shared: SharedWords;
}

export default function HiddenSpaceView(props: Props) {
  const { id, labels, shared, names, activation, full } = props;
  const model = useModel(() => new HiddenSpaceModel(activation));
  const { data, edit } = model.editor;
  const inputs = { ...model, data, edit };
  const link = useLink<typeof plainFields>(id, full ? fields : plainFields, inputs);
  const said = useComputed(() => {
    const { value } = model.activation;
    // in a sentence; the menu says that it is none
    return readout(model, labels, value === 'identity' ? labels.identity : names[value], full);
  });
  const table = useComputed(() => ({
    caption: labels.table.caption,
    columns: labels.table[full ? 'columns' : 'columnsPlain'],
    rows: model.editor.points.value.map(({ x1, x2, label }, i) => [
      label === 'A' ? shared.classA : shared.classB,
      ...[x1, x2, ...model.images.value[i]].map((value) => fixed(value, 2)),
    ]),
  }));
  const parts = { id, model, labels, shared };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={said}
      table={table}
      controls={<Controls {...parts} names={names} full={full} />}
    >
      <InputPlane {...parts} />
      <HiddenPlane {...parts} />
      <Equations {...parts} />
    </Shell>
  );
}

/** Both sums with their numbers, and where the point in hand goes. */
function Equations({ model, labels }: PartProps) {
  const factor = 2 ** model.power.value;
  const index = model.pointed.value;
  const point = index === undefined ? undefined : model.editor.points.value[index];
  const from = point ? [point.x1, point.x2] : model.probe.value;
  const to = point && index !== undefined ? model.images.value[index] : model.probeImage.value;
  return (
    <div class="equations">
      {[model.line1.value, model.line2.value].map(([w1, w2, b], k) => (
        <p key={k} class="equation">
          <span class={`unit-${k + 1}`}>{labels[k === 0 ? 'line1' : 'line2'].name}</span> ={' '}
          {fixed(w1 * factor, 2)} x₁ {signed(w2 * factor, 2)} x₂ {signed(b * factor, 2)}
        </p>
      ))}
      <p class="equation goes-to">
        {fill(labels.goesTo, {
          x1: fixed(from[0], 2),
          x2: fixed(from[1], 2),
          h1: fixed(to[0], 2),
          h2: fixed(to[1], 2),
        })}
      </p>
    </div>
  );
}
