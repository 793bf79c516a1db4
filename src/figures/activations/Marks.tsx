// What is drawn on and beside the curves: limits of the range, tangent, kinks and jumps, names.
import type { Activation } from '../../core/activations.ts';
import { path, short } from '../../ui/scale.ts';
import { beside } from './curve.ts';
import { scale } from './window.ts';

/** Half the length of the tangent drawn, in units. */
const tangentReach = 1.1;

/** The limits of the range, where finite. */
export function Limits({ range }: Pick<Activation, 'range'>) {
  const { left, right, width } = scale.frame;
  const d = range
    .filter(Number.isFinite)
    .map((limit) => `M${left} ${short(scale.y(limit))}H${width - right}`)
    .join('');
  return <path class="limits" d={d} />;
}

interface TangentProps {
  readonly z: number;
  readonly value: number;
  readonly slope: number;
}

export function Tangent({ z, value, slope }: TangentProps) {
  const across = tangentReach / Math.sqrt(1 + slope * slope);
  const ends = [-across, across].map((step) => [z + step, value + step * slope] as const);
  return <path class="tangent" d={path(scale, ends)} />;
}

/** A ring at a kink; at a jump a full dot where the value is and an open one where it is not. */
export function Breaks({ entry }: { readonly entry: Activation }) {
  const dot = (z: number, y: number, kind: string) => (
    <circle class={kind} r="4" cx={short(scale.x(z))} cy={short(scale.y(y))} />
  );
  return (
    <>
      {entry.kinks.map((z) => dot(z, entry.value(z), 'break open'))}
      {entry.jumps.map((z) => {
        const sides = [entry.value(z - beside), entry.value(z + beside)];
        return <>{sides.map((y) => dot(z, y, y === entry.value(z) ? 'break' : 'break open'))}</>;
      })}
    </>
  );
}

/** Places to write a name, the best first; near 1.5 there is the cursor to begin with. */
const places = [2.6, -2.6, -1.6, 1.6, 0.8, -0.8];
/** Least distance, in units, between a named curve and the frame or the other curve. */
const clear = 0.55;

interface NamesProps {
  readonly entry: Activation;
  readonly name: string;
  readonly slopeName: string;
}

export function Names({ entry: { value, derivative }, name, slopeName }: NamesProps) {
  return (
    <>
      <Name of={value} other={derivative} kind="value-name" text={name} />
      <Name of={derivative} other={value} kind="slope-name" text={slopeName} />
    </>
  );
}

interface NameProps {
  readonly of: (z: number) => number;
  readonly other: (z: number) => number;
  readonly kind: string;
  readonly text: string;
}

function Name({ of, other, kind, text }: NameProps) {
  const [low, high] = scale.yDomain;
  const fits = (z: number) =>
    of(z) > low + clear && of(z) < high - clear && Math.abs(of(z) - other(z)) > clear;
  const z = places.find(fits) ?? places[0];
  const above = of(z) >= other(z);
  const falls = of(z + 0.2) < of(z - 0.2);
  const steep = Math.abs(of(z + 0.2) - of(z - 0.2)) > 0.1;
  const anchor = !steep ? 'middle' : falls === above ? 'start' : 'end';
  const y = Math.max(
    scale.frame.top + 14,
    Math.min(scale.y(low) - 6, scale.y(of(z)) + (above ? -9 : 19)),
  );
  return (
    <text
      class={`halo ${kind}`}
      x={short(scale.x(z))}
      y={short(y)}
      text-anchor={anchor}
      aria-hidden="true"
    >
      {text}
    </text>
  );
}
