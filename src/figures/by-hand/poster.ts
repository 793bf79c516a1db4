// Where the reader starts, and what there is to beat, computed at build by the worker's own code.
import { optimalCurve } from '../../core/approximation/curve.ts';
import { optimalNetwork } from '../../core/approximation/network.ts';
import * as job from '../../training/jobs/widths.ts';
import { methods, widthsInput } from '../../training/widths-methods.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import { type Poster, rival, type Start, widths } from './model.ts';

export const usual: Start = {
  target: 'sine',
  knots: [-1, 0, -0.8, -0.7, -0.4, 0.8, 0, -0.3, 0.4, -0.6, 0.8, 0.6, 1, 0],
};

const rounded = (values: Iterable<number>) =>
  Array.from(values, (value) => Number(value.toPrecision(7)));

const known = new Map<Start, Poster>();

export function posterOf(start: Start): Poster {
  const before = known.get(start);
  if (before) return before;
  const { samples } = presetOf(start.target);
  const run = job.widths(widthsInput(samples, widths, rival));
  while (run.advance());
  const { value } = run.show();
  const curve = optimalCurve(samples);
  const poster = {
    start,
    descent: {
      step: methods[rival.trainer].budget,
      rms: rounded(value.rms),
      status: value.status,
      parameters: [],
    },
    optima: {
      lowerBounds: rounded(curve.widths.map(({ lowerBound }) => lowerBound)),
      rms: rounded(curve.widths.map(({ width }) => optimalNetwork(samples, curve, width).rms)),
      width: 0,
      parameters: [],
    },
  };
  known.set(start, poster);
  return poster;
}
