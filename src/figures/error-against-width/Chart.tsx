// The chart: guaranteed, trained, best and proved errors over all widths, and the width picked, which can be
// dragged, moved by keys, or chosen by a click.
import type { ComponentChildren } from 'preact';
import { errorPhrase } from '../../ui/errors.ts';
import { Handle, locate } from '../../ui/Handle.tsx';
import { AxisNames } from '../../ui/Plane.tsx';
import { short } from '../../ui/scale.ts';
import { fill, fixed, joined } from '../../ui/words.ts';
import { bracketPath, level, linePath, place, slopeMarks } from './geometry.ts';
import { scale, WIDEST_BEST } from './settings.ts';
import { type Labels, type Model, type Names, slopeText } from './words.ts';

interface Props {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly names: Names;
  readonly targets: Readonly<Record<string, string>>;
  readonly children?: ComponentChildren;
}

const { width, height, left, right, top, bottom } = scale.frame;

export function Chart({ id, model, labels, names, targets, children }: Props) {
  return (
    <div class="log-chart">
      {children}
      <svg
        class="log-live"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={altOf(model, labels, names, targets)}
      >
        <clipPath id={`${id}-log-clip`}>
          <rect x={left} y={top} width={width - left - right} height={height - top - bottom + 4} />
        </clipPath>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the handle does the same by keys */}
        <rect
          class="pick-ground"
          x={left}
          y={top}
          width={width - left - right}
          height={height - top - bottom}
          onClick={(event) => model.setWidth(2 ** locate(event, scale)[0])}
        />
        <g clip-path={`url(#${id}-log-clip)`} class="log-lines">
          <Bracket model={model} />
          <Bound model={model} />
          <Best model={model} />
          <Trained model={model} />
        </g>
        <AxisNames frame={scale.frame} x={labels.axes.width} y={labels.axes.error} />
        <Slopes model={model} labels={labels} />
        <Pick model={model} labels={labels} />
      </svg>
    </div>
  );
}

function altOf(model: Model, labels: Labels, names: Names, targets: Props['targets']): string {
  const first = model.best.value[0];
  const last = model.best.value.at(-1);
  const said = (rms: number) => errorPhrase(labels.below, rms);
  const falls = last
    ? fill(labels.altFalls, { first: said(first.rms), last: said(last.rms) })
    : labels.altSearching;
  return [
    fill(labels.alt, { target: targets[model.target.value] ?? '' }),
    falls,
    slopeText(model, labels, names[model.activation.value]),
    labels.altBound,
  ].reduce(joined);
}

interface LayerProps {
  readonly model: Model;
}

function Bracket({ model }: LayerProps) {
  return <path class="bracket-area" d={bracketPath(model.best.value)} />;
}

function Bound({ model }: LayerProps) {
  return <path class="fit-line bound" d={linePath(model.bounds.value)} />;
}

function Best({ model }: LayerProps) {
  return <path class="fit-line optimum" d={linePath(model.best.value)} />;
}

function Trained({ model }: LayerProps) {
  const readings = model.trained.value;
  return (
    <>
      <path class="fit-line fit" d={linePath(readings)} />
      {readings.map((reading) => {
        const [x, y] = place(reading);
        return <circle key={reading.width} class="fit-dot" cx={short(x)} cy={short(y)} r="4" />;
      })}
    </>
  );
}

/** Measured slopes, beside the ends of their lines. */
function Slopes({ model, labels }: LayerProps & { readonly labels: Labels }) {
  return (
    <>
      <text class="axis-name" x={width - 2} y={top - 8} text-anchor="end" aria-hidden="true">
        {labels.slopes.heading}
      </text>
      {slopeMarks(model).map(({ role, exponent, x, y }) => (
        <text
          key={role}
          class={`slope ${role}`}
          x={short(x + 8)}
          y={short(y + 4)}
          aria-hidden="true"
        >
          {fixed(exponent, 1)}
        </text>
      ))}
    </>
  );
}

function Pick({ model, labels }: LayerProps & { readonly labels: Labels }) {
  const units = model.width.value;
  const { best, bound } = model.here.value;
  const rms = best?.rms ?? bound.rms;
  const words = units > WIDEST_BEST ? labels.handleWide : labels.handleValue;
  const x = Math.log2(units);
  return (
    <>
      <path class="pick-line" d={`M${short(scale.x(x))} ${top}V${height - bottom}`} />
      <Handle
        scale={scale}
        at={[x, level(rms)]}
        label={labels.handle}
        valueText={fill(words, { width: units, rms: errorPhrase(labels.below, rms) })}
        // one arrow key is one unit, whatever the width
        step={Math.log2((units + 1) / units)}
        onMove={([to]) => model.setWidth(2 ** to)}
        onKey={(event) => {
          if (event.key === 'Home') model.setWidth(1);
          else if (event.key === 'End') model.setWidth(Number.POSITIVE_INFINITY);
          else return;
          event.preventDefault();
        }}
      />
    </>
  );
}
