// A network under construction over its target, the score, the weights, and the tools.
import { useComputed, useModel } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { watchPresence } from '../../training/presence.ts';
import { Shell } from '../../ui/Shell.tsx';
import { useLink } from '../../ui/use-link.ts';
import type { SharedWords } from '../../ui/words.ts';
import { Blocks } from './Blocks.tsx';
import { Drawing } from './Drawing.tsx';
import { ByHandModel, type Poster } from './model.ts';
import { Score, Weights } from './Score.tsx';
import { fields } from './settings.ts';
import { type Labels, type Model, readoutOf, tableOf } from './words.ts';

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly targets: Readonly<Record<string, string>>;
  readonly poster: Poster;
}

export default function ByHand({ id, labels, shared, targets, poster }: Props) {
  const model = useModel(() => new ByHandModel(poster));
  const { target, kind, material, steepness, kinks, hats, steps, bumps, best } = model;
  const link = useLink(id, fields, {
    target,
    kind,
    material,
    steepness,
    kinks,
    hats,
    steps,
    bumps,
    best,
  });
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    model.wake();
    return root.current ? watchPresence(root.current, model.look) : undefined;
  }, []);
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => tableOf(model, labels));
  const parts = { id, model, labels, shared, targets };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Blocks {...parts} />}
      after={<Weights model={model} labels={labels} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and pointers of the handles inside */}
      <div
        class="by-hand"
        ref={root}
        onPointerDownCapture={() => model.point(true)}
        onPointerUp={() => model.point(false)}
        onPointerCancel={() => model.point(false)}
        onFocusIn={model.settle}
        onKeyDown={(event) => undoKeys(event, model)}
      >
        <Key model={model} labels={labels} />
        <Drawing {...parts} />
        <Score model={model} labels={labels} />
      </div>
    </Shell>
  );
}

function Key({ model, labels }: { readonly model: Model; readonly labels: Labels }) {
  const { key } = labels;
  return (
    <p class="fit-key" aria-hidden="true">
      <span>{key.target}</span>
      <span class="fit">{key.fit}</span>
      <span class="part">{key.part}</span>
      {model.best.value && <span class="optimum">{key.optimum}</span>}
    </p>
  );
}

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z; ⌘ on a Mac. */
function undoKeys(event: KeyboardEvent, model: Model) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) model.undo();
  else if (key === 'y' || (key === 'z' && event.shiftKey)) model.redo();
  else return;
  event.preventDefault();
}
