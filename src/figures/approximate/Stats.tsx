// The numbers always in view: steps, time, and the error in three ways.
import type { ComponentChildren } from 'preact';
import { toDomain } from '../../core/approximation/samples.ts';
import { errorText, significant } from '../../ui/errors.ts';
import { fill, fixed, plain } from '../../ui/words.ts';
import type { Model } from './Chart.tsx';
import type { Labels } from './words.ts';

interface Props {
  readonly model: Model;
  readonly labels: Labels;
}

export function Stats({ model, labels }: Props) {
  const { rms, measured } = model.told.value;
  const { samples, dense } = model.problem.value;
  const { scale, domain } = samples;
  const words = labels.stats;
  // of a new network that is wide, they are found a moment later
  const at = measured ? significant(toDomain(measured.worst.at, domain)) : '–';
  const sized = (error: number | undefined) =>
    error === undefined ? '–' : errorText(error, scale);
  const entries = [
    [words.rms, errorText(rms, scale)],
    // data say nothing between their points
    [words.dense, dense ? sized(measured?.rms) : '–'],
    [fill(words.worst, { at }), sized(measured?.worst.error)],
    [words.steps, plain(model.shown.value.step)],
    [words.time, fill(words.seconds, { seconds: fixed(model.seconds.value, 1) })],
  ] as const;
  return (
    <dl class="stats">
      {entries.map(([name, value], i) => (
        <div key={i}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What each line style means; after them, those of marks that one form alone has. */
export function Key({
  model,
  labels,
  children,
}: Props & { readonly children?: ComponentChildren }) {
  const { curves } = labels.chart;
  return (
    <p class="chart-key" aria-hidden="true">
      <span class="key target">{curves.target}</span>
      <span class="key fit">{curves.fit}</span>
      {model.best.known.value && <span class="key optimum">{curves.optimum}</span>}
      <span class="key kinks">{curves.kinks}</span>
      {children}
    </p>
  );
}
