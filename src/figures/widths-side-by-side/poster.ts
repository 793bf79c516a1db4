// Trained and searched at build by the worker's own code.
import { optimalCurve } from '../../core/approximation/curve.ts';
import { optimalNetwork } from '../../core/approximation/network.ts';
import * as job from '../../training/jobs/widths.ts';
import { widthsInput } from '../../training/widths-methods.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import type { Poster } from './model.ts';
import { type Start, widths } from './settings.ts';

/** Digits that are drawn or printed; the run is repeated in full before it goes on. */
const rounded = (values: Iterable<number>, digits: number) =>
  Array.from(values, (value) => Number(value.toPrecision(digits)));

const known = new Map<Start, Poster>();

export function posterOf(start: Start): Poster {
  const before = known.get(start);
  if (before) return before;
  const { samples } = presetOf(start.target);
  const run = job.widths(widthsInput(samples, widths, start));
  for (let step = 0; step < start.step; step++) run.advance();
  const { value } = run.show();
  const curve = optimalCurve(samples);
  const poster = {
    start,
    shown: {
      step: start.step,
      rms: rounded(value.rms, 6),
      status: value.status,
      over: value.over,
      parameters: value.parameters.map((each) => rounded(each, 8)),
    },
    optima: {
      lowerBounds: rounded(
        curve.widths.map(({ lowerBound }) => lowerBound),
        7,
      ),
      rms: rounded(
        curve.widths.map(({ width }) => optimalNetwork(samples, curve, width).rms),
        7,
      ),
      width: 0,
      parameters: [],
    },
  };
  known.set(start, poster);
  return poster;
}
