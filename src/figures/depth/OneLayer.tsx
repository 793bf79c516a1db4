// The sawtooth and the nearest one layer comes to it, with x to move along.
import { Handle } from '../../ui/Handle.tsx';
import { Plane } from '../../ui/Plane.tsx';
import { createScale, short } from '../../ui/scale.ts';
import { fill, fixed } from '../../ui/words.ts';
import { chainPath, isBand, sawtoothPath } from './sawtooth.ts';
import type { Labels, Model } from './View.tsx';

interface Props {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
}

const scale = createScale({ height: 288, x: [0, 1], y: [-0.1, 1.1] });

export function OneLayer({ id, model, labels }: Props) {
  return (
    <Plane
      id={`${id}-one`}
      scale={scale}
      alt={altOf(model, labels)}
      xLabel="x"
      yLabel="y"
      over={<Cursor model={model} labels={labels} />}
    >
      <Target model={model} />
      <Fit model={model} />
    </Plane>
  );
}

function altOf(model: Model, labels: Labels): string {
  const units = model.budget.value;
  const { pieces } = model.count.value;
  const template =
    units === 0
      ? labels.shallow.altNone
      : units >= pieces
        ? labels.shallow.altAll
        : labels.shallow.alt;
  return fill(template, { pieces, units, followed: units, missed: pieces - units });
}

function Target({ model }: { readonly model: Model }) {
  const folds = model.folds.value;
  return (
    <path class={isBand(scale, folds) ? 'teeth band' : 'teeth'} d={sawtoothPath(scale, folds)} />
  );
}

function Fit({ model }: { readonly model: Model }) {
  const { knots, values } = model.fit.value;
  return <path class="fit-line" d={chainPath(scale, knots, values)} />;
}

function Cursor({ model, labels }: Omit<Props, 'id'>) {
  const x = model.x.value;
  const value = model.stages.value[model.folds.value] ?? 0;
  const fitted = model.fitted.value;
  const across = short(scale.x(x));
  return (
    <>
      <path class="fold-x" d={`M${across} ${short(scale.y(-0.1))}V${short(scale.y(1.1))}`} />
      <path class="miss" d={`M${across} ${short(scale.y(value))}V${short(scale.y(fitted))}`} />
      <circle class="fold-dot" cx={across} cy={short(scale.y(value))} r="4.5" />
      <circle class="fit-dot" cx={across} cy={short(scale.y(fitted))} r="4.5" />
      <Handle
        scale={scale}
        at={[x, -0.1]}
        label={labels.x}
        valueText={fill(labels.xValue, {
          x: fixed(x, 3),
          folds: model.folds.value,
          value: fixed(value, 2),
          units: model.budget.value,
          fitted: fixed(fitted, 2),
        })}
        step={0.005}
        onMove={([next]) => model.setX(next)}
      />
    </>
  );
}
