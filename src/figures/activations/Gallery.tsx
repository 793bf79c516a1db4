// Every function as a small picture. Alive, they are radio buttons; without JavaScript, a gallery.
import type { Signal } from '@preact/signals';
import { activations } from '../../core/activations.ts';
import { useFieldId } from '../../ui/figure-id.ts';
import { curve } from './curve.ts';
import { order } from './order.ts';
import type { Parts } from './View.tsx';
import { small } from './window.ts';

/** Points of a curved graph: enough for its size. */
const samples = 18;

const { width, height } = small.frame;
const axes = `M0 ${small.y(0).toFixed(1)}H${width}M${small.x(0)} 0V${height}`;
const graphs = new Map(order.map((name) => [name, curve(activations[name], small, samples)]));

export function Gallery({
  model,
  labels,
  nameOf,
  alive,
}: Parts & { readonly alive: Signal<boolean> }) {
  const group = useFieldId();
  return (
    <div class="gallery" role="radiogroup" aria-label={labels.choose}>
      {order.map((name) => {
        const chosen = model.activation.value === name;
        const picture = (
          <>
            <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
              <path class="grid" d={axes} />
              <path class="thumbnail" d={graphs.get(name)} />
            </svg>
            <span class="thumbnail-name">{nameOf(name)}</span>
          </>
        );
        if (!alive.value) {
          return (
            <div key={name} class={chosen ? 'choice chosen' : 'choice'}>
              {picture}
            </div>
          );
        }
        return (
          <label key={name} class={chosen ? 'choice chosen' : 'choice'}>
            <input
              type="radio"
              name={group}
              value={name}
              checked={chosen}
              onChange={() => {
                model.activation.value = name;
              }}
            />
            {picture}
          </label>
        );
      })}
    </div>
  );
}
