// Left the curve, the dots and the chain that joins them; right what it misses at most, under the bounds.
import { useComputed, useModel } from '@preact/signals';
import { Menu, Slider } from '../../ui/controls.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import type { SharedWords } from '../../ui/words.ts';
import { Chain } from './Chain.tsx';
import { Errors } from './Errors.tsx';
import { fields, JoiningDotsModel, MOST_PIECES, names } from './model.ts';
import { type Labels, type PartProps, readoutOf, tableOf } from './words.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly targets: Readonly<Record<string, string>>;
}

export default function JoiningDots({ id, labels, shared, targets }: Props) {
  const model = useModel(JoiningDotsModel);
  const link = useLink(id, fields, { target: model.target, pieces: model.pieces });
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => tableOf(model, labels));
  const parts = { id, model, labels, targets };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls {...parts} />}
    >
      <div class="chart-pair">
        <Chain {...parts} />
        <Errors {...parts} />
      </div>
    </Shell>
  );
}

function Controls({ model, labels, targets }: PartProps) {
  return (
    <>
      <Slider
        label={labels.pieces}
        value={model.pieces.value}
        min={1}
        max={MOST_PIECES}
        step={1}
        onInput={model.setPieces}
      />
      <Menu
        label={labels.target}
        value={model.target.value}
        options={names.map((name) => ({ value: name, label: targets[name] ?? name }))}
        onChange={model.setTarget}
      />
    </>
  );
}
