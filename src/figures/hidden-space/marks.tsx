// Marks that both planes of the figure share.
import type { MappedLine } from '../../core/hidden-space.ts';
import type { Place } from '../../ui/line.ts';
import { outline, type Scale, short } from '../../ui/scale.ts';

/** Path through x, y, …, in data coordinates. */
export function trail(scale: Scale, points: ArrayLike<number>, closed = false): string {
  let d = '';
  for (let k = 0; k < points.length; k += 2) {
    d += `${k === 0 ? 'M' : 'L'}${short(scale.x(points[k]))} ${short(scale.y(points[k + 1]))}`;
  }
  return closed ? `${d}Z` : d;
}

/** A mapped line, this share of the way from where it is to its image. */
export function carried(scale: Scale, { input, image }: MappedLine, share: number): string {
  return trail(
    scale,
    input.map((from, k) => from + (image[k] - from) * share),
  );
}

interface MixturesProps {
  readonly scale: Scale;
  /** The points mixed, of each class. */
  readonly ofA: readonly Place[];
  readonly ofB: readonly Place[];
  /** Where the mixtures meet; without it, only the points are ringed. */
  readonly common: Place | undefined;
}

/** The certificate that no line parts the classes. */
export function Mixtures({ scale, ofA, ofB, common }: MixturesProps) {
  return (
    <g class="certificate">
      <Mixture scale={scale} kind="of-a" places={ofA} joined={common !== undefined} />
      <Mixture scale={scale} kind="of-b" places={ofB} joined={common !== undefined} />
      {common && (
        <path
          class="common-point"
          d={`M${short(scale.x(common[0]))} ${short(scale.y(common[1]))}m-6 0h12m-6 -6v12m-6 -6a6 6 0 1 0 12 0a6 6 0 1 0 -12 0`}
        />
      )}
    </g>
  );
}

interface MixtureProps {
  readonly scale: Scale;
  readonly kind: string;
  readonly places: readonly Place[];
  readonly joined: boolean;
}

function Mixture({ scale, kind, places, joined }: MixtureProps) {
  return (
    <g class={`mixture ${kind}`}>
      {joined && <path class="mixed" d={outline(scale, places)} />}
      {places.map(([x, y], k) => (
        <circle key={k} class="used" cx={short(scale.x(x))} cy={short(scale.y(y))} r="9" />
      ))}
    </g>
  );
}
