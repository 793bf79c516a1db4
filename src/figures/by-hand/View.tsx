// The chain with its knots over the target, the score, and the two challenges.
import { useComputed, useModel } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type labelsFile from '../../../content/en/figures/by-hand.json';
import { watchPresence } from '../../training/presence.ts';
import { Button, Menu } from '../../ui/controls.tsx';
import { targetPath } from '../../ui/curves/paths.ts';
import { presetScale } from '../../ui/curves/presets.ts';
import { errorText, factor, NEGLIGIBLE } from '../../ui/errors.ts';
import { Handle } from '../../ui/Handle.tsx';
import { Plane } from '../../ui/Plane.tsx';
import { Shell } from '../../ui/Shell.tsx';
import { path } from '../../ui/scale.ts';
import { useLink } from '../../ui/use-link.ts';
import { fill, fixed, joined, type SharedWords } from '../../ui/words.ts';
import { ByHandModel, CLOSE, fields, MOST_KNOTS, type Poster, targetNames } from './model.ts';

type Labels = typeof labelsFile;
type Model = InstanceType<typeof ByHandModel>;

interface Props {
  readonly id: string;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly targets: Readonly<Record<string, string>>;
  readonly poster: Poster;
}

const sizes = { width: 400, height: 320 };

export default function ByHand({ id, labels, shared, targets, poster }: Props) {
  const model = useModel(() => new ByHandModel(poster));
  const link = useLink(id, fields, { target: model.target, knots: model.values });
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    model.wake();
    return root.current ? watchPresence(root.current, model.look) : undefined;
  }, []);
  const readout = useComputed(() => readoutOf(model, labels));
  const table = useComputed(() => ({
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.knots.value.map(({ x, y }) => [fixed(x, 3), fixed(y, 3)]),
  }));
  return (
    <Shell
      id={id}
      shared={shared}
      link={link}
      readout={readout}
      table={table}
      controls={<Controls model={model} labels={labels} targets={targets} />}
    >
      <div class="by-hand" ref={root}>
        <Drawing id={id} model={model} labels={labels} targets={targets} />
        <Score model={model} labels={labels} />
      </div>
    </Shell>
  );
}

export function readoutOf(model: Model, labels: Labels): string {
  const { rms, units, best, enough } = model.score.value;
  const first = fill(units === 1 ? labels.readoutOne : labels.readout, {
    units,
    rms: errorText(rms),
  });
  if (best === undefined) return joined(first, labels.searching);
  if (best < NEGLIGIBLE) return joined(first, labels.exact);
  const ratio = fill(labels.ratio, { ratio: factor(rms / best), best: errorText(best) });
  const fewer =
    enough !== undefined && enough < units ? fill(labels.enough, { units: enough }) : '';
  return fewer ? joined(joined(first, ratio), fewer) : joined(first, ratio);
}

interface PartProps {
  readonly model: Model;
  readonly labels: Labels;
}

function Drawing(props: PartProps & { readonly id: string; readonly targets: Props['targets'] }) {
  const { id, model, labels, targets } = props;
  const preset = model.preset.value;
  const scale = presetScale(preset, sizes);
  const knots = model.knots.value;
  const { rms, units } = model.score.value;
  const alt = fill(labels.alt, {
    target: targets[preset.name] ?? '',
    knots: knots.length,
    units,
    rms: errorText(rms),
  });
  const [low, high] = scale.yDomain;
  return (
    <Plane
      id={id}
      scale={scale}
      alt={alt}
      xLabel="x"
      yLabel="y"
      over={knots.map(({ x, y }, i) => (
        <Handle
          key={i}
          scale={scale}
          at={[x, y]}
          shownAt={[x, Math.max(low, Math.min(high, y))]}
          label={fill(labels.knot, { number: i + 1, count: knots.length })}
          valueText={fill(labels.place, { x: fixed(x, 2), y: fixed(y, 2) })}
          step={0.01}
          onMove={([toX, toY]) => model.move(i, toX, toY)}
          onFocus={() => model.choose(i)}
        />
      ))}
    >
      <path class="fit-line target" d={targetPath(preset, scale)} />
      <path
        class="fit-line fit"
        d={path(
          scale,
          knots.map(({ x, y }) => [x, y] as const),
        )}
      />
    </Plane>
  );
}

function Score({ model, labels }: PartProps) {
  const { rms, units, best, descent } = model.score.value;
  const words = labels.score;
  const text = (value: number | undefined) => (value === undefined ? '…' : errorText(value));
  const beaten = descent !== undefined && rms < descent;
  const close = best !== undefined && rms <= Math.max(best * CLOSE, NEGLIGIBLE);
  return (
    <div class="by-hand-score">
      <dl>
        <dt>{fill(words.yours, { units })}</dt>
        <dd>{errorText(rms)}</dd>
        <dt>{words.descent}</dt>
        <dd>{text(descent)}</dd>
        <dt>{words.best}</dt>
        <dd>{text(best)}</dd>
      </dl>
      <p class={beaten ? 'goal met' : 'goal'}>
        {beaten ? '✓' : '○'} {beaten ? words.beaten : words.beat}
      </p>
      <p class={close ? 'goal met' : 'goal'}>
        {close ? '✓' : '○'} {fill(close ? words.closeMet : words.close, { times: CLOSE })}
      </p>
    </div>
  );
}

function Controls(props: PartProps & { readonly targets: Props['targets'] }) {
  const { model, labels, targets } = props;
  const count = model.knots.value.length - 2;
  return (
    <>
      <Button onClick={model.add} disabled={count >= MOST_KNOTS}>
        {labels.add}
      </Button>
      <Button onClick={model.remove} disabled={count === 0}>
        {labels.remove}
      </Button>
      <Menu
        label={labels.target}
        value={model.target.value}
        options={targetNames.map((name) => ({ value: name, label: targets[name] ?? name }))}
        onChange={model.setTarget}
      />
    </>
  );
}
