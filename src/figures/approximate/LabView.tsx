// The full form of the figure: any target, any width, every trainer, and what the network is made of.
import { useComputed, useModel } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import { Button, Check, Menu } from '../../ui/controls.tsx';
import { errorPhrase } from '../../ui/errors.ts';
import { flag, wholeIn } from '../../ui/link.ts';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import { fill, plain, type SharedWords } from '../../ui/words.ts';
import { Band, isBanded } from './Band.tsx';
import { Chart } from './Chart.tsx';
import { ActivationMenu, Seed, Speed, TrainerMenu, TrainingButtons, Width } from './Controls.tsx';
import { Jumps } from './Jumps.tsx';
import { type Lab, LabModel } from './lab-model.ts';
import { floorText, guaranteeText, type LabLabels, labReadout, lineText } from './lab-words.ts';
import type { Poster } from './model.ts';
import { Key, Stats } from './Stats.tsx';
import { Surface } from './Surface.tsx';
import { fitFields, goals, initialiserNames, MOST_UNITS, WIDEST_SECOND_ORDER } from './settings.ts';
import { DataPoints, Holes } from './TargetMarks.tsx';
import { targetField } from './target/link-field.ts';
import { TargetPicker } from './target/TargetPicker.tsx';
import type { Target } from './target/target.ts';
import { UnitStrip } from './UnitStrip.tsx';
import { useRunning } from './use-running.ts';
import { soundOf, stateOf, tableOf } from './words.ts';

interface Props {
  readonly id: string;
  readonly labels: LabLabels;
  readonly shared: SharedWords;
  readonly names: Readonly<Record<ActivationName, string>>;
  readonly poster: Poster;
}

export const labFields = {
  target: targetField,
  ...fitFields,
  unit: wholeIn(0, MOST_UNITS),
  band: flag,
};

export default function ApproximateLab({ id, labels, shared, names, poster }: Props) {
  const model = useModel(() => new LabModel(poster));
  const link = useLink(id, labFields, {
    target: model.target,
    width: model.width,
    activation: model.activation,
    initialiser: model.initialiser,
    seed: model.seed,
    trainer: model.course,
    step: model.step,
    unit: model.unit,
    band: model.band,
  });
  const root = useRunning(model);
  const readout = useComputed(() => labReadout(model, labels, names));
  const table = useComputed(() => tableOf(model, labels));
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
          <TargetPicker model={model.targeting} labels={labels.targeting} shared={shared} />
          <Width {...parts} />
          <ActivationMenu {...parts} />
          <Training {...parts} />
        </>
      }
      after={
        <div class="lab">
          <UnitStrip model={model} labels={labels} />
          <HowGood model={model} labels={labels} />
        </div>
      }
    >
      <div class="approximate lab" ref={root}>
        <Key {...parts}>
          <MoreKey {...parts} />
        </Key>
        <Picture model={model} labels={labels} />
        <Stats {...parts} />
      </div>
    </Shell>
  );
}

interface PartProps {
  readonly model: Lab;
  readonly labels: LabLabels;
}

/** Marks that are there only at times. */
function MoreKey({ model, labels }: PartProps) {
  return (
    <>
      {model.method.value.recycle && <span class="key jumps-key">{labels.key.jumps}</span>}
      {isBanded(model) && <span class="key bound">{labels.key.band}</span>}
    </>
  );
}

function Picture({ model, labels }: PartProps) {
  const { target } = model.targeting.sampled.value;
  const name =
    target.kind === 'preset' ? labels.targets[target.name] : labels.targeting.kinds[target.kind];
  const { rms } = model.told.value;
  return (
    <Chart
      model={model}
      labels={labels}
      alt={fill(labels.alt, {
        target: name,
        rms: errorPhrase(labels.below, rms, model.problem.value.samples.scale),
      })}
      axes={axesOf(target, labels)}
      under={
        <>
          <Holes model={model} />
          <Band model={model} />
        </>
      }
      over={
        <>
          <DataPoints model={model} />
          <Jumps model={model} />
          <Surface model={model} labels={labels} />
        </>
      }
    />
  );
}

/** The names of the reader's own columns, where they have any. */
function axesOf(target: Target, { chart }: LabLabels): readonly string[] {
  return target.kind === 'data'
    ? [target.xName || chart.axes[0], target.yName || chart.axes[1]]
    : chart.axes;
}

function Training({
  model,
  labels,
  shared,
  names,
}: PartProps & { readonly shared: SharedWords; readonly names: Props['names'] }) {
  const { recycle, goal } = model.method.value;
  const relu = model.activation.value === 'relu' && model.best.known.value;
  const parts = { model, labels, shared, names };
  const place = String((goals as readonly number[]).indexOf(goal));
  return (
    <>
      <TrainerMenu {...parts} />
      {model.width.value > WIDEST_SECOND_ORDER && (
        <p class="target-note">{fill(labels.tooWide, { most: WIDEST_SECOND_ORDER })}</p>
      )}
      <Check
        label={labels.recycle}
        checked={recycle}
        onChange={(next) => model.setMethod({ recycle: next })}
      />
      <Button onClick={model.jump} disabled={!relu || model.jumping.value}>
        {labels.jump}
      </Button>
      <Menu
        label={labels.initialiser}
        value={model.initialiser.value}
        options={initialiserNames.map((name) => ({
          value: name,
          label: labels.initialisers[name],
        }))}
        onChange={model.setInitialiser}
      />
      <Seed {...parts} />
      <Menu
        label={labels.goal}
        value={place}
        options={goals.map((value, i) => ({
          value: String(i),
          label: value === 0 ? labels.noGoal : fill(labels.goalAt, { rms: plain(value) }),
        }))}
        onChange={(next) => model.setMethod({ goal: goals[Number(next)] })}
      />
      <Check label={labels.band} checked={model.band.value} onChange={model.setBand} />
    </>
  );
}

/** What can be said for sure about this width. */
function HowGood({ model, labels }: PartProps) {
  const line = lineText(model, labels);
  const floor = floorText(model, labels);
  return (
    <section class="how-good">
      <p class="strip-title">{labels.good.title}</p>
      {line && <p>{line}</p>}
      {floor && <p>{floor}</p>}
      {/* with a floor in sight nobody asks for a guarantee */}
      {!floor && <p>{guaranteeText(model, labels)}</p>}
    </section>
  );
}
