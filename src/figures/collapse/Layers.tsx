// The stack: a card for each layer, with its numbers to edit, its width and its activation.
import { type Signal, useSignal } from '@preact/signals';
import { activationNames } from '../../core/activations.ts';
import { Menu } from '../../ui/controls.tsx';
import { useFieldId } from '../../ui/figure-id.ts';
import { Stepper } from '../../ui/Stepper.tsx';
import { fill } from '../../ui/words.ts';
import { Entry } from './Entry.tsx';
import { type EntryFault, entryText, most } from './entry.ts';
import { Affine } from './Matrix.tsx';
import { inputName, outputName, subscript } from './names.ts';
import { biasColumn, mostNeurons } from './state.ts';
import type { Parts } from './View.tsx';

export function Layers(props: Parts & { readonly alive: Signal<boolean> }) {
  return (
    <ol class="layers">
      {props.model.layers.value.map((_, layer) => (
        <LayerCard key={layer} layer={layer} {...props} />
      ))}
    </ol>
  );
}

interface CardProps extends Parts {
  readonly layer: number;
  readonly alive: Signal<boolean>;
}

function LayerCard({ model, labels, names, alive, layer }: CardProps) {
  const messageId = useFieldId();
  const fault = useSignal('');
  const number = layer + 1;
  const { weights, bias } = model.layers.value[layer];
  const activation = model.activations.value[layer];
  const say = (kind: EntryFault | undefined, text: string) => {
    fault.value = kind ? fill(labels.entry[kind], { text: text.slice(0, 20), most }) : '';
  };
  const entry = (row: number, column: number) => (
    <Entry
      key={`${row}.${column}`}
      text={entryText(
        column === biasColumn ? bias[row] : weights[row][column],
        model.notation.value,
      )}
      label={fill(column === biasColumn ? labels.bias : labels.weight, {
        number,
        row: row + 1,
        column: column + 1,
      })}
      alive={alive}
      onText={(text) => model.setEntry(layer, row, column, text)}
      messageId={messageId}
      onFault={say}
    />
  );
  return (
    <li class="layer-card">
      <p class="layer-title">{fill(labels.layer, { number })}</p>
      <Affine
        output={outputName(layer, model.layers.value.length)}
        input={inputName(layer)}
        names={[`W${subscript(number)}`, `b${subscript(number)}`]}
        weights={weights.map((row, i) => row.map((_, j) => entry(i, j)))}
        bias={bias.map((_, i) => entry(i, biasColumn))}
        editable={alive.value}
        bend={activation === 'identity' ? undefined : names[activation]}
      />
      <p class="fault" id={messageId} role="alert">
        {fault}
      </p>
      <div
        class="layer-controls live-only"
        role="group"
        aria-label={fill(labels.layer, { number })}
      >
        <Stepper
          label={labels.neurons}
          group={fill(labels.neuronsOf, { number })}
          value={bias.length}
          min={1}
          max={mostNeurons}
          less={fill(labels.fewerNeurons, { number })}
          more={fill(labels.moreNeurons, { number })}
          onStep={(width) => model.setWidth(layer + 1, width)}
        />
        <Menu
          label={labels.activation}
          value={activation}
          options={activationNames.map((value) => ({ value, label: names[value] }))}
          onChange={(name) => model.setActivation(layer, name)}
        />
      </div>
    </li>
  );
}
