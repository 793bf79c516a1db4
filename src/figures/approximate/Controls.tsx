// What both forms of the figure let the reader set, and the row of buttons that train.
import type { ActivationName } from '../../core/activations.ts';
import { Button, Menu, NumberField, Segments } from '../../ui/controls.tsx';
import { fill, type SharedWords } from '../../ui/words.ts';
import type { Model } from './Chart.tsx';
import {
  activationNames,
  MOST_UNITS,
  methodNames,
  paces,
  SEEDS,
  WIDEST_SECOND_ORDER,
  widthStops,
} from './settings.ts';
import type { Labels } from './words.ts';

export interface ControlProps {
  readonly model: Model;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly names: Readonly<Record<ActivationName, string>>;
}

/** A slider through the widths worth trying, and a field for any other. */
export function Width({ model, labels, shared }: Omit<ControlProps, 'names'>) {
  const width = model.width.value;
  const stop = widthStops.findLastIndex((units) => units <= width);
  return (
    <span class="control width">
      <label class="control slider">
        <span class="control-name">{labels.width}</span>
        <input
          type="range"
          min={0}
          max={widthStops.length - 1}
          step={1}
          value={stop}
          aria-valuetext={fill(labels.unitCount, { units: width })}
          onInput={(event) => model.setWidth(widthStops[event.currentTarget.valueAsNumber])}
        />
      </label>
      <NumberField
        label={<span class="visually-hidden">{labels.widthField}</span>}
        value={width}
        min={1}
        max={MOST_UNITS}
        whole
        words={shared.number}
        onInput={model.setWidth}
      />
    </span>
  );
}

export function ActivationMenu({ model, labels, names }: ControlProps) {
  return (
    <Menu
      label={labels.activation}
      value={model.activation.value}
      options={activationNames.map((name) => ({ value: name, label: names[name] }))}
      onChange={model.setActivation}
    />
  );
}

export function TrainerMenu({ model, labels }: ControlProps) {
  const allowed = methodNames.filter(
    (name) => name !== 'variableProjection' || model.width.value <= WIDEST_SECOND_ORDER,
  );
  const current = allowed.find((name) => name === model.method.value.trainer) ?? 'lastLayer';
  return (
    <Menu
      label={labels.trainer}
      value={current}
      options={allowed.map((name) => ({ value: name, label: labels.trainers[name] }))}
      onChange={(trainer) => model.setMethod({ trainer })}
    />
  );
}

export function Seed({ model, labels, shared }: ControlProps) {
  return (
    <NumberField
      label={labels.seed}
      value={model.seed.value}
      min={0}
      max={SEEDS - 1}
      whole
      words={shared.number}
      onInput={model.setSeed}
    />
  );
}

export function Speed({ model, labels }: ControlProps) {
  return (
    <Segments
      label={labels.pace}
      value={model.pace.value}
      options={paces.map((pace) => ({ value: pace, label: labels.paces[pace] }))}
      onChange={model.setPace}
    />
  );
}

export function TrainingButtons({ model, shared }: Pick<ControlProps, 'model' | 'shared'>) {
  const running = model.running.value;
  return (
    <span class="row">
      <Button primary onClick={running ? model.pause : model.train}>
        {running ? shared.pause : shared.play}
      </Button>
      <Button onClick={model.stepOnce} disabled={running}>
        {shared.step}
      </Button>
      <Button onClick={model.startOver}>{shared.startOver}</Button>
      <Button onClick={model.newStart}>{shared.newStart}</Button>
    </span>
  );
}
