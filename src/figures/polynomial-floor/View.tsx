// Left the curve, the polynomial network and the ReLU network of the same width; right their errors over the
// width, with the floor of the degree.
import { useComputed, useModel } from '@preact/signals';
import type labelsFile from '../../../content/en/figures/polynomial-floor.json';
import { Menu, Segments, Slider } from '../../ui/controls.tsx';
import { CountMark } from '../../ui/curves/CountMark.tsx';
import {
  createLogScale,
  doublings,
  LogPlane,
  logPath,
  powerOf,
  powers,
} from '../../ui/curves/LogPlane.tsx';
import { targetPath } from '../../ui/curves/paths.ts';
import { presetScale } from '../../ui/curves/presets.ts';
import { errorText } from '../../ui/errors.ts';
import { Plane } from '../../ui/Plane.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { path, short } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, type SharedWords } from '../../ui/words.ts';
import { FloorModel, fields, type Name, names, stops, targetNames, WIDEST } from './model.ts';

type Labels = typeof labelsFile;
type Model = InstanceType<typeof FloorModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly activations: Readonly<Record<Name, string>>;
  readonly targets: Readonly<Record<string, string>>;
}

/** The activations as formulas, the same in every language. */
const formulas: Readonly<Record<Name, string>> = { identity: 'z', square: 'z²', cube: 'z³' };
/** Every so many samples a point of the drawn polynomial. */
const STRIDE = 16;

export default function PolynomialFloor({ id, labels, shared, activations, targets }: Props) {
  const model = useModel(FloorModel);
  const { activation, target, width } = model;
  const link = useLink(id, fields, { activation, target, width });
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => ({
    caption: fill(labels.table.caption, { degree: model.degree.value }),
    columns: [labels.table.width, formulas[activation.value], labels.table.floor, 'ReLU'],
    rows: model.relus.value.map(([count, relu]) => [
      count,
      fixed(model.fit.value.rms[count], 6),
      fixed(model.floor.value, 6),
      errorText(relu),
    ]),
  }));
  const parts = { id, model, labels, targets };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls {...parts} activations={activations} />}
    >
      <div class="chart-pair">
        <Key model={model} labels={labels} />
        <Curves {...parts} />
        <Errors {...parts} />
      </div>
    </Shell>
  );
}

/** The figure in a sentence. */
export function readoutOf(model: Model, labels: Labels): string {
  const width = model.width.value;
  return fill(width === 1 ? labels.readoutOne : labels.readout, {
    width,
    activation: formulas[model.activation.value],
    reached: fixed(model.reached.value, 6),
    degree: model.degree.value,
    floor: fixed(model.floor.value, 6),
    relu: errorText(model.chain.value.rms),
  });
}

interface PartProps {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly targets: Props['targets'];
}

function Key({ model, labels }: Pick<PartProps, 'model' | 'labels'>) {
  return (
    <p class="fit-key" aria-hidden="true">
      <span class="target">{labels.key.target}</span>
      <span class="fit">
        {fill(labels.key.fit, { activation: formulas[model.activation.value] })}
      </span>
      <span class="other">{labels.key.relu}</span>
      <span class="floor">{fill(labels.key.floor, { degree: model.degree.value })}</span>
    </p>
  );
}

function Curves({ id, model, labels, targets }: PartProps) {
  const preset = model.preset.value;
  const scale = presetScale(preset, { height: 320 });
  const { x } = model.samples.value;
  const fitted = model.fit.value.fitted[model.width.value];
  const { knots, values } = model.chain.value;
  const last = x.length - 1;
  const points = Array.from({ length: Math.ceil(last / STRIDE) + 1 }, (_, i) => {
    const s = Math.min(last, i * STRIDE);
    return [x[s], fitted[s]] as const;
  });
  const alt = fill(labels.alt.curves, {
    target: targets[preset.name] ?? '',
    width: model.width.value,
    activation: formulas[model.activation.value],
    degree: model.degree.value,
  });
  return (
    <Plane id={`${id}-curves`} scale={scale} alt={alt} xLabel="x" yLabel="y">
      <path class="fit-line target" d={targetPath(preset, scale)} />
      <path
        class="fit-line other"
        d={path(
          scale,
          Array.from(knots, (at, i) => [at, values[i]] as const),
        )}
      />
      <path class="fit-line fit" d={path(scale, points)} />
    </Plane>
  );
}

const chart = createLogScale({ x: [-0.1, 2.8], y: [-5.6, 0.6] });
const ticks = { x: doublings(WIDEST), y: powers(chart.yDomain) };

function Errors({ id, model, labels, targets }: PartProps) {
  const { rms } = model.fit.value;
  const width = model.width.value;
  const floor = model.floor.value;
  const reached = model.reached.value;
  const degree = model.degree.value;
  const relus = model.relus.value;
  const y = chart.y(powerOf(floor, chart));
  const { left, right, height, width: whole } = chart.frame;
  const alt = fill(labels.alt.errors, {
    target: targets[model.target.value] ?? '',
    activation: formulas[model.activation.value],
    floor: fixed(floor, 3),
    degree,
    relu: errorText(relus[relus.length - 1][1]),
  });
  return (
    <LogPlane
      id={`${id}-errors`}
      scale={chart}
      alt={alt}
      xTicks={ticks.x}
      yTicks={ticks.y}
      xLabel={labels.axes.width}
      yLabel={labels.axes.error}
      onPick={model.setWidth}
      over={
        <CountMark
          scale={chart}
          count={width}
          least={1}
          most={WIDEST}
          share={0.02}
          value={reached}
          label={labels.handle}
          valueText={fill(labels.handleValue, { width, reached: fixed(reached, 6) })}
          onMove={model.setWidth}
        />
      }
    >
      <path class="floor-ground" d={`M${left} ${short(y)}H${whole - right}V${height}H${left}Z`} />
      <path class="fit-line other" d={logPath(chart, relus)} />
      <path
        class="fit-line fit"
        d={logPath(
          chart,
          [...stops].map((count) => [count, rms[count]] as const),
        )}
      />
    </LogPlane>
  );
}

function Controls(props: PartProps & { readonly activations: Props['activations'] }) {
  const { model, labels, targets, activations } = props;
  const width = model.width.value;
  const stop = stops.findLastIndex((count) => count <= width);
  return (
    <>
      <Segments
        label={labels.activation}
        value={model.activation.value}
        options={names.map((name) => ({ value: name, label: activations[name] }))}
        onChange={model.setActivation}
      />
      <Slider
        label={labels.width}
        value={stop}
        min={0}
        max={stops.length - 1}
        step={1}
        valueText={String(width)}
        onInput={(next) => model.setWidth(stops[next])}
      />
      <Menu
        label={labels.target}
        value={model.target.value}
        options={targetNames.map((name) => ({ value: name, label: targets[name] ?? name }))}
        onChange={model.setTarget}
      />
    </>
  );
}
