// Left, what the deep network makes of x layer by layer; right, what one layer makes of the same
// sawtooth; under each, its units as squares.
import { useComputed, useModel } from '@preact/signals';
import type labelsFile from '../../../content/en/figures/depth.json';
import { Slider } from '../../ui/controls.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import { fill, type SharedWords } from '../../ui/words.ts';
import { Folds } from './Folds.tsx';
import { type Bounds, budgets, DepthModel, fields, MOST_FOLDS } from './model.ts';
import { OneLayer } from './OneLayer.tsx';
import { readoutOf, tableOf } from './readings.ts';
import { Units } from './Units.tsx';

export type Labels = typeof labelsFile;
export type Model = InstanceType<typeof DepthModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly bounds: Bounds;
}

export default function Depth({ id, labels, shared, bounds }: Props) {
  const model = useModel(() => new DepthModel(bounds));
  const link = useLink(id, fields, { folds: model.folds, units: model.units, x: model.x });
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => tableOf(model, labels, bounds));
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls model={model} labels={labels} />}
    >
      <div class="depth-side">
        <DeepTitle model={model} labels={labels} />
        <Folds model={model} labels={labels} />
        <DeepUnits model={model} labels={labels} />
      </div>
      <div class="depth-side">
        <ShallowTitle model={model} labels={labels} />
        <OneLayer id={id} model={model} labels={labels} />
        <ShallowUnits model={model} labels={labels} />
      </div>
    </Shell>
  );
}

interface PartProps {
  readonly model: Model;
  readonly labels: Labels;
}

function Controls({ model, labels }: PartProps) {
  const allowed = budgets(model.folds.value);
  return (
    <>
      <Slider
        label={labels.folds}
        value={model.folds.value}
        min={1}
        max={MOST_FOLDS}
        step={1}
        onInput={model.setFolds}
      />
      <Slider
        label={labels.units}
        value={model.budget.value}
        min={0}
        max={allowed.at(-1) ?? 0}
        step={allowed[1]}
        onInput={model.setUnits}
      />
    </>
  );
}

function DeepTitle({ model, labels }: PartProps) {
  const { folds } = model.count.value;
  return (
    <p class="depth-title">
      {fill(folds === 1 ? labels.deep.title1 : labels.deep.title, { folds })}
    </p>
  );
}

function ShallowTitle({ model, labels }: PartProps) {
  return <p class="depth-title fit">{fill(labels.shallow.title, { units: model.budget.value })}</p>;
}

function DeepUnits({ model, labels }: PartProps) {
  const { deep, pieces } = model.count.value;
  return (
    <Units
      perLayer={2}
      units={deep}
      used={deep}
      words={fill(labels.deep.count, { units: deep, pieces })}
    />
  );
}

function ShallowUnits({ model, labels }: PartProps) {
  const { shallow } = model.count.value;
  const units = model.budget.value;
  return (
    <Units
      units={shallow}
      used={units}
      words={fill(labels.shallow.count, { units, needed: shallow })}
    />
  );
}
