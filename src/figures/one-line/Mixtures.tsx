// The certificate as an equation: the common point as a mixture of A's points and of B's.
import type { ConvexWeight } from '../../core/separability.ts';
import { fixed } from '../../ui/words.ts';
import type { PartProps } from './View.tsx';

export function Mixtures({ model }: Pick<PartProps, 'model'>) {
  const { why, editor } = model;
  if (editor.dragging.value || !(why.value || editor.untouched.value)) return null;
  const reason = model.reason.value;
  if (reason.kind !== 'inseparable') return null;
  const { a, b } = model.classes.value;
  return (
    <p class={why.value ? 'equation mixtures' : 'equation mixtures veiled'}>
      {pair(reason.point)}
      <Sum kind="of-a" points={a} weights={reason.weightsA} />
      <Sum kind="of-b" points={b} weights={reason.weightsB} />
    </p>
  );
}

const pair = ([x, y]: readonly number[]) => `(${fixed(x, 2)}, ${fixed(y, 2)})`;

interface SumProps {
  readonly kind: string;
  readonly points: readonly (readonly number[])[];
  readonly weights: readonly ConvexWeight[];
}

function Sum({ kind, points, weights }: SumProps) {
  return (
    <>
      {weights.map(({ index, weight }, i) => (
        <span key={index}>
          {' '}
          <span class="term">
            {i === 0 ? '= ' : '+ '}
            <span class={kind}>{`${fixed(weight.toNumber(), 3)} · ${pair(points[index])}`}</span>
          </span>
        </span>
      ))}
    </>
  );
}
