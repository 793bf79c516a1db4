// Left the condition numbers over the width, right the error over the steps, in both coordinate systems.
import { useComputed, useModel } from '@preact/signals';
import { Menu, Slider } from '../../ui/controls.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import type { SharedWords } from '../../ui/words.ts';
import { Descents } from './Descents.tsx';
import { ConditionModel, type Conditions, fields, names, WIDEST } from './model.ts';
import { Ravines } from './Ravines.tsx';
import { type Labels, type PartProps, readoutOf, tableOf } from './words.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly targets: Readonly<Record<string, string>>;
  readonly conditions: Conditions;
}

export default function ConditionNumber({ id, labels, shared, targets, conditions }: Props) {
  const model = useModel(ConditionModel);
  const { target, width, steps } = model;
  const link = useLink(id, fields, { target, width, steps });
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => tableOf(model, labels));
  const parts = { id, model, labels, targets, conditions };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls {...parts} />}
    >
      <div class="chart-pair">
        <p class="fit-key" aria-hidden="true">
          <span class="fit">{labels.key.relus}</span>
          <span class="other">{labels.key.hats}</span>
          <span class="bound">{labels.key.least}</span>
        </p>
        <Ravines {...parts} />
        <Descents {...parts} />
      </div>
    </Shell>
  );
}

function Controls({ model, labels, targets }: PartProps) {
  return (
    <>
      <Slider
        label={labels.width}
        value={model.width.value}
        min={1}
        max={WIDEST}
        step={1}
        onInput={model.setWidth}
      />
      <Menu
        label={labels.target}
        value={model.target.value}
        options={names.map((name) => ({ value: name, label: targets[name] ?? name }))}
        onChange={model.setTarget}
      />
    </>
  );
}
