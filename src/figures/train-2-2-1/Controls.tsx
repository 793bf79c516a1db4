// What the reader can do and choose, most wanted first.
import type names from '../../../content/en/activations.json';
import { Button, Menu, NumberField, Segments, Slider } from '../../ui/controls.tsx';
import { DataControls } from '../../ui/DataControls.tsx';
import type { SharedWords } from '../../ui/words.ts';
import { activationNames, optimiserNames, type Pace, paces, rates } from './settings.ts';
import type { Labels, Model } from './View.tsx';

interface Props {
  readonly model: Model;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly names: typeof names;
}

export function Controls({ model, labels, shared, names }: Props) {
  return (
    <>
      <div class="train-buttons">
        <TrainButton model={model} labels={labels} shared={shared} />
        <Button onClick={model.stepOnce}>{shared.step}</Button>
        <Button onClick={model.startOver}>{shared.startOver}</Button>
        <Button onClick={model.newStart}>{shared.newStart}</Button>
      </div>
      <Menu
        label={labels.activation}
        value={model.activation.value}
        options={activationNames.map((value) => ({ value, label: names[value] }))}
        onChange={model.setActivation}
      />
      <Menu
        label={labels.optimiser}
        value={model.optimiser.value}
        options={optimiserNames.map((value) => ({ value, label: labels.optimisers[value] }))}
        onChange={model.setOptimiser}
      />
      <Rate model={model} labels={labels} />
      <Segments
        label={labels.pace}
        value={model.pace.value}
        options={(Object.keys(paces) as readonly Pace[]).map((value) => ({
          value,
          label: labels.paces[value],
        }))}
        onChange={model.setPace}
      />
      <NumberField
        label={labels.seed}
        value={model.seed.value}
        min={0}
        max={9999}
        whole
        words={shared.number}
        onInput={model.setSeed}
      />
      <DataControls editor={model.editor} words={shared} />
    </>
  );
}

function TrainButton({ model, labels, shared }: Omit<Props, 'names'>) {
  const words = model.running.value
    ? shared.pause
    : model.untouched.value || model.trainer.state.value === 'ended'
      ? labels.trainFromStart
      : shared.play;
  return (
    <Button primary onClick={model.running.value ? model.pause : model.train}>
      {words}
    </Button>
  );
}

/** The rates are a factor of about three apart; a rate from a link may lie between two of them. */
function Rate({ model, labels }: Pick<Props, 'model' | 'labels'>) {
  const rate = model.rate.value;
  const distance = (other: number) => Math.abs(Math.log(other / rate));
  const nearest = rates.reduce((best, other) => (distance(other) < distance(best) ? other : best));
  return (
    <Slider
      label={labels.rate}
      value={rates.indexOf(nearest)}
      min={0}
      max={rates.length - 1}
      step={1}
      valueText={String(rate)}
      onInput={(index) => model.setRate(rates[index])}
    />
  );
}
