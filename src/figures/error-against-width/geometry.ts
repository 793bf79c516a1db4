// Where errors are in the chart.
import { short } from '../../ui/scale.ts';
import { DECADES, scale } from './settings.ts';
import type { Reading } from './slope.ts';
import type { Model } from './words.ts';

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

/** Slopes beside the ends of their lines, from above; closer than this they would overlap. */
const APART = 16;

export function slopeMarks({
  slopes,
  bounds,
  best,
  trained,
}: Pick<Model, 'slopes' | 'bounds' | 'best' | 'trained'>) {
  const ends = [
    { role: 'bound', slope: slopes.value.bound, end: bounds.value.at(-1) },
    { role: 'fit', slope: slopes.value.trained, end: trained.value.at(-1) },
    { role: 'optimum', slope: slopes.value.best, end: best.value.at(-1) },
  ];
  const marks = ends
    .flatMap(({ role, slope, end }) =>
      slope.kind === 'power' && end
        ? [{ role, exponent: slope.exponent, x: place(end)[0], y: place(end)[1] }]
        : [],
    )
    .sort((a, b) => a.y - b.y);
  for (let i = 1; i < marks.length; i++) marks[i].y = Math.max(marks[i].y, marks[i - 1].y + APART);
  return marks;
}
