// The parts of a bump, thin, and their sum, with handles at its feet and its top.
import { useComputed, useModel } from '@preact/signals';
import type labelsFile from '../../../content/en/figures/bump.json';
import { Segments, Slider } from '../../ui/controls.tsx';
import { functionPath } from '../../ui/curves/function-path.ts';
import { Handle } from '../../ui/Handle.tsx';
import { Plane } from '../../ui/Plane.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { createScale, short } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, type SharedWords, signed } from '../../ui/words.ts';
import {
  BEYOND,
  BumpModel,
  fields,
  LEAST_WEIGHT,
  MOST_WEIGHT,
  type Name,
  names,
  type Part,
} from './model.ts';

type Labels = typeof labelsFile;
type Model = InstanceType<typeof BumpModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly activations: Readonly<Record<Name, string>>;
}

/** A formula is the same in every language; the types know `translate` as a property only. */
const formula: object = { translate: 'no' };

const scale = createScale({ height: 352, x: [-2, 2], y: [-1.5, 1.5] });

export default function Bump({ id, labels, shared, activations }: Props) {
  const model = useModel(BumpModel);
  const { activation, places, height, weight } = model;
  const link = useLink(id, fields, { activation, places, height, weight });
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => ({
    caption: labels.table.caption,
    columns: [
      labels.table.x,
      ...model.parts.value.map((_, i) => fill(labels.table.part, { number: i + 1 })),
      labels.table.sum,
    ],
    rows: Array.from({ length: 17 }, (_, i) => i / 4 - 2).map((x) => [
      fixed(x, 2),
      ...model.curves.value.map((curve) => fixed(curve(x), 3)),
      fixed(model.sum.value(x), 3),
    ]),
  }));
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls model={model} labels={labels} activations={activations} />}
    >
      <Drawing id={id} model={model} labels={labels} />
      <Equation model={model} activations={activations} />
    </Shell>
  );
}

/** The figure in a sentence. */
export function readoutOf(model: Model, labels: Labels): string {
  const parts = model.parts.value;
  const [left, , right] = model.places.value;
  if (model.activation.value === 'relu') {
    const [first, second, third] = parts.map(({ a }) => fixed(a, 2));
    return fill(labels.readout.relu, { first, second, third, right: fixed(right, 2) });
  }
  return fill(labels.readout.steps, {
    height: fixed(model.height.value, 2),
    left: fixed(left, 2),
    right: fixed(right, 2),
    top: fixed(model.top.value[1], 2),
    distance: fixed(BEYOND, 1),
    beyond: fixed(model.beyond.value, 3),
  });
}

interface PartProps {
  readonly model: Model;
  readonly labels: Labels;
}

function Drawing({ id, model, labels }: PartProps & { readonly id: string }) {
  const relu = model.activation.value === 'relu';
  const parts = model.parts.value;
  const ats = parts.map(({ at }) => at);
  const [left, , right] = model.places.value;
  const alt = fill(relu ? labels.alt.relu : labels.alt.steps, {
    left: fixed(left, 2),
    right: fixed(right, 2),
    x: fixed(model.top.value[0], 2),
    top: fixed(model.top.value[1], 2),
  });
  return (
    <Plane
      id={id}
      scale={scale}
      alt={alt}
      xLabel="x"
      yLabel="y"
      over={<Handles model={model} labels={labels} />}
    >
      <path class="zero" d={`M${short(scale.x(-2))} ${short(scale.y(0))}H${short(scale.x(2))}`} />
      {model.curves.value.map((curve, i) => (
        <path
          key={i}
          class={partClass(parts[i])}
          d={functionPath(scale, curve, relu ? [parts[i].at] : undefined)}
        />
      ))}
      <path class="fit-line fit" d={functionPath(scale, model.sum.value, relu ? ats : undefined)} />
    </Plane>
  );
}

/** Colour by the sign of the output weight, and dashes for the negative. */
const partClass = ({ a }: Part) => `bump-part ${a < 0 ? 'minus' : 'plus'}`;

function Handles({ model, labels }: PartProps) {
  const [left, , right] = model.places.value;
  const [x, y] = model.top.value;
  const relu = model.activation.value === 'relu';
  return (
    <>
      <Handle
        scale={scale}
        at={[left, 0]}
        label={relu ? labels.left : labels.up}
        valueText={fill(labels.place, { x: fixed(left, 2) })}
        onMove={([to]) => model.setLeft(to)}
      />
      <Handle
        scale={scale}
        at={[right, 0]}
        label={relu ? labels.right : labels.down}
        valueText={fill(labels.place, { x: fixed(right, 2) })}
        onMove={([to]) => model.setRight(to)}
      />
      <Handle
        scale={scale}
        at={[x, model.height.value]}
        kind="tip"
        label={relu ? labels.top : labels.height}
        valueText={fill(labels.topValue, { x: fixed(x, 2), y: fixed(y, 2) })}
        onMove={([toX, toY]) => model.setTop(toX, toY)}
      />
    </>
  );
}

/** The sum term by term, coloured as drawn; lines break between terms. */
function Equation({ model, activations }: Pick<Props, 'activations'> & { readonly model: Model }) {
  const name = model.activation.value;
  return (
    <p class="equation" {...formula}>
      {model.parts.value.flatMap((part, i) => [
        <span key={i} class={`term ${part.a < 0 ? 'minus' : 'plus'}`}>
          {i === 0 ? `y = ${fixed(part.a, 2)}` : signed(part.a, 2)} {activations[name]}(
          {inside(part, name)})
        </span>,
        ' ',
      ])}
    </p>
  );
}

function inside({ at, w }: Part, name: Name): string {
  const shifted = `x ${signed(-at, 2)}`;
  return name === 'relu' ? shifted : `${fixed(w, 0)} (${shifted})`;
}

function Controls(props: PartProps & { readonly activations: Props['activations'] }) {
  const { model, labels, activations } = props;
  return (
    <>
      <Segments
        label={labels.activation}
        value={model.activation.value}
        options={names.map((name) => ({ value: name, label: activations[name] }))}
        onChange={model.setActivation}
      />
      <span class={model.activation.value === 'relu' ? 'bump-idle' : ''}>
        <Slider
          label={labels.weight}
          value={model.weight.value}
          min={LEAST_WEIGHT}
          max={MOST_WEIGHT}
          step={1}
          onInput={model.setWeight}
        />
      </span>
    </>
  );
}
