// The neuron's graph with a handle at its kink and one on its slope (or its height), and its numbers.
import { useComputed, useModel } from '@preact/signals';
import type labelsFile from '../../../content/en/figures/one-kink.json';
import { Button, Segments, Slider } from '../../ui/controls.tsx';
import { functionPath } from '../../ui/curves/function-path.ts';
import { Handle } from '../../ui/Handle.tsx';
import { Plane } from '../../ui/Plane.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { createScale, short } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, type SharedWords, signed } from '../../ui/words.ts';
import { ARM, fields, LEAST_WEIGHT, MOST_WEIGHT, type Name, names, OneKinkModel } from './model.ts';

type Labels = typeof labelsFile;
type Model = InstanceType<typeof OneKinkModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly activations: Readonly<Record<Name, string>>;
}

/** A formula is the same in every language; the types know `translate` as a property only. */
const formula: object = { translate: 'no' };

const scale = createScale({ height: 332, x: [-2, 2], y: [-1.5, 1.5] });
/** Where the height of the smooth step is taken hold of. */
const EDGE = 1.75;

export default function OneKink({ id, labels, shared, activations }: Props) {
  const model = useModel(OneKinkModel);
  const { activation, w, at, a } = model;
  const link = useLink(id, fields, { activation, w, at, a });
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => ({
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: Array.from({ length: 17 }, (_, i) => i / 4 - 2).map((x) => [
      fixed(x, 2),
      fixed(model.value.value(x), 3),
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
      <Drawing id={id} model={model} labels={labels} activations={activations} />
    </Shell>
  );
}

/** The figure in a sentence. */
export function readoutOf(model: Model, labels: Labels): string {
  const [w, a] = [model.w.value, model.a.value];
  const numbers = { at: fixed(model.at.value, 2), a: fixed(a, 2), w: fixed(Math.abs(w), 2) };
  return model.activation.value === 'relu'
    ? fill(labels.readout.relu, {
        ...numbers,
        jump: fixed(model.jump.value, 2),
        left: fixed(model.slopes.value[0], 2),
        right: fixed(model.slopes.value[1], 2),
      })
    : fill(labels.readout.tanh, {
        ...numbers,
        height: fixed(2 * Math.abs(a), 2),
        slope: fixed(a * w, 2),
      });
}

interface PartProps {
  readonly model: Model;
  readonly labels: Labels;
}

function Drawing({
  id,
  model,
  labels,
  activations,
}: PartProps & Pick<Props, 'id' | 'activations'>) {
  const relu = model.activation.value === 'relu';
  const at = model.at.value;
  const [w, b, a] = [model.w.value, model.b.value, model.a.value];
  const alt = fill(relu ? labels.alt.relu : labels.alt.tanh, {
    at: fixed(at, 2),
    left: fixed(model.slopes.value[0], 2),
    right: fixed(model.slopes.value[1], 2),
    low: fixed(-Math.abs(a), 2),
    high: fixed(Math.abs(a), 2),
  });
  const x = short(scale.x(at));
  return (
    <>
      <Plane
        id={id}
        scale={scale}
        alt={alt}
        xLabel="x"
        yLabel="y"
        over={
          <>
            {relu && <Slopes model={model} labels={labels} />}
            <Handles model={model} labels={labels} />
          </>
        }
      >
        <path class="zero" d={`M${short(scale.x(-2))} ${short(scale.y(0))}H${short(scale.x(2))}`} />
        <path class="pick-line" d={`M${x} 0V300`} />
        {!relu && (
          <path
            class="pick-line"
            d={[a, -a].map((y) => `M${short(scale.x(-2))} ${short(scale.y(y))}H400`).join('')}
          />
        )}
        <path
          class="fit-line fit"
          d={functionPath(scale, model.value.value, relu ? [at] : undefined)}
        />
      </Plane>
      <p class="equation" {...formula}>
        y = <b>{fixed(a, 2)}</b> {activations[model.activation.value]}(<b>{fixed(w, 2)}</b> x{' '}
        <b>{signed(b, 2)}</b>)
      </p>
    </>
  );
}

/** The slopes on both sides of the kink, written where there is room for them. */
function Slopes({ model, labels }: PartProps) {
  const at = model.at.value;
  return (
    <>
      {model.slopes.value.map((slope, i) => {
        const side = i === 0 ? -1 : 1;
        const text = fill(labels.slope, { slope: fixed(slope, 2) });
        const down = slope === 0 ? model.jump.value >= 0 : side * slope > 0;
        return (
          <text
            key={side}
            class="halo"
            x={short(scale.x(at) + side * 26)}
            y={short(scale.y(0) + (down ? 24 : -14))}
            text-anchor={side < 0 ? 'end' : 'start'}
          >
            {text}
          </text>
        );
      })}
    </>
  );
}

function Handles({ model, labels }: PartProps) {
  const at = model.at.value;
  const facing = model.facing.value;
  const relu = model.activation.value === 'relu';
  const level = relu ? ARM * model.jump.value : model.a.value;
  const x = relu ? at + facing * ARM : facing * EDGE;
  const [low, high] = scale.yDomain;
  const height = 2 * Math.abs(model.a.value);
  return (
    <>
      <Handle
        scale={scale}
        at={[at, 0]}
        label={labels.kink}
        valueText={fill(labels.kinkValue, { at: fixed(at, 2), b: fixed(model.b.value, 2) })}
        onMove={([to]) => model.setAt(to)}
      />
      <Handle
        scale={scale}
        at={[x, level]}
        shownAt={[x, Math.max(low, Math.min(high, level))]}
        kind="tip"
        label={relu ? labels.bend : labels.height}
        valueText={fill(relu ? labels.bendValue : labels.heightValue, {
          a: fixed(model.a.value, 2),
          jump: fixed(model.jump.value, 2),
          height: fixed(height, 2),
        })}
        onMove={([, y]) => (relu ? model.setSlope(y) : model.setHeight(y))}
      />
    </>
  );
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
      <Slider
        label={labels.weight}
        value={Math.abs(model.w.value)}
        min={LEAST_WEIGHT}
        max={MOST_WEIGHT}
        step={0.5}
        digits={1}
        onInput={model.setWeight}
      />
      <Button onClick={model.turn}>{labels.turn}</Button>
    </>
  );
}
