// The full form's own words: what theory guarantees, what cannot be passed, and what a straight network
// has come to.
import type articleFile from '../../../content/en/figures/approximate.json';
import type labFile from '../../../content/en/figures/approximate-lab.json';
import type targetFile from '../../../content/en/figures/approximate-target.json';
import { type ActivationName, activations } from '../../core/activations.ts';
import { bestLine, lineOf, polynomialFit } from '../../core/approximation/polynomial.ts';
import { errorPhrase, NEGLIGIBLE, negligibleText, significant, within } from '../../ui/errors.ts';
import { fill } from '../../ui/words.ts';
import type { Model } from './Chart.tsx';
import { guarantee } from './guarantee.ts';
import type { Lab } from './lab-model.ts';
import { readoutOf } from './words.ts';

export type LabLabels = typeof articleFile &
  typeof labFile & { readonly targeting: typeof targetFile };

/** How near the network comes; of data only the points are known, not what lies between them. */
export function labReadout(
  model: Lab,
  labels: LabLabels,
  names: Readonly<Record<ActivationName, string>>,
): string {
  const { kind } = model.targeting.sampled.value.target;
  return readoutOf(model, kind === 'data' ? { ...labels, ...labels.points } : labels, names);
}

export function guaranteeText(model: Model, labels: LabLabels): string {
  const { activation, parameters } = model.told.value;
  const width = (parameters.length - 1) / 3;
  const bound = guarantee(model.problem.value.samples, activation, width);
  if (bound === undefined) return labels.good.noGuarantee;
  const { scale } = model.problem.value.samples;
  // whatever is below what can be told from zero is within that
  const sized = (error: number) =>
    error < NEGLIGIBLE ? negligibleText(scale) : significant(error * scale);
  return fill(labels.good[activation === 'relu' ? 'relu' : 'sigmoid'][bound.by], {
    width,
    bound: sized(bound.size),
    variation: sized(bound.variation),
    turns: bound.turns,
  });
}

/** The floor of a polynomial activation, which no width gets below; nothing for the others. */
export function floorText(model: Model, labels: LabLabels): string {
  const { activation, rms } = model.told.value;
  const degree = activations[activation].polynomialDegree;
  if (degree === null) return '';
  const { samples } = model.problem.value;
  const { scale } = samples;
  const sixDigits = (error: number) =>
    error < NEGLIGIBLE ? errorPhrase(labels.below, 0, scale) : within(error * scale, [0, scale], 6);
  const floor = polynomialFit(samples, degree).rms[degree];
  return fill(labels.good.floor, { degree, floor: sixDigits(floor), rms: sixDigits(rms) });
}

/** Slope and intercept of a network of identities, at every step, beside the least-squares line's. */
export function lineText(model: Model, labels: LabLabels): string {
  if (model.told.value.activation !== 'identity') return '';
  const { parameters } = model.shown.value;
  const { samples } = model.problem.value;
  const [left, right] = samples.domain;
  const raw = ({ slope, intercept }: { readonly slope: number; readonly intercept: number }) => {
    const steepness = (samples.scale * 2) / (right - left);
    const middle = samples.centre + samples.scale * intercept;
    const atZero = middle - (slope * steepness * (left + right)) / 2;
    const size = within(Math.abs(atZero), [0, samples.scale], 4);
    const sign = atZero < 0 && Number(size) !== 0 ? '−' : '+';
    return `${within(slope * steepness, [0, steepness], 4)} x ${sign} ${size}`;
  };
  return fill(labels.good.line, { line: raw(lineOf(parameters)), best: raw(bestLine(samples)) });
}
