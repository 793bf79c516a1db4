// The network learning: both planes, its numbers, its loss; and what becomes of many starts.
import { useComputed, useModel } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type activationNames from '../../../content/en/activations.json';
import type labelsFile from '../../../content/en/figures/train-2-2-1.json';
import { watchPresence } from '../../training/presence.ts';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import { fill, type SharedWords } from '../../ui/words.ts';
import { Controls } from './Controls.tsx';
import { HiddenPlane } from './HiddenPlane.tsx';
import { InputPlane } from './InputPlane.tsx';
import { Loss } from './Loss.tsx';
import { type Poster, TrainModel } from './model.ts';
import { readoutOf, tableOf } from './readings.ts';
import { fields } from './settings.ts';
import { Tries } from './Tries.tsx';
import { Weights } from './Weights.tsx';

export type Labels = typeof labelsFile;
export type Model = InstanceType<typeof TrainModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly names: typeof activationNames;
  readonly poster: Poster;
}

export default function Train({ id, labels, shared, names, poster }: Props) {
  const model = useModel(() => new TrainModel(poster));
  const { activation, optimiser, rate, seed, step, tries, editor } = model;
  const link = useLink(id, fields, {
    activation,
    optimiser,
    rate,
    seed,
    step,
    starts: tries.starts,
    data: editor.data,
    edit: editor.edit,
  });
  const readout = useComputed(() => readoutOf(model, labels, names));
  const table = useComputed(() => tableOf(model, labels, shared));
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (root.current ? watchPresence(root.current, model.look) : undefined), []);
  const words = { model, labels, shared, names };

  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      running={model.running}
      table={table}
      controls={<Controls {...words} />}
      after={<Tries {...words} />}
    >
      <div class="train" ref={root}>
        <InputPlane id={id} {...words} />
        <HiddenPlane id={id} {...words} />
        <Weights {...words} />
        <Loss {...words} />
      </div>
      <Trouble {...words} />
    </Shell>
  );
}

function Trouble({ model, labels, shared }: Pick<Props, 'labels' | 'shared'> & { model: Model }) {
  const { state, restarted, failure } = model.trainer;
  if (state.value === 'failed') {
    const words = failure.value ? labels.failed : labels.noWorker;
    return (
      <p class="fault" role="alert">
        {fill(words, { reason: failure.value })}
      </p>
    );
  }
  return restarted.value ? <p role="status">{shared.webWorkerFailed}</p> : null;
}
