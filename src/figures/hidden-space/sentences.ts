// What the figure says in words about its state.
import type labelsFile from '../../../content/en/figures/hidden-space.json';
import { fill, fixed, joined } from '../../ui/words.ts';
import type { HiddenSpace } from './model.ts';

export type Labels = typeof labelsFile;

export const gapDigits = 3;
const gapText = (gap: number) => fixed(gap, gapDigits);

/** Whether one line suffices; in the full figure, also how ReLU and tanh compare. */
export function readout(model: HiddenSpace, labels: Labels, name: string, full: boolean): string {
  if (model.asked.value) return labels.asked;
  const verdict = verdictOf(model, labels, name, full);
  const { kind } = model.current.value.separation;
  return full && kind !== 'empty' ? joined(verdict, comparison(model, labels)) : verdict;
}

function verdictOf(model: HiddenSpace, labels: Labels, name: string, full: boolean): string {
  const words = labels.readout;
  const { gap, relativeGap } = model.current.value;
  const certificate = model.certificate.value;
  if (certificate) {
    const { input, image } = certificate;
    const h = { h1: fixed(image[0], 2), h2: fixed(image[1], 2) };
    if (!input) return fill(words.meet, { name, ...h });
    return fill(words.carried, { x1: fixed(input[0], 3), x2: fixed(input[1], 3), ...h });
  }
  if (!model.strip.value) return words.empty;
  return fill(full ? words.line : words.linePlain, {
    name,
    gap: gapText(gap),
    relative: fixed(relativeGap, 3),
  });
}

function comparison(model: HiddenSpace, labels: Labels): string {
  const [relu, tanh] = [model.relu.value, model.tanh.value];
  const which = relu.gap > 0 ? (tanh.gap > 0 ? 'both' : 'relu') : tanh.gap > 0 ? 'tanh' : 'neither';
  return fill(labels.compare[which], {
    relu: gapText(relu.gap),
    tanh: gapText(tanh.gap),
    ratio: fixed(tanh.gap / relu.gap, 2),
    relativeRatio: fixed(tanh.relativeGap / relu.relativeGap, 2),
  });
}

/** What the drawing of the input plane shows. */
export function inputAlt(model: HiddenSpace, labels: Labels): string {
  const { input } = labels;
  const certificate = model.certificate.value;
  const more = model.strip.value
    ? input.cut
    : certificate
      ? input[certificate.input ? 'carried' : 'used']
      : '';
  return fill(input.alt, { total: model.editor.points.value.length, more });
}

/** What the plane on the right is called, on its way from the input to the hidden plane. */
export function planeName(morph: number, labels: Labels): string {
  if (morph === 0) return labels.input.name;
  if (morph === 1) return labels.hidden.name;
  return fill(labels.hidden.between, { percent: Math.round(morph * 100) });
}

/** What its drawing shows. */
export function hiddenAlt(model: HiddenSpace, labels: Labels): string {
  const { hidden } = labels;
  const strip = model.strip.value;
  const more = model.asked.value
    ? ''
    : strip
      ? fill(hidden.line, { gap: gapText(strip.gap) })
      : hidden[model.certificate.value ? 'meet' : 'empty'];
  return fill(hidden.alt, { name: planeName(model.share.value, labels), more });
}
