// All nine numbers of the network, biases included, as the sums they stand in.
import type names from '../../../content/en/activations.json';
import { fixed, type SharedWords, signed } from '../../ui/words.ts';
import { pointText } from './readings.ts';
import type { Labels, Model } from './View.tsx';
import { deadUnits } from './verdict.ts';

interface Props {
  readonly model: Model;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly names: typeof names;
}

export function Weights({ model, labels, shared, names }: Props) {
  const { parameters: p, activation } = model.run.value;
  const dead = deadUnits(model.mlp.value, p, model.editor.points.value);
  const units = [
    [p[0], p[1], p[4]],
    [p[2], p[3], p[5]],
  ];
  const identity = activation === 'identity';
  return (
    <div class="weights">
      {units.map(([w1, w2, b], u) => (
        <p key={u}>
          <span class={`unit-${u + 1}`}>{u === 0 ? 'h₁' : 'h₂'}</span> ={' '}
          {!identity && <span class="sigma">{names[activation]}</span>}({fixed(w1, 2)} x₁{' '}
          {signed(w2, 2)} x₂ {signed(b, 2)})
          {dead.includes(u) && <strong class="silent"> {labels.silent}</strong>}
        </p>
      ))}
      <p>
        {labels.output} = {fixed(p[6], 2)} <span class="unit-1">h₁</span> {signed(p[7], 2)}{' '}
        <span class="unit-2">h₂</span> {signed(p[8], 2)}
      </p>
      <p class="hint">{pointText(model, labels, shared) || labels.rule}</p>
    </div>
  );
}
