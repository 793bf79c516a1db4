// What the reader can change besides what is dragged in the planes.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type ActivationName, activationNames } from '../../core/activations.ts';
import { animate, reducedMotion } from '../../ui/animate.ts';
import { Button, Menu, Slider } from '../../ui/controls.tsx';
import { DataControls } from '../../ui/DataControls.tsx';
import { LineFields } from '../../ui/LineFields.tsx';
import { useQuestion } from '../../ui/use-question.ts';
import { fill } from '../../ui/words.ts';
import { powers } from './model.ts';
import type { PartProps } from './View.tsx';

interface Props extends PartProps {
  readonly names: Readonly<Record<ActivationName, string>>;
  /** Whether the activation, the scale and the data can be chosen, too. */
  readonly full: boolean;
}

/** The three of the article first. */
const ordered: readonly ActivationName[] = [
  ...(['identity', 'relu', 'tanh'] as const),
  ...activationNames.filter((name) => !['identity', 'relu', 'tanh'].includes(name)),
];
const moveTime = 1200;

export function Controls(props: Props) {
  const { model, labels, shared, names, full } = props;
  return (
    <>
      <Move {...props} />
      {full && (
        <>
          <Menu
            label={labels.activation}
            value={model.activation.value}
            options={ordered.map((value) => ({ value, label: names[value] }))}
            onChange={model.setActivation}
          />
          <Slider
            label={labels.scale}
            value={model.power.value}
            min={powers.least}
            max={powers.most}
            step={powers.step}
            valueText={fill(labels.times, {
              factor: Math.round(2 ** model.power.value * 100) / 100,
            })}
            onInput={model.setPower}
          />
          <DataControls editor={model.editor} words={shared} />
        </>
      )}
      <Weights {...props} />
    </>
  );
}

/** All six numbers; not drawn before they are asked for, to keep the page small. */
function Weights({ model, labels, shared }: Props) {
  const open = useSignal(false);
  const parts = [
    { unit: labels.line1, line: model.line1.value, onChange: model.setLine1 },
    { unit: labels.line2, line: model.line2.value, onChange: model.setLine2 },
  ];
  return (
    <details
      class="weights"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{labels.weights}</summary>
      {open.value &&
        parts.map(({ unit, line, onChange }, k) => (
          <LineFields
            key={unit.name}
            line={line}
            name={unit.name}
            named
            kind={`unit-${k + 1}`}
            words={shared}
            onChange={onChange}
          />
        ))}
    </details>
  );
}

/** From the input plane to the hidden plane: by hand, or played. */
function Move({ id, model, labels }: Props) {
  const halt = useRef<() => void>(() => {});
  useEffect(() => () => halt.current(), []);
  const percent = Math.round(model.share.value * 100);
  const move = (set: (value: number) => void, to: number) => {
    halt.current();
    if (reducedMotion()) set(to);
    else halt.current = animate(model.share.value, to, moveTime, set);
  };
  const play = () => move(model.setMorph, model.share.value < 1 ? 1 : 0);
  useQuestion(id, {
    ask: () => model.hold(0),
    answer: () => move((share) => model.hold(share < 1 ? share : undefined), 1),
    pass: () => model.setMorph(0),
  });
  return (
    <span class="move">
      <Slider
        label={labels.morph}
        value={percent}
        min={0}
        max={100}
        step={1}
        valueText={fill(labels.percent, { percent })}
        onInput={(value) => {
          halt.current();
          model.setMorph(value / 100);
        }}
      />
      <Button primary onClick={play}>
        {model.share.value < 1 ? labels.forth : labels.back}
      </Button>
    </span>
  );
}
