// The folds one after another: a small picture after each, with the dot where x has got to.
import { createScale, short } from '../../ui/scale.ts';
import { fill, fixed } from '../../ui/words.ts';
import { isBand, sawtoothPath } from './sawtooth.ts';
import type { Labels, Model } from './View.tsx';

interface Props {
  readonly model: Model;
  readonly labels: Labels;
}

/** Pictures that are still large enough for words under each. */
const few = 6;

const scale = createScale({
  width: 130,
  height: 84,
  left: 5,
  right: 5,
  top: 6,
  bottom: 6,
  x: [0, 1],
  y: [0, 1],
});

export function Folds({ model, labels }: Props) {
  const { folds } = model.count.value;
  return (
    <ol class={`folds ${folds > few ? 'many' : ''}`}>
      {Array.from({ length: folds }, (_, i) => (
        <Fold key={i} fold={i + 1} model={model} labels={labels} />
      ))}
    </ol>
  );
}

function Fold({ fold, model, labels }: Props & { readonly fold: number }) {
  const value = model.stages.value[fold];
  // one picture too many while the number of folds shrinks
  if (value === undefined) return null;
  const pieces = 2 ** fold;
  const alt = fill(labels.deep.alt, {
    fold,
    pieces,
    x: fixed(model.x.value, 2),
    value: fixed(value, 2),
  });
  return (
    <li>
      <svg class="fold" viewBox="0 0 130 84" role="img" aria-label={alt}>
        <FoldLine fold={fold} />
        <path
          class="fold-x"
          d={`M${short(scale.x(model.x.value))} ${scale.y(0)}V${short(scale.y(value))}`}
        />
        <circle
          class="fold-dot"
          cx={short(scale.x(model.x.value))}
          cy={short(scale.y(value))}
          r="4"
        />
      </svg>
      <span>{model.folds.value > few ? pieces : fill(labels.deep.pieces, { pieces })}</span>
    </li>
  );
}

function FoldLine({ fold }: { readonly fold: number }) {
  return (
    <>
      <rect class="plane-ground" x="0.5" y="0.5" width="129" height="83" />
      <path class={isBand(scale, fold) ? 'teeth band' : 'teeth'} d={sawtoothPath(scale, fold)} />
    </>
  );
}
