// The activation functions: small pictures to choose from, the function chosen with its slope, a
// place on it to read, and what is known about it.
import { useComputed, useModel } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type activationsFile from '../../../content/en/activations.json';
import type labelsFile from '../../../content/en/figures/activations.json';
import type { ActivationName } from '../../core/activations.ts';
import { NumberField } from '../../ui/controls.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { useAlive } from '../../ui/use-alive.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, type SharedWords, trimmed } from '../../ui/words.ts';
import { Facts } from './Facts.tsx';
import { Gallery } from './Gallery.tsx';
import { Graph } from './Graph.tsx';
import { ActivationsModel, fields } from './model.ts';
import { reach } from './window.ts';

export type Labels = typeof labelsFile;
export type Names = typeof activationsFile;
export type Model = InstanceType<typeof ActivationsModel>;
/** Decimals of values and slopes. */
export const digits = 3;

/** What the parts of the view share. */
export interface Parts {
  readonly model: Model;
  readonly labels: Labels;
  readonly nameOf: (activation: ActivationName) => string;
}

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly names: Names;
  readonly shared: SharedWords;
  /** The frame of the window, drawn at build. */
  readonly children?: ComponentChildren;
}

export default function ActivationsView({ id, labels, names, shared, children }: Props) {
  const model = useModel(ActivationsModel);
  const alive = useAlive();
  const link = useLink(id, fields, { activation: model.activation, z: model.z });
  const nameOf = (name: ActivationName) =>
    name === 'identity' ? labels.names.identity : names[name];
  const parts: Parts = { model, labels, nameOf };
  const readout = useComputed(() => {
    const { kind, ...numbers } = model.reading.value;
    return fill(labels.readout[kind], {
      name: nameOf(model.activation.value),
      z: trimmed(model.z.value, 2),
      ...Object.fromEntries(
        Object.entries(numbers).map(([part, number]) => [part, trimmed(number, digits)]),
      ),
    });
  });
  const table = useComputed(() => {
    const { value, derivative } = model.entry.value;
    return {
      caption: fill(labels.table.caption, { name: nameOf(model.activation.value) }),
      columns: labels.table.columns,
      rows: Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach).map((z) => [
        trimmed(z, 0),
        fixed(value(z), digits),
        fixed(derivative(z), digits),
      ]),
    };
  });
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      sound={{ label: labels.listen, heard: model.heard }}
      controls={
        <NumberField
          label={labels.z}
          value={model.z.value}
          min={-reach}
          max={reach}
          words={shared.number}
          onInput={model.setZ}
        />
      }
    >
      <Gallery {...parts} alive={alive} />
      <Graph {...parts} id={id}>
        {children}
      </Graph>
      <Facts {...parts} />
    </Shell>
  );
}
