// Error against width on two logarithmic scales, and beside it the target and the networks of the width
// that was picked.
import { useComputed, useModel } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { activationNames } from '../../core/activations.ts';
import { watchPresence } from '../../training/presence.ts';
import { methodNames } from '../../training/widths-methods.ts';
import { Button, Menu, NumberField } from '../../ui/controls.tsx';
import { presetNames } from '../../ui/curves/presets.ts';
import { Shell } from '../../ui/Shell.tsx';
import { useAlive } from '../../ui/use-alive.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, type SharedWords } from '../../ui/words.ts';
import { Chart } from './Chart.tsx';
import { ErrorModel, type Poster } from './model.ts';
import { Networks } from './Networks.tsx';
import { fields, WIDEST } from './settings.ts';
import {
  hereText,
  type Labels,
  type Model,
  type Names,
  slopeText,
  stateText,
  tableOf,
  widgetLink,
} from './words.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly names: Names;
  readonly targets: Readonly<Record<string, string>>;
  readonly poster: Poster;
  /** The figure on the same page in which the width looked at can be trained by itself. */
  readonly widget: string;
  /** The chart's frame. */
  readonly children?: ComponentChildren;
}

export default function ErrorAgainstWidth(props: Props) {
  const { id, labels, shared, targets, poster, widget, children } = props;
  // in sentences; the menu says that it is none
  const names = { ...props.names, identity: labels.identity };
  const model = useModel(() => new ErrorModel(poster));
  const { target, activation, trainer, seed, width, step } = model;
  const link = useLink(id, fields, { target, activation, trainer, seed, width, step });
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    model.wake();
    return root.current ? watchPresence(root.current, model.look) : undefined;
  }, []);
  const readout = useComputed(() => hereText(model, labels, names[activation.value]));
  const table = useComputed(() => tableOf(model, labels));
  const slopes = useComputed(() => slopeText(model, labels, names[activation.value]));
  const parts = { id, model, labels, names, targets };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      running={model.running}
      table={table}
      controls={<Controls {...parts} names={props.names} shared={shared} widget={widget} />}
      after={<p class="run-state slopes">{slopes}</p>}
    >
      <div class="error-against-width" ref={root}>
        <Key {...parts} />
        <Chart {...parts}>{children}</Chart>
        <Networks {...parts} />
      </div>
    </Shell>
  );
}

interface ControlProps {
  readonly model: Model;
  readonly labels: Labels;
  readonly names: Names;
  readonly targets: Readonly<Record<string, string>>;
}

function Controls(props: ControlProps & { readonly shared: SharedWords; readonly widget: string }) {
  const { model, labels, names, targets, shared, widget } = props;
  // a fragment with state says nothing without the script
  const alive = useAlive();
  const running = model.running.value;
  return (
    <>
      <span class="row">
        <Button primary onClick={running ? model.pause : model.train}>
          {running ? shared.pause : shared.play}
        </Button>
        <Button onClick={model.newStart}>{shared.newStart}</Button>
      </span>
      <Menu
        label={labels.target}
        value={model.target.value}
        options={presetNames.map((name) => ({ value: name, label: targets[name] ?? name }))}
        onChange={model.setTarget}
      />
      <Menu
        label={labels.activation}
        value={model.activation.value}
        options={activationNames.map((name) => ({ value: name, label: names[name] }))}
        onChange={model.setActivation}
      />
      <Menu
        label={labels.trainer}
        value={model.trainer.value}
        options={methodNames.map((name) => ({ value: name, label: labels.trainers[name] }))}
        onChange={model.setTrainer}
      />
      <NumberField
        label={labels.width}
        value={model.width.value}
        min={1}
        max={WIDEST}
        whole
        words={shared.number}
        onInput={model.setWidth}
      />
      <a class="button" href={alive.value ? widgetLink(widget, model) : undefined}>
        {fill(labels.load, { width: model.width.value })}
      </a>
      <State model={model} labels={labels} />
    </>
  );
}

function State({ model, labels }: Pick<ControlProps, 'model' | 'labels'>) {
  return <p class="run-state">{stateText(model, labels)}</p>;
}

function Key({ model, labels, names }: ControlProps) {
  const { key } = labels;
  return (
    <p class="fit-key" aria-hidden="true">
      <span class="bound">{model.stepLike.value ? key.steps : key.bound}</span>
      <span class="fit">{key.trained.replace('{name}', names[model.activation.value])}</span>
      <span class="optimum">{key.optimum}</span>
      <span class="bracket">{key.bracket}</span>
      <span class="target">{key.target}</span>
    </p>
  );
}
