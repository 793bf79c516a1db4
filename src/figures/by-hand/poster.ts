// Where the reader starts, and what there is to beat, computed at build by the worker's own code.
import { optimalCurve } from '../../core/approximation/curve.ts';
import { optimalNetwork } from '../../core/approximation/network.ts';
import * as job from '../../training/jobs/widths.ts';
import { widthsInput } from '../../training/widths-methods.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import type { Poster } from './model.ts';
import { postedWidths, rival, type Start } from './settings.ts';

export const usual: Start = {
  target: 'sine',
  kind: 'kinks',
  material: 'sigmoid',
  steepness: 50,
  kinks: [-1, 0, -0.8, -0.7, -0.4, 0.8, 0, -0.3, 0.4, -0.6, 0.8, 0.6, 1, 0],
  // three of the six humps
  hats: [0, -1, -0.8, -0.6, -0.7, -0.6, -0.5, -0.2, 0.8, 0.1, 0.25, 0.4, 0.6],
  steps: [-0.5, -0.65, 1, -0.3, -1.1, 0.05, 1.2],
  bumps: [0, -0.65, -0.35, 0.7, 0.05, 0.3, 0.7, 0.4, 0.6, -0.6],
};

const rounded = (values: Iterable<number>) =>
  Array.from(values, (value) => Number(value.toPrecision(7)));

const known = new Map<Start, Poster>();

export function posterOf(start: Start): Poster {
  const before = known.get(start);
  if (before) return before;
  const { samples } = presetOf(start.target);
  const run = job.widths(widthsInput(samples, postedWidths, { ...rival, activation: 'relu' }));
  while (run.advance());
  const curve = optimalCurve(samples);
  const poster = {
    start,
    descent: rounded(run.show().value.rms),
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
