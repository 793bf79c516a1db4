// The layered graph. One neuron is chosen; its incoming connections carry their weights, and every
// neuron but the inputs wears its bias as a badge. Arrow keys go from neuron to neuron.
import { useRef } from 'preact/hooks';
import { short } from '../../ui/scale.ts';
import { fill } from '../../ui/words.ts';
import { connection, height, type Place, place, radius, weightPlace, width } from './layout.ts';
import type { Neuron } from './model.ts';
import { brief, withSign } from './numbers.ts';
import type { Labels, Model } from './View.tsx';

interface Props {
  readonly model: Model;
  readonly labels: Labels;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function Diagram({ model, labels }: Props) {
  const nodes = useRef(new Map<string, SVGGElement>());
  const sizes = model.sizes.value;
  const { name } = model.read.value;
  const numbers = model.neurons.value
    .flat()
    .map((neuron) => fill(labels.neuron, { name: neuron.name, value: brief(neuron.value) }));
  const alt = fill(labels.alt, {
    sizes: sizes.join(', '),
    name,
    numbers: `${numbers.join(', ')}.`,
  });
  const key = (event: KeyboardEvent) => {
    const step = arrows[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [layer, index] = model.step(...step);
    nodes.current.get(`${layer} ${index}`)?.focus();
  };
  return (
    <svg class="network" viewBox={`0 0 ${width} ${height}`}>
      <Connections model={model} />
      <g role="radiogroup" aria-label={alt} onKeyDown={key}>
        {model.neurons.value.map((layer, l) =>
          layer.map((neuron, i) => (
            <Node
              key={`${l} ${i}`}
              neuron={neuron}
              at={place(sizes, l, i)}
              state={stateOf(model, l, i)}
              label={fill(labels.neuron, { name: neuron.name, value: brief(neuron.value) })}
              onChoose={() => model.choose(l, i)}
              onHover={(over) => model.hover(over ? [l, i] : undefined)}
              keep={(node) => {
                if (node) nodes.current.set(`${l} ${i}`, node);
                else nodes.current.delete(`${l} ${i}`);
              }}
            />
          )),
        )}
      </g>
      <WeightLabels model={model} />
    </svg>
  );
}

interface NodeState {
  readonly chosen: boolean;
  readonly read: boolean;
  readonly feeds: boolean;
}

function stateOf(model: Model, layer: number, index: number): NodeState {
  const { at } = model.read.value;
  const [chosenLayer, chosenIndex] = model.current.value;
  return {
    chosen: chosenLayer === layer && chosenIndex === index,
    read: at[0] === layer && at[1] === index,
    feeds: at[0] === layer + 1,
  };
}

interface NodeProps {
  readonly neuron: Neuron;
  readonly at: Place;
  readonly state: NodeState;
  readonly label: string;
  readonly onChoose: () => void;
  readonly onHover: (over: boolean) => void;
  readonly keep: (node: SVGGElement | null) => void;
}

function Node({ neuron, at: [x, y], state, label, onChoose, onHover, keep }: NodeProps) {
  const { name, bias, value } = neuron;
  return (
    <g
      ref={keep}
      class={`node${state.read ? ' read' : ''}${state.feeds ? ' feeds' : ''}`}
      transform={`translate(${short(x)} ${short(y)})`}
      role="radio"
      aria-checked={state.chosen}
      aria-label={label}
      tabindex={state.chosen ? 0 : -1}
      onClick={onChoose}
      onFocus={onChoose}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onHover(true)}
      onPointerLeave={() => onHover(false)}
    >
      <circle class="node-target" r={radius + 4} />
      <circle class="node-ring" r={radius + 4} />
      <circle class="node-body" r={radius} />
      <text class="node-value" y="5" text-anchor="middle">
        {brief(value)}
      </text>
      <text class="node-name" x={radius - 6} y={-radius + 4}>
        {name}
      </text>
      {bias !== undefined && (
        <path
          class={`bias ${bias < 0 ? 'minus' : 'plus'}`}
          d={`M17 17m-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0m3 0h7${bias < 0 ? '' : 'm-3.5 -3.5v7'}`}
        />
      )}
    </g>
  );
}

/** A line for a weight: sign by colour and dash, size by width. */
function line(weight: number, [[x1, y1], [x2, y2]]: readonly [Place, Place], key: string) {
  return (
    <path
      key={key}
      class={weight < 0 ? 'minus' : 'plus'}
      stroke-width={short(0.8 + 1.2 * Math.abs(weight))}
      d={`M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`}
    />
  );
}

function Connections({ model }: { readonly model: Model }) {
  const sizes = model.sizes.value;
  const [readLayer, readIndex] = model.read.value.at;
  const quiet: unknown[] = [];
  const loud: unknown[] = [];
  model.neurons.value.forEach((layer, l) => {
    layer.forEach(({ weights }, to) => {
      const isRead = l === readLayer && to === readIndex;
      weights.forEach((weight, from) => {
        const ends = connection(place(sizes, l - 1, from), place(sizes, l, to));
        (isRead ? loud : quiet).push(line(weight, ends, `${l} ${to} ${from}`));
      });
    });
  });
  return (
    <>
      <g class="connections quiet">{quiet}</g>
      <g class="connections">{loud}</g>
    </>
  );
}

function WeightLabels({ model }: { readonly model: Model }) {
  const sizes = model.sizes.value;
  const { at, weights, bias } = model.read.value;
  const end = place(sizes, ...at);
  return (
    <g class="weight-labels" aria-hidden="true">
      {weights.map((weight, from) => {
        const [x, y] = weightPlace(place(sizes, at[0] - 1, from), end);
        return (
          <text
            key={from}
            class={weight < 0 ? 'minus' : 'plus'}
            x={short(x)}
            y={short(y + 4.5)}
            text-anchor="middle"
          >
            {withSign(weight)}
          </text>
        );
      })}
      {bias !== undefined && (
        <text class={bias < 0 ? 'minus' : 'plus'} x={short(end[0] + 27)} y={short(end[1] + 25)}>
          {withSign(bias)}
        </text>
      )}
    </g>
  );
}
