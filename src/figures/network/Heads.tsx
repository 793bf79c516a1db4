// The name of each layer over its column, and buttons for one neuron more or fewer.
import { Stepper } from '../../ui/Stepper.tsx';
import { short } from '../../ui/scale.ts';
import { fill } from '../../ui/words.ts';
import { column, width } from './layout.ts';
import { mostNeurons } from './model.ts';
import type { Labels, Model } from './View.tsx';

export function Heads({ model, labels }: { readonly model: Model; readonly labels: Labels }) {
  const sizes = model.sizes.value;
  return (
    <div class="layer-heads">
      {sizes.map((size, layer) => {
        const name = layerName(layer, sizes.length, labels.layer);
        return (
          <div
            key={layer}
            class="layer-head"
            style={{ left: `${short((column(layer, sizes.length) / width) * 100)}%` }}
          >
            <span class="layer-name">{kindOf(layer, sizes.length, labels.layer)}</span>
            <div class="live-only">
              <Stepper
                label=""
                group={name}
                value={size}
                min={1}
                max={mostNeurons}
                less={fill(labels.layer.less, { layer: name })}
                more={fill(labels.layer.more, { layer: name })}
                hideValue
                onStep={(count) => model.setSize(layer, count)}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}

type LayerWords = Labels['layer'];

function kindOf(layer: number, layers: number, words: LayerWords): string {
  if (layer === 0) return words.input;
  return layer === layers - 1 ? words.output : words.hidden;
}

function layerName(layer: number, layers: number, words: LayerWords): string {
  if (layer === 0) return words.inputName;
  if (layer === layers - 1) return words.outputName;
  return layers === 3 ? words.hiddenName : fill(words.hiddenNumbered, { number: layer });
}
