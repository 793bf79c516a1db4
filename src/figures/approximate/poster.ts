// Trained and searched at build by the worker's own code.
import { optimalCurve } from '../../core/approximation/curve.ts';
import { optimalNetwork } from '../../core/approximation/network.ts';
import { curveFit } from '../../training/jobs/fit.ts';
import type { Poster } from './model.ts';
import { presetProblem } from './problem.ts';
import type { Start } from './settings.ts';

/** Digits that are drawn or printed; the run itself is repeated in full before it goes on. */
const digits = 6;
const rounded = (values: Float64Array) =>
  Array.from(values, (value) => Number(value.toPrecision(digits)));

const known = new Map<Start, Poster>();

export function posterOf(start: Start): Poster {
  const before = known.get(start);
  if (before) return before;
  const { samples, dense } = presetProblem(start.target);
  const run = curveFit({ ...start, samples, dense: dense?.() ?? samples });
  for (let step = 0; step < start.step; step++) run.advance();
  while (!run.refresh?.(true));
  const { value } = run.show();
  const best = optimalNetwork(samples, optimalCurve(samples), start.width);
  const poster = {
    start,
    shown: { ...value, parameters: rounded(value.parameters), step: start.step },
    best: { ...best, parameters: rounded(best.parameters) },
  };
  known.set(start, poster);
  return poster;
}
