// The article's form of the figure: a preset target, a network, its training, and the best there is.
import { useComputed, useModel } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import { Menu } from '../../ui/controls.tsx';
import { errorPhrase } from '../../ui/errors.ts';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import { fill, type SharedWords } from '../../ui/words.ts';
import { Chart } from './Chart.tsx';
import { ActivationMenu, Seed, Speed, TrainerMenu, TrainingButtons, Width } from './Controls.tsx';
import { ApproximateModel, type Poster } from './model.ts';
import { Key, Stats } from './Stats.tsx';
import { fields, targetNames } from './settings.ts';
import { useRunning } from './use-running.ts';
import { type Labels, readoutOf, soundOf, stateOf, tableOf } from './words.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly names: Readonly<Record<ActivationName, string>>;
  readonly poster: Poster;
}

export default function ApproximateArticle({ id, labels, shared, names, poster }: Props) {
  const model = useModel(() => new ApproximateModel(poster));
  const link = useLink(id, fields, {
    target: model.target,
    width: model.width,
    activation: model.activation,
    initialiser: model.initialiser,
    seed: model.seed,
    trainer: model.course,
    step: model.step,
  });
  const root = useRunning(model);
  const readout = useComputed(() => readoutOf(model, labels, names));
  const table = useComputed(() => tableOf(model, labels));
  const alt = useComputed(() =>
    fill(labels.alt, {
      target: labels.targets[model.target.value],
      rms: errorPhrase(labels.below, model.told.value.rms),
    }),
  );
  const state = useComputed(() => stateOf(model, labels));
  const parts = { model, labels, shared, names };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      running={model.running}
      table={table}
      sound={soundOf(model, labels)}
      controls={
        <>
          <TrainingButtons {...parts} />
          <Speed {...parts} />
          <p class="training-state">{state}</p>
          <TargetMenu {...parts} />
          <Width {...parts} />
          <ActivationMenu {...parts} />
          <TrainerMenu {...parts} />
          <Seed {...parts} />
        </>
      }
    >
      <div class="approximate" ref={root}>
        <Key {...parts} />
        <Picture model={model} labels={labels} alt={alt} />
        <Stats {...parts} />
      </div>
    </Shell>
  );
}

type Instance = InstanceType<typeof ApproximateModel>;

function TargetMenu({ model, labels }: { readonly model: Instance; readonly labels: Labels }) {
  return (
    <Menu
      label={labels.target}
      value={model.target.value}
      options={targetNames.map((name) => ({ value: name, label: labels.targets[name] }))}
      onChange={model.setTarget}
    />
  );
}

interface PictureProps {
  readonly model: Instance;
  readonly labels: Labels;
  readonly alt: { readonly value: string };
}

function Picture({ model, labels, alt }: PictureProps) {
  return <Chart model={model} labels={labels} alt={alt.value} />;
}
