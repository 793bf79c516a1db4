// The band around the target that some network of the width is guaranteed to stay in.
import { targetPath, windowOf } from './geometry.ts';
import { guarantee } from './guarantee.ts';
import type { Lab } from './lab-model.ts';

/** Whether it is to be drawn, and is known for the activation on show. */
export const isBanded = ({ band, problem, shown }: Lab) =>
  band.value && guarantee(problem.value.samples, shown.value.activation, 1) !== undefined;

export function Band({ model }: { readonly model: Lab }) {
  const problem = model.problem.value;
  const { activation } = model.shown.value;
  const bound = guarantee(problem.samples, activation, model.width.value);
  if (!isBanded(model) || bound === undefined) return null;
  const scale = windowOf(problem);
  const by = bound.size * problem.samples.scale;
  const shifted = (shift: number) =>
    targetPath({ ...problem, value: (x) => problem.value(x) + shift }, scale);
  return <path class="curve bound" d={shifted(by) + shifted(-by)} />;
}
