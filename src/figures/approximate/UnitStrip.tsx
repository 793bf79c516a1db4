// Each unit's part of the sum, under the chart and in line with it; one of them can be looked at, by
// pointer along the bends or by arrow keys.
import { useComputed } from '@preact/signals';
import { activations } from '../../core/activations.ts';
import { toDomain } from '../../core/approximation/samples.ts';
import { within } from '../../ui/errors.ts';
import { type Scale, short } from '../../ui/scale.ts';
import { fill, fixed, joined } from '../../ui/words.ts';
import { Sheet } from './Chart.tsx';
import { abscissae, HEIGHT, REACH, scaleOf, through, WIDTH } from './geometry.ts';
import type { Lab } from './lab-model.ts';
import type { LabLabels } from './lab-words.ts';
import { partOf, slopeJump, type Unit, unitsOf } from './units.ts';

/** More lines than this are a blot. */
const MOST_LINES = 128;
/** Points a smooth part is drawn through. */
const POINTS = 60;

interface Props {
  readonly model: Lab;
  readonly labels: LabLabels;
}

const range = ({ problem }: Lab) => {
  const { window, samples } = problem.value;
  return (window[1] - window[0]) / samples.scale;
};

export function UnitStrip({ model, labels }: Props) {
  const units = useComputed(() => {
    const { activation, parameters } = model.told.value;
    return unitsOf(activation, parameters, range(model));
  });
  const chosen = useComputed(() => units.value[model.unit.value - 1]);
  return (
    <section class="unit-strip">
      <p class="strip-title">{labels.units.title}</p>
      <Parts model={model} units={units} chosen={chosen} labels={labels} />
      <p class="unit-words">
        <Words model={model} labels={labels} units={units} chosen={chosen} />
      </p>
    </section>
  );
}

interface PartProps extends Props {
  readonly units: { readonly value: readonly Unit[] };
  readonly chosen: { readonly value: Unit | undefined };
}

/** Values of the parts from least to greatest, on the interval. */
function stripScale(activation: Parameters<typeof partOf>[0], parameters: Float64Array): Scale {
  const width = (parameters.length - 1) / 3;
  let low = 0;
  let high = 0;
  for (let unit = 0; unit < width; unit++) {
    const part = partOf(activation, parameters, unit);
    for (const x of [-1, 0, 1]) {
      low = Math.min(low, part(x));
      high = Math.max(high, part(x));
    }
  }
  const room = (high - low) * 0.08 || 1;
  return scaleOf(low - room, high + room);
}

/** Abscissae in sight where a unit turns, however steep it is. */
const turn = ([weight, bias]: Float64Array) =>
  Array.from({ length: 17 }, (_, i) => (i - 8) / (2 * Math.abs(weight)) - bias / weight).filter(
    (at) => Math.abs(at) < REACH,
  );

function partPath(
  activation: Parameters<typeof partOf>[0],
  parameters: Float64Array,
  unit: number,
  scale: Scale,
  exactly = false,
) {
  const width = (parameters.length - 1) / 3;
  const own = Float64Array.of(
    ...[unit, width + unit, 2 * width + unit].map((k) => parameters[k]),
    0,
  );
  const all = abscissae(activation, own);
  const stride = Math.max(1, Math.floor(all.length / POINTS));
  const even = all.filter((_, i) => i % stride === 0 || i === all.length - 1);
  const x = exactly ? Float64Array.of(...even, ...turn(own)).sort() : even;
  return through(scale, x, x.map(partOf(activation, parameters, unit)), 0, x.length);
}

function Parts({ model, labels, units, chosen }: PartProps) {
  const { activation, parameters } = model.told.value;
  const scale = stripScale(activation, parameters);
  const list = units.value;
  const lines =
    list.length > MOST_LINES
      ? ''
      : list.map(({ index }) => partPath(activation, parameters, index, scale)).join('');
  const unit = chosen.value;
  const choose = (event: { currentTarget: HTMLElement; clientX: number }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = (((event.clientX - box.left) / box.width) * 2 - 1) * REACH;
    let nearest = 0;
    list.forEach(({ bend }, i) => {
      if (Math.abs(bend - at) < Math.abs(list[nearest].bend - at)) nearest = i;
    });
    model.chooseUnit(nearest + 1);
  };
  const step = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: model.unit.value - 1,
      ArrowRight: model.unit.value + 1,
      ArrowDown: model.unit.value - 1,
      ArrowUp: model.unit.value + 1,
      Home: 1,
      End: list.length,
      Escape: 0,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    model.chooseUnit(Math.max(event.key === 'Escape' ? 0 : 1, Math.min(list.length, to)));
    event.preventDefault();
  };
  const ofState = (state: Unit['state']) =>
    list
      .filter((each) => each.state === state && Math.abs(each.bend) < REACH)
      .map(({ bend }) => `M${short(scale.x(bend))} ${HEIGHT}v-40`)
      .join('');
  return (
    <div
      class="strip"
      role="slider"
      tabIndex={0}
      aria-label={labels.units.choose}
      aria-valuemin={0}
      aria-valuemax={list.length}
      aria-valuenow={Math.min(model.unit.value, list.length)}
      aria-valuetext={wordsOf(model, labels, unit)}
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse') choose(event);
      }}
      onPointerDown={choose}
      onKeyDown={step}
    >
      <Sheet aria-hidden="true">
        <path class="chart-edge" d={`M${scale.x(-1)} 0V${HEIGHT}M${scale.x(1)} 0V${HEIGHT}`} />
        <path class="chart-edge" d={`M0 ${short(scale.y(0))}H${WIDTH}`} />
        <path class="part" d={lines} />
        <path class="rug" d={ofState('working')} />
        <path class="rug idle" d={ofState('straight') + ofState('silent')} />
        <path
          class="part chosen"
          d={unit ? partPath(activation, parameters, unit.index, scale, true) : ''}
        />
      </Sheet>
    </div>
  );
}

function wordsOf(model: Lab, labels: LabLabels, unit: Unit | undefined): string {
  const words = labels.units;
  if (!unit) return words.none;
  const { activation, parameters } = model.told.value;
  const { domain, scale } = model.problem.value.samples;
  const jump = slopeJump(activation, unit);
  const values = {
    number: model.unit.value,
    count: (parameters.length - 1) / 3,
    bend: within(toDomain(unit.bend, domain), domain),
    weight: fixed(unit.weight, 3),
    bias: fixed(unit.bias, 3),
    height: fixed(unit.height, 3),
    jump: jump === undefined ? '' : fixed(jump, 2),
  };
  const bends = Number.isFinite(unit.bend) && activations[activation].polynomialDegree !== 1;
  const start = fill(bends ? words.chosen : words.chosenStraight, values);
  const bent = jump === undefined ? '' : ` ${fill(words.jump, values)}`;
  const scaled = domain[0] !== -1 || domain[1] !== 1 || scale !== 1;
  const said = joined(`${start}${bent}`, words.states[unit.state]);
  return scaled ? joined(said, words.scaled) : said;
}

function Words({ model, labels, units, chosen }: PartProps) {
  const count = (state: Unit['state']) => units.value.filter((unit) => unit.state === state).length;
  const counts = fill(labels.units.counts, {
    working: count('working'),
    straight: count('straight'),
    silent: count('silent'),
  });
  return (
    <>
      {counts} <span>{wordsOf(model, labels, chosen.value)}</span>
    </>
  );
}
