// The target, what each block does by itself, their sum, and the handles that change it.
import { useRef } from 'preact/hooks';
import { targets } from '../../core/approximation/targets.ts';
import { networkAt, targetPath } from '../../ui/curves/paths.ts';
import { presetScale } from '../../ui/curves/presets.ts';
import { errorPhrase } from '../../ui/errors.ts';
import { Handle, locate } from '../../ui/Handle.tsx';
import { Plane } from '../../ui/Plane.tsx';
import { type Scale, short } from '../../ui/scale.ts';
import { fill, fixed } from '../../ui/words.ts';
import { curvePath } from './curve-path.ts';
import { BASE, type Grip, REACH } from './kinds/kind.ts';
import { blocksText, gripText, type Labels, type Model, neuronsText } from './words.ts';

export interface DrawingProps {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly targets: Readonly<Record<string, string>>;
}

/** The margin on the right has room for the handle of the base level. */
const sizes = { width: 436, height: 372, left: 44, right: 28 };
/** How far right of the interval that handle stands, clear of the blocks' own. */
const BESIDE = 0.075;
/** CSS pixels a finger may slip in a tap. */
const SLIP = 8;

export function Drawing({ id, model, labels, targets: names }: DrawingProps) {
  const preset = model.preset.value;
  const scale = presetScale(preset, sizes);
  const activation = model.activation.value;
  const { rms, units } = model.score.value;
  const best = model.bestParameters.value;
  const alt = fill(labels.alt, {
    target: names[preset.name] ?? '',
    blocks: blocksText(model, labels),
    size: neuronsText(labels, units, activation),
    rms: errorPhrase(labels.below, rms),
    worst: errorPhrase(labels.below, model.worst.value.error),
  });
  return (
    <Plane
      id={id}
      scale={scale}
      alt={alt}
      xLabel="x"
      yLabel="y"
      over={[
        <BaseName key="name" scale={scale} model={model} labels={labels} />,
        ...model.grips.value.map((grip) => (
          <BlockHandle
            key={`${grip.block} ${grip.part}`}
            grip={grip}
            scale={scale}
            model={model}
            labels={labels}
          />
        )),
      ]}
    >
      <Ground scale={scale} model={model} />
      <Parts model={model} scale={scale} />
      <path class="fit-line target" d={targetPath(preset, scale)} />
      <path class="fit-line optimum" d={best ? curvePath('relu', best, scale) : ''} />
      <path class="fit-line fit" d={curvePath(activation, model.network.value.parameters, scale)} />
      <WorstMark model={model} scale={scale} />
    </Plane>
  );
}

/** A tap on an empty place puts a block there. */
function Ground({ scale, model }: { readonly scale: Scale; readonly model: Model }) {
  const from = useRef<readonly [number, number] | undefined>(undefined);
  const { width, height, left, right, top, bottom } = scale.frame;
  return (
    <rect
      class={model.full.value ? 'edit-ground full' : 'edit-ground'}
      x={left}
      y={top}
      width={width - left - right}
      height={height - top - bottom}
      onPointerDown={(event) => {
        from.current = event.button === 0 ? [event.clientX, event.clientY] : undefined;
      }}
      onPointerUp={(event) => {
        const [x, y] = from.current ?? [Number.NaN, 0];
        from.current = undefined;
        if (Math.hypot(event.clientX - x, event.clientY - y) <= SLIP)
          model.addAt(...locate(event, scale));
      }}
    />
  );
}

interface HandleProps {
  readonly grip: Grip;
  readonly scale: Scale;
  readonly model: Model;
  readonly labels: Labels;
}

function BlockHandle({ grip, scale, model, labels }: HandleProps) {
  const { block, part, x, y } = grip;
  const [low, high] = scale.yDomain;
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete' || event.key === 'Backspace') model.remove(block);
    else if (event.key === 'Home' || event.key === 'End') {
      const far = event.key === 'Home' ? -1 : 1;
      if (block === BASE) model.move(grip, x, far * REACH);
      else model.move(grip, far, y);
    } else return;
    event.preventDefault();
  };
  return (
    <Handle
      scale={scale}
      at={[x, y]}
      shownAt={[block === BASE ? 1 + BESIDE : x, Math.max(low, Math.min(high, y))]}
      label={gripText(model, labels, grip)}
      valueText={fill(labels.place, { x: fixed(x, 2), y: fixed(y, 2) })}
      step={0.01}
      kind={`${block === model.chosen.value ? 'round held' : 'round'} ${
        block === BASE ? 'base' : part === 'whole' ? '' : 'side'
      }`}
      onMove={([toX, toY]) => model.move(grip, toX, toY)}
      onKey={key}
      onFocus={() => model.choose(block)}
    />
  );
}

/** What the handle in the margin is called in the list of blocks and in the formula. */
function BaseName({ scale, model, labels }: Omit<HandleProps, 'grip'>) {
  if (!model.hasBase.value) return null;
  const [low, high] = scale.yDomain;
  const y = scale.y(Math.max(low, Math.min(high, model.values.value[0])));
  return (
    <text
      class="axis-name"
      x={short(scale.x(1 + BESIDE))}
      y={short(y - 16)}
      text-anchor="middle"
      aria-hidden="true"
    >
      {labels.baseShort}
    </text>
  );
}

interface LayerProps {
  readonly model: Model;
  readonly scale: Scale;
}

/** One path for all but the chosen block: where they lie on each other they are no darker. */
function Parts({ model, scale }: LayerProps) {
  const activation = model.activation.value;
  const chosen = model.chosen.value;
  const paths = model.alone.value.map((parameters) => curvePath(activation, parameters, scale));
  return (
    <>
      <path class="own-part" d={paths.filter((_, i) => i !== chosen).join('')} />
      <path class="own-part chosen" d={paths[chosen] ?? ''} />
    </>
  );
}

/** From the curve to the target where they are furthest apart. */
function WorstMark({ model, scale }: LayerProps) {
  const { at } = model.worst.value;
  const fit = networkAt(model.activation.value, model.network.value.parameters)(at);
  const wanted = targets[model.target.value].value(at);
  const [x, from, to] = [scale.x(at), scale.y(fit), scale.y(wanted)].map(short);
  return <path class="worst-mark" d={`M${x} ${from}V${to}`} />;
}
