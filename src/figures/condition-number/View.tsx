// Left the condition numbers over the width, right the error over the steps, in both coordinate systems.
import { useComputed, useModel } from '@preact/signals';
import type labelsFile from '../../../content/en/figures/condition-number.json';
import { Menu, Slider } from '../../ui/controls.tsx';
import { CountMark } from '../../ui/curves/CountMark.tsx';
import {
  createLogScale,
  doublings,
  LogPlane,
  logPath,
  powerOf,
  powers,
  superscript,
} from '../../ui/curves/LogPlane.tsx';
import { errorText } from '../../ui/errors.ts';
import { Shell } from '../../ui/Shell.tsx';
import { short } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, joined, plain, type SharedWords } from '../../ui/words.ts';
import {
  ConditionModel,
  type Conditions,
  fields,
  MOST_STEPS,
  names,
  STEP_DECADES,
  WIDEST,
  WITHIN,
} from './model.ts';

type Labels = typeof labelsFile;
type Model = InstanceType<typeof ConditionModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly targets: Readonly<Record<string, string>>;
  readonly conditions: Conditions;
}

export default function ConditionNumber({ id, labels, shared, targets, conditions }: Props) {
  const model = useModel(ConditionModel);
  const { target, width, steps } = model;
  const link = useLink(id, fields, { target, width, steps });
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => ({
    caption: fill(labels.table.caption, { width: width.value }),
    columns: labels.table.columns,
    rows: model.curves.value.relus
      .map(([count, error], i) => [
        largeText(count),
        errorText(error),
        errorText(model.curves.value.hats[i][1]),
      ])
      .filter((_, i) => i % 5 === 0),
  }));
  const parts = { id, model, labels, targets, conditions };
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
        <p class="fit-key" aria-hidden="true">
          <span class="fit">{labels.key.relus}</span>
          <span class="other">{labels.key.hats}</span>
          <span class="bound">{labels.key.least}</span>
        </p>
        <Ravines {...parts} />
        <Descents {...parts} />
      </div>
    </Shell>
  );
}

/** A count or a ratio to three figures; large ones with a power of ten. */
export function largeText(value: number): string {
  if (value < 100) return plain(Number(value.toPrecision(3)));
  if (value < 1e5) return plain(Number(value.toPrecision(3)));
  const power = Math.floor(Math.log10(value) + 1e-12);
  const front = Number((value / 10 ** power).toPrecision(3));
  return front === 1 ? `10${superscript(power)}` : `${front} × 10${superscript(power)}`;
}

/** The figure in words. */
export function readoutOf(model: Model, labels: Labels): string {
  const { relus, hats } = model.errors.value;
  const needed = model.needed.value;
  return joined(
    fill(labels.readout.after, {
      steps: largeText(model.steps.value),
      relus: errorText(relus),
      hats: errorText(hats),
      least: errorText(model.least.value),
    }),
    fill(labels.readout.needed, {
      within: 100 * WITHIN,
      width: model.width.value,
      relus: largeText(needed.relus),
      hats: largeText(needed.hats),
    }),
  );
}

interface PartProps {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly targets: Props['targets'];
  readonly conditions: Conditions;
}

const widths = createLogScale({ x: [-0.08, 1.88], y: [-0.9, 9] });
const widthTicks = { x: doublings(WIDEST), y: powers(widths.yDomain) };

function Ravines({ id, model, labels, conditions }: PartProps) {
  const { relus, hats } = conditions;
  const width = model.width.value;
  const condition = model.relus.value.condition;
  const place = [...relus.entries()].map(([i, value]) => [i + 1, value] as const);
  const hatPlace = [...hats.entries()].map(([i, value]) => [i + 1, value] as const);
  const words = { width, relus: largeText(condition), hats: largeText(model.hats.value.condition) };
  return (
    <LogPlane
      id={`${id}-ravines`}
      scale={widths}
      alt={fill(labels.alt.ravines, words)}
      xTicks={widthTicks.x}
      yTicks={widthTicks.y}
      xLabel={labels.axes.width}
      yLabel={labels.axes.condition}
      onPick={model.setWidth}
      over={
        <>
          <text
            class="halo of-other"
            x={short(widths.x(Math.log10(width)) + (width > 16 ? -10 : 10))}
            y={short(widths.y(0.6) - 14)}
            text-anchor={width > 16 ? 'end' : 'start'}
          >
            {words.hats}
          </text>
          <text
            class="halo of-fit"
            x={short(widths.x(Math.log10(width)) + (width > 16 ? -14 : 14))}
            y={short(widths.y(Math.log10(condition)) - (width > 16 ? 12 : -22))}
            text-anchor={width > 16 ? 'end' : 'start'}
          >
            {words.relus}
          </text>
          <CountMark
            scale={widths}
            count={width}
            least={1}
            most={WIDEST}
            value={condition}
            label={labels.widthHandle}
            valueText={fill(labels.widthValue, words)}
            onMove={model.setWidth}
          />
        </>
      }
    >
      <path class="fit-line fit" d={logPath(widths, place)} />
      <path class="fit-line other" d={logPath(widths, hatPlace)} />
    </LogPlane>
  );
}

const steps = createLogScale({ x: [-0.15, STEP_DECADES + 0.15], y: [-3.5, 0.5] });
const stepTicks = { x: powers([0, STEP_DECADES], 3), y: powers(steps.yDomain) };

function Descents({ id, model, labels, targets }: PartProps) {
  const { relus, hats } = model.curves.value;
  const errors = model.errors.value;
  const count = model.steps.value;
  const least = short(steps.y(powerOf(model.least.value, steps)));
  const { left, right, width } = steps.frame;
  const needed = model.needed.value;
  const words = {
    steps: largeText(count),
    relus: errorText(errors.relus),
    hats: errorText(errors.hats),
  };
  return (
    <LogPlane
      id={`${id}-descents`}
      scale={steps}
      alt={fill(labels.alt.descents, {
        target: targets[model.target.value] ?? '',
        within: 100 * WITHIN,
        relus: largeText(needed.relus),
        hats: largeText(needed.hats),
      })}
      xTicks={stepTicks.x}
      yTicks={stepTicks.y}
      xLabel={labels.axes.steps}
      yLabel={labels.axes.error}
      onPick={model.setSteps}
      over={
        <CountMark
          scale={steps}
          count={count}
          least={1}
          most={MOST_STEPS}
          share={0.1}
          value={errors.relus}
          label={labels.stepsHandle}
          valueText={fill(labels.stepsValue, words)}
          onMove={model.setSteps}
        />
      }
    >
      <path class="fit-line bound" d={`M${left} ${least}H${width - right}`} />
      <path class="fit-line fit" d={logPath(steps, relus)} />
      <path class="fit-line other" d={logPath(steps, hats)} />
    </LogPlane>
  );
}

function Controls({ model, labels, targets }: PartProps) {
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
      <Menu
        label={labels.target}
        value={model.target.value}
        options={names.map((name) => ({ value: name, label: targets[name] ?? name }))}
        onChange={model.setTarget}
      />
    </>
  );
}
