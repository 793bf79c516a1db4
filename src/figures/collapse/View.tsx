// A stack of affine layers to edit, the one affine map it equals, a point pushed through both, and
// what happens to the equality when a layer gets an activation.
import { useComputed, useModel } from '@preact/signals';
import type activationsFile from '../../../content/en/activations.json';
import type labelsFile from '../../../content/en/figures/collapse.json';
import { Button, Menu, NumberField, Segments } from '../../ui/controls.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { useAlive } from '../../ui/use-alive.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, type SharedWords, trimmed } from '../../ui/words.ts';
import { BothWays } from './BothWays.tsx';
import { notations, written } from './entry.ts';
import { Layers } from './Layers.tsx';
import { CollapseModel } from './model.ts';
import { subscript } from './names.ts';
import { Picture } from './Picture.tsx';
import { fields, mostInputs, mostLayers, reach, type Start } from './state.ts';
import { digits, Together } from './Together.tsx';
import { tableOf } from './table.ts';

export type Labels = typeof labelsFile;

/** What the parts of the view share. */
export interface Parts {
  readonly model: InstanceType<typeof CollapseModel>;
  readonly labels: Labels;
  /** Names of the activation functions. */
  readonly names: typeof activationsFile;
}

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly names: typeof activationsFile;
  readonly shared: SharedWords;
  readonly start: Start;
  /** Show the collapse one layer at a time. */
  readonly steps: boolean;
}

export default function CollapseView({ id, labels, names, shared, start, steps }: Props) {
  const model = useModel(() => new CollapseModel(start));
  const alive = useAlive();
  const { widths, seed, edits, activations, point, output, notation } = model;
  const inputs = { widths, seed, edits, activations, point, output, notation };
  const link = useLink(id, fields, inputs);
  const readout = useComputed(() => sentence(model, labels));
  const table = useComputed(() => tableOf(model, labels.table));
  const parts: Parts = { model, labels, names };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls {...parts} shared={shared} />}
    >
      <div class="stack-and-map">
        <Layers {...parts} alive={alive} />
        <div class="map-side">
          <Together {...parts} steps={steps} />
          <Picture {...parts} id={id} />
        </div>
      </div>
      <BothWays {...parts} />
    </Shell>
  );
}

function sentence(model: Parts['model'], labels: Labels): string {
  const verdict = model.verdict.value;
  const { weights, bias } = model.collapsed.value.map;
  const numbers = model.layers.value.reduce(
    (sum, layer) => sum + layer.bias.length * (layer.weights[0].length + 1),
    0,
  );
  return fill(labels.readout[verdict], {
    numbers,
    single: bias.length * (weights[0].length + 1),
    value: model.atOnce.value.map((y) => written(y, model.notation.value)).join(', '),
    rms: trimmed(model.bent.value ? (model.nearest.value?.rms ?? 0) : 0, digits),
    max: trimmed(model.bent.value ? (model.nearest.value?.max ?? 0) : 0, digits),
  });
}

function Controls({ model, labels, shared }: Parts & { readonly shared: SharedWords }) {
  const widths = model.widths.value;
  const outputs = widths[widths.length - 1];
  return (
    <>
      <Stepper
        label={labels.layers}
        group={labels.layers}
        value={widths.length - 1}
        min={1}
        max={mostLayers}
        less={labels.fewerLayers}
        more={labels.moreLayers}
        onStep={model.setLayers}
      />
      <Stepper
        label={labels.inputs}
        group={labels.inputs}
        value={widths[0]}
        min={1}
        max={mostInputs}
        less={labels.fewerInputs}
        more={labels.moreInputs}
        onStep={(count) => model.setWidth(0, count)}
      />
      {model.inputs.value.map((value, i) => (
        <NumberField
          key={i}
          label={fill(labels.point, { name: `x${subscript(i + 1)} =` })}
          value={value}
          min={-reach}
          max={reach}
          words={shared.number}
          onInput={(next) => model.setPoint(i, next)}
        />
      ))}
      <Button onClick={model.redraw}>{labels.redraw}</Button>
      <Segments
        label={labels.notation}
        value={model.notation.value}
        options={notations.map((value) => ({ value, label: labels.notations[value] }))}
        onChange={(value) => {
          model.notation.value = value;
        }}
      />
      {outputs > 1 && (
        <Menu
          label={labels.output}
          value={String(model.shown.value)}
          options={Array.from({ length: outputs }, (_, i) => ({
            value: String(i),
            label: `y${subscript(i + 1)}`,
          }))}
          onChange={(value) => {
            model.output.value = Number(value);
          }}
        />
      )}
    </>
  );
}
