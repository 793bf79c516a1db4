// A domain for an axis whose values move: round ends with room around, which change seldom.

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
