// The target, the network, the best network, the bends of its units and the place of its worst error. The
// picture stretches with the page; words and numbers stay as they are, beside it. What moves while a network
// is trained lies in a sheet of its own, so that a frame does not paint the rest again.
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren, ComponentProps } from 'preact';
import { activations } from '../../core/activations.ts';
import { type Scale, short, ticks } from '../../ui/scale.ts';
import { fill, plain } from '../../ui/words.ts';
import {
  HEIGHT,
  networkPath,
  networkValues,
  rawWindow,
  rugPath,
  targetPath,
  WIDTH,
  windowOf,
} from './geometry.ts';
import type { Approximation } from './model.ts';
import { type Problem, scaledValue } from './problem.ts';
import type { Labels } from './words.ts';

export interface Model extends Approximation {
  readonly problem: ReadonlySignal<Problem>;
  /** The target as it is being drawn, where it can be. */
  readonly drawn?: ReadonlySignal<Problem>;
}

interface Props {
  readonly model: Model;
  readonly labels: Labels;
  readonly alt: string;
  /** Names of the axes, with units, where the reader's data have them. */
  readonly axes?: readonly string[];
  /** Layers between the target and the network. */
  readonly under?: ComponentChildren;
  /** What lies over the picture: sheets, or what is placed in per cent. */
  readonly over?: ComponentChildren;
}

export function Chart(props: Props) {
  const { model, labels, alt, under, over, axes = labels.chart.axes } = props;
  const scale = windowOf(model.problem.value);
  return (
    <div class={model.settled.value ? 'chart' : 'chart stale'}>
      <Sheet role="img" aria-label={alt}>
        <Ground model={model} scale={scale} />
        {under}
        <Target model={model} />
        <Best model={model} scale={scale} />
      </Sheet>
      <Sheet class="chart-sheet chart-moves" aria-hidden="true">
        <Fit model={model} scale={scale} />
        <Rug model={model} scale={scale} />
      </Sheet>
      <Ticks model={model} scale={scale} />
      <span class="axis-x" aria-hidden="true">
        {axes[0]}
      </span>
      <span class="axis-y" aria-hidden="true">
        {axes[1]}
      </span>
      <span class="chart-outside start" aria-hidden="true">
        {labels.chart.outside}
      </span>
      <span class="chart-outside end" aria-hidden="true">
        {labels.chart.outside}
      </span>
      <Worst model={model} labels={labels} scale={scale} />
      {over}
    </div>
  );
}

/** A picture in the chart's units, stretched; one over another is painted apart from it. */
export const Sheet = (props: ComponentProps<'svg'>) => (
  <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" {...props} />
);

interface LayerProps {
  readonly model: Model;
  readonly scale: Scale;
}

const across = (x: number) => `${short((x / WIDTH) * 100)}%`;
const down = (y: number) => `${short((y / HEIGHT) * 100)}%`;

/** Tick values with their places in the picture. */
function placed(window: readonly [number, number], size: number, upward: boolean, count: number) {
  const [low, high] = window;
  return ticks(window, count).map((tick) => {
    const share = (tick - low) / (high - low);
    return { tick, place: (upward ? 1 - share : share) * size };
  });
}

function Ground({ model, scale }: LayerProps) {
  const raw = rawWindow(scale, model.problem.value);
  const [left, right] = [scale.x(-1), scale.x(1)];
  const grid = [
    ...placed(raw.x, WIDTH, false, 6).map(({ place }) => `M${short(place)} 0V${HEIGHT}`),
    ...placed(raw.y, HEIGHT, true, 5).map(({ place }) => `M0 ${short(place)}H${WIDTH}`),
  ];
  return (
    <>
      <path
        class="chart-beyond"
        d={`M0 0H${left}V${HEIGHT}H0ZM${right} 0H${WIDTH}V${HEIGHT}H${right}Z`}
      />
      <path class="grid" d={grid.join('')} />
      <path class="chart-edge" d={`M${left} 0V${HEIGHT}M${right} 0V${HEIGHT}`} />
    </>
  );
}

function Ticks({ model, scale }: LayerProps) {
  const raw = rawWindow(scale, model.problem.value);
  return (
    <div aria-hidden="true">
      {placed(raw.x, WIDTH, false, 6).map(({ tick, place }) => (
        <span key={`x${tick}`} class="tick-x" style={{ left: across(place) }}>
          {plain(tick)}
        </span>
      ))}
      {placed(raw.y, HEIGHT, true, 5).map(({ tick, place }) => (
        <span key={`y${tick}`} class="tick-y" style={{ top: down(place) }}>
          {plain(tick)}
        </span>
      ))}
    </div>
  );
}

/** In the window of its own values: what is being drawn lies under the pen. */
function Target({ model }: Pick<LayerProps, 'model'>) {
  const problem = (model.drawn ?? model.problem).value;
  return <path class="curve target" d={targetPath(problem, windowOf(problem))} />;
}

function Fit({ model, scale }: LayerProps) {
  const { activation, parameters } = model.shown.value;
  return (
    <path class="curve fit" d={networkPath(activation, parameters, scale, !model.running.value)} />
  );
}

function Best({ model, scale }: LayerProps) {
  const network = model.best.network.value;
  return (
    <path class="curve optimum" d={network ? networkPath('relu', network.parameters, scale) : ''} />
  );
}

function Rug({ model, scale }: LayerProps) {
  const { activation, parameters } = model.shown.value;
  const bent = activations[activation].polynomialDegree !== 1;
  return <path class="rug" d={bent ? rugPath(parameters, scale, 16) : ''} />;
}

/** From the target to the network where they are furthest apart. */
function Worst({ model, labels, scale }: LayerProps & { readonly labels: Labels }) {
  const { activation, parameters, measured } = model.told.value;
  if (!measured) return null;
  const { at } = measured.worst;
  const here = scaledValue(model.problem.value, at);
  const there = networkValues(activation, parameters, Float64Array.of(at))[0];
  const inside = (y: number) => Math.max(0, Math.min(HEIGHT, y));
  const [top, bottom] = [scale.y(here), scale.y(there)].map(inside).sort((a, b) => a - b);
  if (!(bottom - top > 4)) return null;
  return (
    <span
      class={at > 0.6 ? 'worst left' : 'worst'}
      style={{ left: across(scale.x(at)), top: down(top), height: down(bottom - top) }}
      aria-hidden="true"
    >
      <span>{fill(labels.chart.worst, {})}</span>
    </span>
  );
}
