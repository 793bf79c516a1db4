// Where errors are in the chart.
import { short } from '../../ui/scale.ts';
import type { Reading } from './model.ts';
import { DECADES, scale } from './settings.ts';

const [LOW, HIGH] = DECADES;

/** Powers of ten, held within the chart. */
export const level = (rms: number) =>
  rms > 0 ? Math.max(LOW, Math.min(HIGH, Math.log10(rms))) : LOW;

export const place = ({ width, rms }: Reading) =>
  [scale.x(Math.log2(width)), scale.y(level(rms))] as const;

export function linePath(readings: readonly Reading[]): string {
  return readings
    .map(place)
    .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`)
    .join('');
}

/** Between the proved bound and the best found. */
export function bracketPath(readings: readonly (Reading & { readonly lowerBound: number })[]) {
  if (readings.length === 0) return '';
  const back = [...readings]
    .reverse()
    .map(({ width, lowerBound }) => place({ width, rms: lowerBound }))
    .map(([x, y]) => `L${short(x)} ${short(y)}`);
  return `${linePath(readings)}${back.join('')}Z`;
}
