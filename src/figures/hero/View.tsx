// The first picture: a sheet with two classes on it folds along two lines until one line parts them.
import { useComputed, useModel } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type labelsFile from '../../../content/en/figures/hero.json';
import { fill, fixed } from '../../ui/words.ts';
import { type Hero, type HeroData, HeroModel } from './model.ts';
import { type Place, type Scene, size } from './sheet.ts';
import { usePlay } from './use-play.ts';

interface Props {
  readonly labels: typeof labelsFile;
  readonly data: HeroData;
}

const units = ['unit-1', 'unit-2'] as const;

export default function HeroView({ labels, data }: Props) {
  const model = useModel(() => new HeroModel(data));
  const { svg, stop, toggle } = usePlay(model);
  const sentence = useComputed(() =>
    fill(labels.readout[model.stage.value], {
      slope: fixed(model.drawing.value.slope, 2),
      gap: fixed(model.drawing.value.strip?.gap ?? 0, 2),
    }),
  );
  const settled = useComputed(() => (model.playing.value ? '' : sentence.value));
  const alt = useComputed(() => `${labels.alt[model.stage.value]} ${sentence.value}`);
  const percent = Math.round(model.fold.value * 100);
  return (
    <>
      <svg
        ref={svg}
        class="hero-sheet"
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={alt}
      >
        <Drawing model={model} />
      </svg>
      <p class="hero-readout">{sentence}</p>
      <p class="visually-hidden" role="status">
        {settled}
      </p>
      <div class="hero-controls live-only">
        <label class="hero-fold">
          <span>{labels.fold}</span>
          <input
            type="range"
            min="0"
            max="100"
            step="1"
            value={percent}
            aria-valuetext={fill(labels.percent, { percent })}
            onPointerDown={stop}
            onKeyDown={stop}
            onInput={(event) => {
              stop();
              model.setFold(event.currentTarget.valueAsNumber / 100);
            }}
          />
        </label>
        <button type="button" class="button primary" onClick={toggle}>
          {model.playing.value ? labels.stop : model.fold.value < 1 ? labels.play : labels.unfold}
        </button>
      </div>
    </>
  );
}

function Drawing({ model }: { readonly model: Hero }) {
  const drawing = model.drawing.value;
  const { shown, slope } = drawing;
  return (
    <>
      <Mark id="hero-mark-a">
        <circle class="of-a" r="5" />
      </Mark>
      <Mark id="hero-mark-b">
        <path class="of-b" d="M0 -6.2L6.2 0L0 6.2L-6.2 0Z" />
      </Mark>
      <clipPath id="hero-frame">
        <rect width={size.width} height={size.height} rx="10" />
      </clipPath>
      <g clip-path="url(#hero-frame)" opacity={shown}>
        <path class="side-a" d={drawing.halfA} />
        <path class="side-b" d={drawing.halfB} />
        <path class="hero-strip" d={drawing.line} stroke-width={drawing.stripWidth.toFixed(1)} />
      </g>
      <g opacity={shown}>
        <g transform={`translate(${size.width * 0.5 - 85} 8) scale(.34)`}>
          <Sheet scene={model.flat.value} />
        </g>
        {drawing.axes.map((d, k) => (
          <path key={k} class={`hero-crease ${units[k]}`} d={d} />
        ))}
        <Names places={drawing.axisNames} names={['h₁', 'h₂']} shift={[4, 36]} />
      </g>
      <Sheet scene={drawing} />
      <g opacity={slope}>
        <Names places={drawing.creaseNames} names={['n₁ = 0', 'n₂ = 0']} shift={[14, 18]} />
      </g>
      <g clip-path="url(#hero-frame)" opacity={shown}>
        <path class="hero-line" d={drawing.line} />
      </g>
    </>
  );
}

/** A mark for every corner of a path: all points of a class are one path. */
function Mark({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <marker
      id={id}
      class="point"
      viewBox="-8 -8 16 16"
      markerWidth="16"
      markerHeight="16"
      markerUnits="userSpaceOnUse"
    >
      {children}
    </marker>
  );
}

function Sheet({ scene }: { readonly scene: Scene }) {
  return (
    <>
      {scene.faces.map((d, k) => (
        <path key={k} class={`hero-face face-${k}`} d={d} />
      ))}
      <path class="side-a" d={scene.sideA} />
      <path class="side-b" d={scene.sideB} />
      <path class="hero-grid" d={scene.grid} />
      {scene.creases.map((d, k) => (
        <path key={k} class={`hero-crease ${units[k]}`} d={d} />
      ))}
      <path class="hero-trace" d={scene.trace} />
      <path class="hero-points-b" d={scene.pointsB} />
      <path class="hero-points-a" d={scene.pointsA} />
    </>
  );
}

function Names(props: {
  readonly places: readonly Place[];
  readonly names: readonly string[];
  /** Of a name from its place; mirrored for the second. */
  readonly shift: Place;
}) {
  return props.places.map(([x, y], k) => (
    <text
      key={k}
      class={`hero-name ${units[k]}`}
      x={Math.round(x + (k ? -1 : 1) * props.shift[0])}
      y={Math.round(y + props.shift[1])}
      text-anchor="middle"
    >
      {props.names[k]}
    </text>
  ));
}
