// A layered network whose every number can be read: the drawing, and beside it the whole sum of the
// neuron chosen, bias included.
import { useComputed, useModel } from '@preact/signals';
import type labelsFile from '../../../content/en/figures/network.json';
import { Button, Menu, Slider } from '../../ui/controls.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { useLink } from '../../ui/use-link.ts';
import { fill, type SharedWords, trimmed } from '../../ui/words.ts';
import { Diagram } from './Diagram.tsx';
import { Heads } from './Heads.tsx';
import { Ledger } from './Ledger.tsx';
import { activations, fields, mostHidden, NetworkModel, type Neuron, reach } from './model.ts';
import { digits } from './numbers.ts';

export type Labels = typeof labelsFile;
export type Model = InstanceType<typeof NetworkModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
}

export default function NetworkView({ id, labels, shared }: Props) {
  const model = useModel(NetworkModel);
  const { sizes, values, seed, activation, chosen } = model;
  const link = useLink(id, fields, { sizes, values, seed, activation, chosen });
  const readout = useComputed(() => sentence(model, labels));
  const table = useComputed(() => ({
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.neurons.value.flat().map((neuron) => row(neuron, labels)),
  }));
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls model={model} labels={labels} />}
    >
      <div class="network-drawing">
        <Heads model={model} labels={labels} />
        <Diagram model={model} labels={labels} />
      </div>
      <Ledger model={model} labels={labels} />
    </Shell>
  );
}

function sentence(model: Model, labels: Labels): string {
  const { name, bias, sum, value } = model.read.value;
  const kind = bias === undefined ? 'input' : sum === value ? 'linear' : 'bent';
  return fill(labels.readout[kind], {
    name,
    bias: trimmed(bias ?? 0, digits),
    sum: trimmed(sum, digits),
    value: trimmed(value, digits),
    ...model.count.value,
  });
}

function row({ name, weights, bias, sum, value }: Neuron, labels: Labels) {
  const number = (x: number) => trimmed(x, digits);
  return bias === undefined
    ? [name, labels.table.none, labels.table.none, '', number(value)]
    : [name, weights.map(number).join(', '), number(bias), number(sum), number(value)];
}

function Controls({ model, labels }: { readonly model: Model; readonly labels: Labels }) {
  const hidden = model.sizes.value.length - 2;
  return (
    <>
      <div class="network-inputs">
        {model.neurons.value[0].map(({ name, value }, i) => (
          <Slider
            key={name}
            label={name}
            value={value}
            min={-reach}
            max={reach}
            step={0.1}
            digits={1}
            onInput={(next) => model.setValue(i, next)}
          />
        ))}
      </div>
      <Button onClick={model.redraw}>{labels.redraw}</Button>
      <Stepper
        label={labels.hiddenLayers}
        group={labels.hiddenLayers}
        value={hidden}
        min={0}
        max={mostHidden}
        less={labels.fewerLayers}
        more={labels.moreLayers}
        onStep={model.setHidden}
      />
      <Menu
        label={labels.activation}
        value={model.activation.value}
        options={activations.map((value) => ({ value, label: labels.activations[value] }))}
        onChange={(name) => {
          model.activation.value = name;
        }}
      />
    </>
  );
}
