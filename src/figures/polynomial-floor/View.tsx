// Left the curve, the polynomial network and the ReLU network of the same width; right their errors over the
// width, with the floor of the degree.
import { useComputed, useModel } from '@preact/signals';
import { Menu, Segments, Slider } from '../../ui/controls.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import { fill, type SharedWords } from '../../ui/words.ts';
import { Curves } from './Curves.tsx';
import { Errors } from './Errors.tsx';
import { FloorModel, fields, type Name, names, stops, targetNames } from './model.ts';
import { formulas, type Labels, type PartProps, readoutOf, tableOf } from './words.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly activations: Readonly<Record<Name, string>>;
  readonly targets: Readonly<Record<string, string>>;
}

export default function PolynomialFloor({ id, labels, shared, activations, targets }: Props) {
  const model = useModel(FloorModel);
  const { activation, target, width } = model;
  const link = useLink(id, fields, { activation, target, width });
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => tableOf(model, labels));
  const parts = { id, model, labels, targets };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls {...parts} activations={activations} />}
    >
      <div class="chart-pair">
        <Key model={model} labels={labels} />
        <Curves {...parts} />
        <Errors {...parts} />
      </div>
    </Shell>
  );
}

function Key({ model, labels }: Pick<PartProps, 'model' | 'labels'>) {
  return (
    <p class="fit-key" aria-hidden="true">
      <span class="target">{labels.key.target}</span>
      <span class="fit">
        {fill(labels.key.fit, { activation: formulas[model.activation.value] })}
      </span>
      <span class="other">{labels.key.relu}</span>
      <span class="floor">{fill(labels.key.floor, { degree: model.degree.value })}</span>
    </p>
  );
}

function Controls(props: PartProps & { readonly activations: Props['activations'] }) {
  const { model, labels, targets, activations } = props;
  const width = model.width.value;
  const stop = stops.findLastIndex((count) => count <= width);
  return (
    <>
      <Segments
        label={labels.activation}
        value={model.activation.value}
        options={names.map((name) => ({ value: name, label: activations[name] }))}
        onChange={model.setActivation}
      />
      <Slider
        label={labels.width}
        value={stop}
        min={0}
        max={stops.length - 1}
        step={1}
        valueText={String(width)}
        onInput={(next) => model.setWidth(stops[next])}
      />
      <Menu
        label={labels.target}
        value={model.target.value}
        options={targetNames.map((name) => ({ value: name, label: targets[name] ?? name }))}
        onChange={model.setTarget}
      />
    </>
  );
}
