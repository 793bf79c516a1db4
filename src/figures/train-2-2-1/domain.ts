// Axes for values that move: round ends with room around, which change seldom.
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Place } from '../../ui/line.ts';
import { createScale, type Scale } from '../../ui/scale.ts';

/** The least span; values that are all the same still get an axis. */
const leastSpan = 0.5;
/** Room on each side, as a share of the span. */
const room = 0.08;

/** Multiples of a round step around all values; [−1, 1] for none. */
export function domainOf(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [-1, 1];
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  const half = Math.max(leastSpan, Math.max(...values) - Math.min(...values)) * (0.5 + room);
  const power = 10 ** Math.floor(Math.log10(half));
  const step = power * (half / power < 2 ? 0.5 : half / power < 5 ? 1 : 2);
  const round = (value: number) => Number((value * step).toPrecision(6));
  return [round(Math.floor((middle - half) / step)), round(Math.ceil((middle + half) / step))];
}

/** A scale with room for all places; the same one as long as its domains are. */
export function steadyScale(places: () => readonly Place[]): ReadonlySignal<Scale> {
  // as text, so that equal domains are one value and nothing that reads the scale is drawn anew
  const domains = computed(() => {
    const list = places();
    return [0, 1].map((axis) => domainOf(list.map((place) => place[axis])).join()).join(' ');
  });
  return computed(() => {
    const [[x0, x1], [y0, y1]] = domains.value
      .split(' ')
      .map((domain) => domain.split(',').map(Number));
    return createScale({ x: [x0, x1], y: [y0, y1] });
  });
}
