// The first picture, drawn on the server: a sheet with two classes on it folds along two lines until
// one line parts them. live.ts moves it.
import type { ComponentChildren } from 'preact';
import type labelsFile from '../../../content/en/figures/hero.json';
import { fill, type SharedWords } from '../../ui/words.ts';
import { type HeroData, heroOf } from './model.ts';
import { type Attributes, inset, partsOf, sheetParts } from './parts.ts';
import { size } from './sheet.ts';
import { sentenceOf } from './words.ts';

interface Props {
  readonly labels: typeof labelsFile;
  readonly data: HeroData;
  readonly shared: SharedWords;
  /** Where the numbers of the points stand as a table. */
  readonly table: string;
}

const units = ['unit-1', 'unit-2'] as const;

export default function HeroView({ labels, data, shared, table }: Props) {
  const draw = heroOf(data);
  const [hero, flat] = [draw(1), draw(0)];
  if (!hero || !flat) throw new Error('the sheet can be folded from 0 to 1');
  const parts = partsOf(hero.drawing);
  const part = (name: string) => ({ ...parts[name], 'data-part': name });
  return (
    <>
      <svg
        class="hero-sheet"
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={labels.alt[hero.stage]}
      >
        <Mark id="hero-mark-a">
          <circle class="of-a" r="5" />
        </Mark>
        <Mark id="hero-mark-b">
          <path class="of-b" d="M0 -6.2L6.2 0L0 6.2L-6.2 0Z" />
        </Mark>
        <clipPath id="hero-frame">
          <rect width={size.width} height={size.height} rx="10" />
        </clipPath>
        <g clip-path="url(#hero-frame)" {...part('back')}>
          <path class="side-a" {...part('half-a')} />
          <path class="side-b" {...part('half-b')} />
          <path class="hero-strip" {...part('strip')} />
        </g>
        <g {...part('axes')}>
          <g transform={inset}>
            <Sheet part={(name) => sheetParts(flat.drawing)[name]} />
          </g>
          <path class="hero-crease unit-1" {...part('axis-0')} />
          <path class="hero-crease unit-2" {...part('axis-1')} />
          <Name k={0} {...part('axis-name-0')} text="h₁" />
          <Name k={1} {...part('axis-name-1')} text="h₂" />
        </g>
        <Sheet part={part} />
        <g {...part('names')}>
          <Name k={0} {...part('crease-name-0')} text="n₁ = 0" />
          <Name k={1} {...part('crease-name-1')} text="n₂ = 0" />
        </g>
        <g clip-path="url(#hero-frame)" {...part('front')}>
          <path class="hero-line" {...part('line')} />
        </g>
      </svg>
      <p class="hero-readout">{sentenceOf(labels, hero)}</p>
      <p class="visually-hidden" role="status" />
      <div class="hero-controls live-only">
        <label class="hero-fold">
          <span>{labels.fold}</span>
          <input
            type="range"
            min="0"
            max="100"
            step="1"
            value="100"
            autocomplete="off"
            aria-valuetext={fill(labels.percent, { percent: 100 })}
          />
        </label>
        <button type="button" class="button primary">
          {labels.unfold}
        </button>
      </div>
      <p class="fault" role="alert" />
      <div class="actions">
        <a href={table}>{shared.table}</a>
        <div class="action-buttons live-only">
          <button type="button">{shared.reset}</button>
          <button type="button">{shared.copyLink}</button>
          <button type="button">{shared.fullScreen}</button>
          <span role="status" class="copied" />
        </div>
      </div>
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

function Sheet({ part }: { readonly part: (name: string) => Attributes | undefined }) {
  return (
    <>
      {[0, 1, 2].map((k) => (
        <path key={k} class={`hero-face face-${k}`} {...part(`face-${k}`)} />
      ))}
      <path class="side-a" {...part('side-a')} />
      <path class="side-b" {...part('side-b')} />
      <path class="hero-grid" {...part('grid')} />
      {units.map((unit, k) => (
        <path key={unit} class={`hero-crease ${unit}`} {...part(`crease-${k}`)} />
      ))}
      <path class="hero-trace" {...part('trace')} />
      <path class="hero-points-b" {...part('points-b')} />
      <path class="hero-points-a" {...part('points-a')} />
    </>
  );
}

function Name({ k, text, ...place }: Attributes & { readonly k: 0 | 1; readonly text: string }) {
  return (
    <text class={`hero-name ${units[k]}`} text-anchor="middle" {...place}>
      {text}
    </text>
  );
}
