// Left the curve, the dots and the chain that joins them; right what it misses at most, under the bounds.
import { useComputed, useModel } from '@preact/signals';
import type labelsFile from '../../../content/en/figures/joining-dots.json';
import { Menu, Slider } from '../../ui/controls.tsx';
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
import { errorText, NEGLIGIBLE } from '../../ui/errors.ts';
import { Plane } from '../../ui/Plane.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { path, short } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, joined, type SharedWords } from '../../ui/words.ts';
import { fields, JoiningDotsModel, MOST_PIECES, names } from './model.ts';

type Labels = typeof labelsFile;
type Model = InstanceType<typeof JoiningDotsModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly targets: Readonly<Record<string, string>>;
}

export default function JoiningDots({ id, labels, shared, targets }: Props) {
  const model = useModel(JoiningDotsModel);
  const link = useLink(id, fields, { target: model.target, pieces: model.pieces });
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => ({
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.readings.value.map(({ pieces, worst, bound, modulus }) => [
      pieces,
      errorText(worst),
      bound === undefined ? '–' : errorText(bound),
      errorText(modulus),
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
      controls={<Controls {...parts} />}
    >
      <div class="chart-pair">
        <Chain {...parts} />
        <Errors {...parts} />
      </div>
    </Shell>
  );
}

/** The figure in a sentence or two. */
export function readoutOf(model: Model, labels: Labels): string {
  const { pieces, worst, modulus, bound } = model.here.value;
  const words = labels.readout;
  const first =
    worst < NEGLIGIBLE
      ? fill(words.exact, { pieces })
      : fill(words.worst, { pieces, worst: errorText(worst) });
  const second =
    bound === undefined
      ? fill(words.promisedRough, { modulus: errorText(modulus) })
      : fill(words.promised, { modulus: errorText(modulus), bound: errorText(bound) });
  return joined(first, second);
}

interface PartProps {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly targets: Props['targets'];
}

function Chain({ id, model, labels, targets }: PartProps) {
  const preset = model.preset.value;
  const scale = presetScale(preset, { height: 320 });
  const { x, y, worst } = model.chain.value;
  const dots = Array.from(x, (at, i) => [at, y[i]] as const);
  const alt = fill(labels.alt.chain, {
    target: targets[preset.name] ?? '',
    pieces: model.pieces.value,
    dots: dots.length,
    at: fixed(worst.at, 2),
    worst: errorText(worst.error),
  });
  return (
    <Plane
      id={`${id}-chain`}
      scale={scale}
      alt={alt}
      xLabel="x"
      yLabel="y"
      over={dots.map(([at, value], i) => (
        <circle
          key={i}
          class="fit-dot"
          cx={short(scale.x(at))}
          cy={short(scale.y(value))}
          r="3.5"
        />
      ))}
    >
      <path class="fit-line target" d={targetPath(preset, scale)} />
      <path class="fit-line fit" d={path(scale, dots)} />
      <path
        class="miss"
        d={path(scale, [
          [worst.at, worst.curve],
          [worst.at, worst.chain],
        ])}
      />
    </Plane>
  );
}

const chart = createLogScale({ x: [-0.08, 1.88], y: [-4, 1.2] });
const ticks = { x: doublings(MOST_PIECES), y: powers(chart.yDomain) };

function Errors({ id, model, labels, targets }: PartProps) {
  const readings = model.readings.value;
  const { pieces, worst } = model.here.value;
  const last = readings[readings.length - 1];
  const alt = fill(labels.alt.errors, {
    target: targets[model.target.value] ?? '',
    first: errorText(readings[0].worst),
    last: errorText(last.worst),
  });
  const bounded = readings.flatMap((reading) =>
    reading.bound === undefined ? [] : [[reading.pieces, reading.bound] as const],
  );
  // beside its line, as high as there is room
  const named = bounded.find(([, bound]) => bound < 6);
  return (
    <LogPlane
      id={`${id}-errors`}
      scale={chart}
      alt={alt}
      xTicks={ticks.x}
      yTicks={ticks.y}
      xLabel={labels.axes.pieces}
      yLabel={labels.axes.error}
      onPick={model.setPieces}
      over={
        <>
          <text
            class="halo"
            x={short(chart.x(chart.xDomain[1]) - 6)}
            y={short(chart.y(powerOf(last.modulus, chart)) - 38)}
            text-anchor="end"
          >
            {labels.modulus}
          </text>
          {named && (
            <text
              class="halo"
              x={short(chart.x(Math.log10(named[0])) + 9)}
              y={short(chart.y(powerOf(named[1], chart)))}
            >
              {labels.bound}
            </text>
          )}
          <CountMark
            scale={chart}
            count={pieces}
            least={1}
            most={MOST_PIECES}
            value={worst}
            label={labels.handle}
            valueText={fill(labels.handleValue, { pieces, worst: errorText(worst) })}
            onMove={model.setPieces}
          />
        </>
      }
    >
      <path
        class="fit-line bound"
        d={logPath(
          chart,
          readings.map((r) => [r.pieces, r.modulus]),
        )}
      />
      <path class="fit-line bound" d={logPath(chart, bounded)} />
      <path
        class="fit-line fit"
        d={logPath(
          chart,
          readings.map((r) => [r.pieces, r.worst]),
        )}
      />
    </LogPlane>
  );
}

function Controls({ model, labels, targets }: PartProps) {
  return (
    <>
      <Slider
        label={labels.pieces}
        value={model.pieces.value}
        min={1}
        max={MOST_PIECES}
        step={1}
        onInput={model.setPieces}
      />
      <Menu
        label={labels.target}
        value={model.target.value}
        options={names.map((name) => ({ value: name, label: targets[name] ?? name }))}
        onChange={model.setTarget}
      />
    </>
  );
}
