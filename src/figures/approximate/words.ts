// The figure in words: numbers as errors are set, what the network is worth, why it stopped.
import type labelsFile from '../../../content/en/figures/approximate.json';
import type { ActivationName } from '../../core/activations.ts';
import { toDomain } from '../../core/approximation/samples.ts';
import { errorPhrase, errorText, factor, NEGLIGIBLE, percent, within } from '../../ui/errors.ts';
import type { Table } from '../../ui/TableView.tsx';
import { fill, joined } from '../../ui/words.ts';
import type { Model } from './Chart.tsx';
import { heard, networkValues } from './geometry.ts';
import { scaledValue } from './problem.ts';
import { WIDEST_OPTIMUM } from './settings.ts';

export type Labels = typeof labelsFile;

/** How good the network on show is, never beyond what is proved. */
export function worthOf(model: Model, labels: Labels): string {
  const { best, told, problem } = model;
  const { activation, parameters, rms } = told.value;
  const words = labels.worth;
  const width = (parameters.length - 1) / 3;
  const { scale } = problem.value.samples;
  if (best.known.value && best.failed.value) return words.failed;
  if (!best.known.value) return fill(words.tooWide, { most: WIDEST_OPTIMUM });
  const network = best.network.value;
  if (!network || network.width !== width) return words.searching;
  const relu = activation === 'relu';
  const values = {
    width,
    activation: '',
    best: errorText(network.rms, scale),
    ratio: factor(rms / network.rms),
    within: percent(network.ratio - 1),
    inverse: factor(network.rms / rms),
  };
  if (network.rms < NEGLIGIBLE) {
    if (rms < NEGLIGIBLE) return fill(relu ? words.exact : words.exactOther, values);
    return fill(relu ? words.bestExact : words.bestExactOther, values);
  }
  const proof = fill(network.lowerBound > 0 ? words.proof : words.noProof, values);
  if (!relu) {
    return joined(fill(rms < network.rms ? words.otherBelow : words.other, values), proof);
  }
  if (rms < network.rms * (1 + 5e-4)) {
    if (network.lowerBound === 0) return fill(words.bestKnown, values);
    const within = percent(Math.max(0, rms / network.lowerBound - 1));
    return fill(words.bestProved, { ...values, within });
  }
  return joined(fill(words.relu, values), proof);
}

/** What the run is doing, or why it stopped. */
export function stateOf(model: Model, labels: Labels): string {
  const words = labels.state;
  const { state, restarted } = model.trainer;
  if (state.value === 'failed') return words.failed;
  const noted = (text: string) => (restarted.value ? joined(text, words.restarted) : text);
  const { status, step, rms } = model.told.value;
  if (model.running.value) {
    if (!model.settled.value) return noted(words.starting);
    return noted(model.catchingUp.value ? returning(model, labels) : words.running);
  }
  if (status === 'running') return noted(step === 0 ? words.ready : words.paused);
  // a run ends here whatever it was asked for
  return noted(status === 'target' && rms < NEGLIGIBLE ? words.exact : words[status]);
}

const returning = (model: Model, labels: Labels) =>
  fill(labels.state.returning, { step: model.step.value });

export function readoutOf(
  model: Model,
  labels: Labels,
  names: Readonly<Record<ActivationName, string>>,
): string {
  if (model.trainer.state.value === 'failed') return labels.state.failed;
  if (!model.settled.value) return labels.state.starting;
  if (model.catchingUp.value) return returning(model, labels);
  const { activation, rms, parameters } = model.told.value;
  const { scale } = model.problem.value.samples;
  const width = (parameters.length - 1) / 3;
  const start = fill(width === 1 ? labels.readoutOne : labels.readout, {
    width,
    activation: activation === 'identity' ? labels.identity : names[activation],
    rms: errorPhrase(labels.below, rms, scale),
  });
  return joined(start, worthOf(model, labels));
}

const ROWS = 21;

/** Values of the three curves at even places, in the reader's units. */
export function tableOf(model: Model, labels: Labels): Table {
  const { caption, columns } = labels.table;
  const { samples, window } = model.problem.value;
  const { activation, parameters } = model.told.value;
  const x = Float64Array.from({ length: ROWS }, (_, i) => (2 * i) / (ROWS - 1) - 1);
  const fitted = networkValues(activation, parameters, x);
  const network = model.best.network.value;
  const best = network && networkValues('relu', network.parameters, x);
  const raw = (scaled: number) =>
    Number.isFinite(scaled) ? within(samples.centre + samples.scale * scaled, window, 4) : '–';
  return {
    caption,
    columns,
    rows: Array.from(x, (unit, i) => [
      within(toDomain(unit, samples.domain), samples.domain),
      raw(scaledValue(model.problem.value, unit)),
      raw(fitted[i]),
      best ? raw(best[i]) : '–',
    ]),
  };
}

/** The two curves, for the ear. */
export function soundOf(model: Model, labels: Labels) {
  return {
    label: labels.listen,
    heard: () => {
      const { activation, parameters } = model.shown.value;
      return heard(model.problem.value, activation, parameters);
    },
  };
}
