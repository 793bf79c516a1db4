// Small multiples: a panel for each width, and the buttons that train them together.
import { useComputed, useModel } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { activationNames } from '../../core/activations.ts';
import { watchPresence } from '../../training/presence.ts';
import { methodNames } from '../../training/widths-methods.ts';
import { reducedMotion } from '../../ui/animate.ts';
import { Button, Menu } from '../../ui/controls.tsx';
import { networkPath, targetPath } from '../../ui/curves/paths.ts';
import { presetNames, presetScale } from '../../ui/curves/presets.ts';
import { errorPhrase, errorText } from '../../ui/errors.ts';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import { fill, type SharedWords } from '../../ui/words.ts';
import { type Poster, WidthsModel } from './model.ts';
import { fields, widths } from './settings.ts';
import {
  type Labels,
  type Model,
  type Names,
  ratioText,
  readoutOf,
  stateText,
  tableOf,
} from './words.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly names: Names;
  readonly targets: Readonly<Record<string, string>>;
  readonly poster: Poster;
}

export default function WidthsSideBySide(props: Props) {
  const { id, labels, shared, names, targets, poster } = props;
  const model = useModel(() => new WidthsModel(poster));
  const { target, activation, trainer, seed, step } = model;
  const link = useLink(id, fields, { target, activation, trainer, seed, step });
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    model.wake();
    if (reducedMotion()) model.hold();
    return root.current ? watchPresence(root.current, model.look) : undefined;
  }, []);
  // in sentences; the menu says that it is none
  const said = { ...names, identity: labels.identity };
  const readout = useComputed(() => readoutOf(model, labels, said[activation.value]));
  const table = useComputed(() => tableOf(model, labels));
  const parts = { model, labels, names, targets, shared };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      running={model.running}
      table={table}
      controls={
        <>
          <Buttons {...parts} />
          <Menus {...parts} />
        </>
      }
    >
      <div class="widths-grid" ref={root}>
        <p class="fit-key" aria-hidden="true">
          <span class="target">{labels.key.target}</span>
          <span class="fit">{labels.key.fit}</span>
          <span class="plain">{labels.key.ratio}</span>
        </p>
        {widths.map((width, i) => (
          <Panel key={width} {...parts} index={i} />
        ))}
      </div>
    </Shell>
  );
}

interface PartProps {
  readonly model: Model;
  readonly labels: Labels;
  readonly names: Names;
  readonly targets: Readonly<Record<string, string>>;
  readonly shared: SharedWords;
}

const sizes = { width: 200, height: 130, left: 1, right: 1, top: 1, bottom: 1 };

function Panel({ model, labels, targets, index }: PartProps & { readonly index: number }) {
  const preset = model.preset.value;
  const scale = presetScale(preset, sizes);
  const panel = model.panels.value[index];
  const ratio = ratioText(panel, labels);
  const rms = errorText(panel.rms);
  return (
    <div class="width-panel">
      <p class="width-name">
        {fill(panel.width === 1 ? labels.unit : labels.units, { width: panel.width })}
      </p>
      <svg
        viewBox={`0 0 ${sizes.width} ${sizes.height}`}
        role="img"
        aria-label={fill(labels.alt, {
          width: panel.width,
          rms: errorPhrase(labels.below, panel.rms),
          target: targets[preset.name] ?? '',
        })}
      >
        <rect class="plane-ground" x="0.5" y="0.5" width="199" height="129" />
        <path class="fit-line target" d={targetPath(preset, scale)} />
        <path
          class="fit-line fit"
          d={networkPath(model.shownOf.value.activation, panel.parameters, preset, scale)}
        />
      </svg>
      <p class="width-numbers">
        <b>{rms}</b> {ratio}
      </p>
    </div>
  );
}

function Buttons({ model, labels, shared }: PartProps) {
  const running = model.running.value;
  return (
    <>
      <span class="row">
        <Button primary onClick={running ? model.pause : model.train}>
          {running ? shared.pause : shared.play}
        </Button>
        <Button onClick={model.stepOnce} disabled={running || model.over.value}>
          {shared.step}
        </Button>
        <Button onClick={model.startOver}>{shared.startOver}</Button>
        <Button onClick={model.newStart}>{shared.newStart}</Button>
      </span>
      <p class="run-state">{stateText(model, labels)}</p>
    </>
  );
}

function Menus({ model, labels, names, targets }: PartProps) {
  return (
    <>
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
    </>
  );
}
