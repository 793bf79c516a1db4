// The best networks of all widths, searched at build by the worker's own code.
import { optimalCurve } from '../../core/approximation/curve.ts';
import { optimalNetwork } from '../../core/approximation/network.ts';
import type { OptimaPoster } from '../../training/optima.ts';
import { presetOf } from '../../ui/curves/presets.ts';
import { START } from './model.ts';

const rounded = (values: Iterable<number>, digits: number) =>
  Array.from(values, (value) => Number(value.toPrecision(digits)));

let known: OptimaPoster | undefined;

export function rootPoster(): OptimaPoster {
  if (known) return known;
  const { samples } = presetOf('squareRoot');
  const curve = optimalCurve(samples);
  const networks = curve.widths.map(({ width }) => optimalNetwork(samples, curve, width));
  known = {
    lowerBounds: rounded(
      curve.widths.map(({ lowerBound }) => lowerBound),
      7,
    ),
    rms: rounded(
      networks.map(({ rms }) => rms),
      7,
    ),
    width: START,
    // close kinks need every digit
    parameters: Array.from(networks[START].parameters),
  };
  return known;
}
