// Trained and searched at build by the worker's own code.
import { optimalCurve } from '../../core/approximation/curve.ts';
import { optimalNetwork } from '../../core/approximation/network.ts';
import { widths } from '../../training/jobs/widths.ts';
import { widthsInput } from '../../training/widths-methods.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import type { Poster } from './model.ts';
import { type Start, trainedWidths, WIDEST_BEST, widerWidths } from './settings.ts';

/** Digits that are drawn or printed; a run is repeated in full before it goes on. */
const rounded = (values: Iterable<number>, digits: number) =>
  Array.from(values, (value) => Number(value.toPrecision(digits)));

const known = new Map<Start, Poster>();

export function posterOf(start: Start): Poster {
  const before = known.get(start);
  if (before) return before;
  const { samples } = presetOf(start.target);
  const run = widths({
    ...widthsInput(samples, trainedWidths, start),
    wider: widerWidths[start.trainer],
  });
  let step = 1;
  while (run.advance()) step++;
  const { value } = run.show();
  const curve = optimalCurve(samples);
  const networks = Array.from({ length: WIDEST_BEST + 1 }, (_, width) =>
    optimalNetwork(samples, curve, width),
  );
  const poster = {
    start,
    shown: {
      step,
      rms: rounded(value.rms, 6),
      status: value.status,
      over: value.over,
      parameters: value.parameters.map((each, i) =>
        rounded(each, i < trainedWidths.length ? 8 : 6),
      ),
    },
    optima: {
      lowerBounds: rounded(
        curve.widths.map(({ lowerBound }) => lowerBound),
        7,
      ),
      rms: rounded(
        networks.map(({ rms }) => rms),
        7,
      ),
      width: start.width,
      parameters: rounded(networks[start.width].parameters, 8),
    },
  };
  known.set(start, poster);
  return poster;
}
