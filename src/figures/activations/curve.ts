// Points of a function's graph, in pieces: from kink to kink or jump to jump, two points where it is
// straight and many where it is not.
import type { Activation } from '../../core/activations.ts';
import { path, type Scale } from '../../ui/scale.ts';

type Place = readonly [x: number, y: number];

/** How far beside a break the value and slope on that side are read. */
export const beside = 1e-9;

interface GraphOptions {
  readonly f: (z: number) => number;
  /** Where pieces end, in ascending order. */
  readonly breaks: readonly number[];
  readonly straight: boolean;
  readonly from: number;
  readonly to: number;
  /** Points of a curved graph. */
  readonly samples: number;
}

function graph({ f, breaks, straight, from, to, samples }: GraphOptions): readonly Place[][] {
  const ends = [...breaks.filter((at) => at > from && at < to), to];
  let start = from;
  return ends.map((end) => {
    const count = straight ? 1 : Math.ceil((samples * (end - start)) / (to - from));
    const [first, last] = [start > from ? start + beside : start, end < to ? end - beside : end];
    const piece = Array.from({ length: count + 1 }, (_, i): Place => {
      const z = first + ((last - first) * i) / count;
      return [z, f(z)];
    });
    start = end;
    return piece;
  });
}

/** Path of σ (or, with `slope`, of σ′) across the window of `scale`. */
export function curve(
  { value, derivative, kinks, jumps, piecewiseLinear }: Activation,
  scale: Scale,
  samples: number,
  slope = false,
): string {
  const [from, to] = scale.xDomain;
  const pieces = graph({
    f: slope ? derivative : value,
    breaks: [...kinks, ...jumps].sort((a, b) => a - b),
    straight: piecewiseLinear,
    from,
    to,
    samples,
  });
  return pieces.map((piece) => path(scale, piece)).join('');
}
