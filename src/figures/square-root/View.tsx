// Left both chains over √|x| with a rug of their kinks each; right their errors over the width.
import { useComputed, useModel } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { OptimaPoster } from '../../training/optima.ts';
import { watchPresence } from '../../training/presence.ts';
import { Check, Slider } from '../../ui/controls.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import type { SharedWords } from '../../ui/words.ts';
import { Chains } from './Chains.tsx';
import { Errors } from './Errors.tsx';
import { fields, RootModel, WIDEST } from './model.ts';
import { type Labels, type PartProps, readoutOf, tableOf } from './words.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly poster: OptimaPoster;
}

export default function SquareRoot({ id, labels, shared, poster }: Props) {
  const model = useModel(() => new RootModel(poster));
  const link = useLink(id, fields, { width: model.width, close: model.close });
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    model.wake();
    return root.current ? watchPresence(root.current, model.look) : undefined;
  }, []);
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => tableOf(model, labels, poster));
  const parts = { id, model, labels };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls {...parts} />}
    >
      <div class="chart-pair" ref={root}>
        <p class="fit-key" aria-hidden="true">
          <span class="target">√|x|</span>
          <span class="fit">{labels.key.even}</span>
          <span class="optimum">{labels.key.free}</span>
        </p>
        <Chains {...parts} />
        <Errors {...parts} />
      </div>
    </Shell>
  );
}

function Controls({ model, labels }: PartProps) {
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
      <Check label={labels.close} checked={model.close.value} onChange={model.setClose} />
    </>
  );
}
