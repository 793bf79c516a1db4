// The figure in words: the width looked at, how the errors fall, and what the training is doing.

import type labelsFile from '../../../content/en/figures/error-against-width.json';
import type { ActivationName } from '../../core/activations.ts';
import { methods } from '../../training/widths-methods.ts';
import { errorPhrase, errorText, factor, NEGLIGIBLE, percent } from '../../ui/errors.ts';
import type { Table } from '../../ui/TableView.tsx';
import { fill, fixed, joined } from '../../ui/words.ts';
import type { ErrorModel } from './model.ts';
import { WIDEST_BEST } from './settings.ts';
import type { Slope } from './slope.ts';

export type Labels = typeof labelsFile;
export type Names = Readonly<Record<ActivationName, string>>;
export type Model = InstanceType<typeof ErrorModel>;

/** Errors this near are printed as one time the other. */
const ALIKE = 1.005;

/** The width on show: the best, what is proved of it, and the trained network beside it. */
export function hereText(model: Model, labels: Labels, name: string): string {
  const { best, trained } = model.here.value;
  const width = model.width.value;
  const words = labels.here;
  if (width > WIDEST_BEST) {
    const bound = fill(words.guaranteed, { width, rms: errorText(model.here.value.bound.rms) });
    if (!trained) return bound;
    return joined(
      bound,
      fill(words.trained, { name, rms: errorPhrase(labels.below, trained.rms) }),
    );
  }
  if (!best) return fill(words.searching, { width });
  const { rms, lowerBound } = best;
  const exact = rms < NEGLIGIBLE;
  const proof =
    lowerBound > 0
      ? fill(words.proved, { within: percent(rms / lowerBound - 1) })
      : words.notProved;
  const first = exact
    ? fill(words.exact, { width })
    : joined(fill(words.best, { width, rms: errorText(rms) }), proof);
  if (!trained) return first;
  const below = trained.rms < rms;
  const times = below ? rms / trained.rms : trained.rms / rms;
  const ratio = factor(times);
  const compared =
    times < ALIKE ? words.trainedAlike : below ? words.trainedBelow : words.trainedTimes;
  const second = exact || trained.rms < NEGLIGIBLE ? words.trained : compared;
  return joined(first, fill(second, { name, rms: errorPhrase(labels.below, trained.rms), ratio }));
}

export function slopeText(model: Model, labels: Labels, name: string): string {
  const { best, trained } = model.slopes.value;
  const words = labels.slopes;
  const said = (slope: Slope) =>
    slope.kind === 'power'
      ? fill(words.power, { exponent: fixed(slope.exponent, 1) })
      : words[slope.kind];
  return fill(words.both, { name, best: said(best), trained: said(trained) });
}

export function stateText(model: Model, labels: Labels): string {
  const words = labels.state;
  if (model.failed.value) return words.failed;
  const note = model.restarted.value ? words.restarted : '';
  const state = model.running.value ? words.running : model.over.value ? words.done : words.paused;
  const text = fill(state, { share: Math.round(100 * model.share.value) });
  return note ? joined(text, note) : text;
}

export function tableOf(model: Model, labels: Labels): Table {
  const trained = new Map(model.trained.value.map(({ width, rms }) => [width, rms]));
  const dash = (value: number | undefined) => (value === undefined ? '–' : errorText(value));
  const best = new Map(model.best.value.map((reading) => [reading.width, reading]));
  return {
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.bounds.value.map(({ width, rms }) => [
      width,
      dash(best.get(width)?.lowerBound),
      dash(best.get(width)?.rms),
      dash(trained.get(width)),
      errorText(rms),
    ]),
  };
}

/** The full widget with the network of this width, at its start: the fragment it is restored from. */
export function widgetLink(widget: string, model: Model): string {
  const { recycle } = methods[model.trainer.value];
  const parts = [
    widget,
    `target=${model.target.value}`,
    `width=${model.width.value}`,
    `activation=${model.activation.value}`,
    `seed=${model.seed.value}`,
    `trainer=0.${model.trainer.value}${recycle ? '.r' : ''}`,
    'step=0',
  ];
  return `#${parts.join('~')}`;
}
