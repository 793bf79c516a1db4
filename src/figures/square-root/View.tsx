// Left both chains over √|x| with a rug of their kinks each; right their errors over the width.
import { useComputed, useModel } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type labelsFile from '../../../content/en/figures/square-root.json';
import type { OptimaPoster } from '../../training/optima.ts';
import { watchPresence } from '../../training/presence.ts';
import { Check, Slider } from '../../ui/controls.tsx';
import { CountMark } from '../../ui/curves/CountMark.tsx';
import { functionPath } from '../../ui/curves/function-path.ts';
import { createLogScale, doublings, LogPlane, logPath, powers } from '../../ui/curves/LogPlane.tsx';
import { bends, networkAt } from '../../ui/curves/paths.ts';
import { errorText, factor, percent } from '../../ui/errors.ts';
import { Plane } from '../../ui/Plane.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { createScale, path, type Scale, short } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, joined, type SharedWords } from '../../ui/words.ts';
import { fields, RootModel, WIDEST } from './model.ts';

type Labels = typeof labelsFile;
type Model = InstanceType<typeof RootModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly poster: OptimaPoster;
}

export default function SquareRoot({ id, labels, shared, poster }: Props) {
  const model = useModel(() => new RootModel(poster));
  const link = useLink(id, fields, { width: model.width, close: model.close });
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    model.wake();
    return root.current ? watchPresence(root.current, model.look) : undefined;
  }, []);
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => ({
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.even.value.map(([width, even], i) => [
      width,
      errorText(even),
      errorText(model.free.value[i][1]),
      errorText(poster.lowerBounds[width]),
    ]),
  }));
  const parts = { id, model, labels };
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls {...parts} />}
    >
      <div class="chart-pair" ref={root}>
        <p class="fit-key" aria-hidden="true">
          <span class="target">√|x|</span>
          <span class="fit">{labels.key.even}</span>
          <span class="optimum">{labels.key.free}</span>
        </p>
        <Chains {...parts} />
        <Errors {...parts} />
      </div>
    </Shell>
  );
}

/** The figure in words. */
export function readoutOf(model: Model, labels: Labels): string {
  const width = model.width.value;
  const { even, free, lowerBound } = model.here.value;
  const words = labels.readout;
  const first = fill(width === 1 ? words.one : words.many, {
    width,
    even: errorText(even),
    free: errorText(free),
    ratio: factor(even / free),
  });
  const proof = fill(words.proved, { within: percent(free / lowerBound - 1) });
  const text = joined(first, proof);
  if (model.network.value) return text;
  return joined(text, model.failed.value ? words.failed : words.searching);
}

interface PartProps {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
}

const whole = createScale({ height: 320, x: [-1, 1], y: [-0.2, 1.1] });
const near = createScale({ height: 320, x: [-0.1, 0.1], y: [-0.07, 0.385] });

function Chains({ id, model, labels }: PartProps) {
  const scale = model.close.value ? near : whole;
  const { knots, values } = model.chain.value;
  const network = model.network.value;
  const kinks = network ? bends(network) : [];
  const { left } = scale.frame;
  return (
    <Plane
      id={`${id}-chains`}
      scale={scale}
      alt={fill(network ? labels.alt.chains : labels.alt.even, { width: model.width.value })}
      xLabel="x"
      yLabel="y"
      over={
        <text class="halo" x={left + 7} y={short(rugAt(scale, 0) - 7)}>
          {labels.kinks}
        </text>
      }
    >
      <path class="fit-line target" d={rootPath(scale)} />
      <path
        class="fit-line fit"
        d={path(
          scale,
          Array.from(knots, (at, i) => [at, values[i]] as const),
        )}
      />
      {network && (
        <path class="fit-line optimum" d={functionPath(scale, networkAt('relu', network), kinks)} />
      )}
      <path class="knot-rug fit" d={rugPath(scale, knots, 0)} />
      <path class="knot-rug optimum" d={rugPath(scale, kinks, 1)} />
    </Plane>
  );
}

/** Points ever closer towards the point at 0. */
function rootPath(scale: Scale): string {
  const [, right] = scale.xDomain;
  const half = Array.from({ length: 41 }, (_, i) => (right * (i * i)) / 1600);
  const places = [...half.map((x) => -x).reverse(), ...half.slice(1)];
  return path(
    scale,
    places.map((x) => [x, Math.sqrt(Math.abs(x))] as const),
  );
}

/** Rows of strokes above the lower edge, one for each chain. */
const rugAt = ({ frame }: Scale, row: number) => frame.height - frame.bottom - 22 + row * 11;

function rugPath(scale: Scale, places: Iterable<number>, row: number): string {
  const y = short(rugAt(scale, row));
  return Array.from(places, (x) => `M${short(scale.x(x))} ${y}v8`).join('');
}

const chart = createLogScale({ x: [-0.08, 1.88], y: [-4.6, -0.3] });
const ticks = { x: doublings(WIDEST), y: powers(chart.yDomain) };

function Errors({ id, model, labels }: PartProps) {
  const width = model.width.value;
  const { even, free } = model.here.value;
  const last = WIDEST - 1;
  const alt = fill(labels.alt.errors, {
    first: errorText(model.even.value[0][1]),
    even: errorText(model.even.value[last][1]),
    free: errorText(model.free.value[last][1]),
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
        <>
          <LineName at={model.even.value[last - 1]} text={labels.odd} dy={-32} />
          <LineName at={model.even.value[last]} text={labels.evenNumber} dy={20} />
          <CountMark
            scale={chart}
            count={width}
            least={1}
            most={WIDEST}
            value={even}
            label={labels.handle}
            valueText={fill(labels.handleValue, {
              width,
              even: errorText(even),
              free: errorText(free),
            })}
            onMove={model.setWidth}
          />
        </>
      }
    >
      <path
        class="fit-line fit"
        d={logPath(
          chart,
          model.even.value.filter(([count]) => count % 2 === 0),
        )}
      />
      <path
        class="fit-line fit"
        d={logPath(
          chart,
          model.even.value.filter(([count]) => count % 2 === 1),
        )}
      />
      <path class="fit-line optimum" d={logPath(chart, model.free.value)} />
    </LogPlane>
  );
}

interface NameProps {
  readonly at: readonly [number, number];
  readonly text: string;
  readonly dy: number;
}

/** What is written at the right end of a line. */
function LineName({ at: [, error], text, dy }: NameProps) {
  return (
    <text
      class="halo of-fit"
      x={short(chart.x(chart.xDomain[1]) - 5)}
      y={short(chart.y(Math.log10(error)) + dy)}
      text-anchor="end"
    >
      {text}
    </text>
  );
}

function Controls({ model, labels }: PartProps) {
  return (
    <>
      <Slider
        label={labels.width}
        value={model.width.value}
        min={1}
        max={WIDEST}
        step={1}
        onInput={model.setWidth}
      />
      <Check label={labels.close} checked={model.close.value} onChange={model.setClose} />
    </>
  );
}
