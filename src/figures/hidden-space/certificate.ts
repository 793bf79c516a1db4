// Why no line parts the images: a point that is a mixture of each class. An affine map carries
// mixtures along, so there the certificate of the input plane is used, and seen in both planes.
import type { PlanePoint } from '../../core/datasets.ts';
import { type HiddenLayer, hiddenImage } from '../../core/hidden-space.ts';
import { type ConvexWeight, type Separation, separate } from '../../core/separability.ts';
import type { Place } from '../../ui/line.ts';
import { coordinatesOf } from '../../ui/plane-data.ts';

export interface Certificate {
  /** Common point of the hulls in the hidden plane. */
  readonly image: Place;
  /** The point that goes there, if the mixtures are the same in the input plane. */
  readonly input: Place | undefined;
  /** Indices, among all points, of the points mixed. */
  readonly ofA: readonly number[];
  readonly ofB: readonly number[];
}

export function findCertificate(
  layer: HiddenLayer,
  separation: Separation,
  points: readonly PlanePoint[],
): Certificate | undefined {
  if (separation.kind !== 'inseparable') return undefined;
  const { pieces } = layer.activation;
  const affine = pieces !== undefined && pieces.kinks.length === 0;
  if (affine) {
    const before = separate(coordinatesOf(points, 'A'), coordinatesOf(points, 'B'));
    if (before.kind === 'inseparable') {
      const input: Place = [before.point[0], before.point[1]];
      return { ...mixed(points, before), input, image: hiddenImage(layer, input) };
    }
  }
  const [h1, h2] = separation.point;
  return { ...mixed(points, separation), input: undefined, image: [h1, h2] };
}

interface Mixtures {
  readonly weightsA: readonly ConvexWeight[];
  readonly weightsB: readonly ConvexWeight[];
}

function mixed(points: readonly PlanePoint[], { weightsA, weightsB }: Mixtures) {
  const indices = (label: 'A' | 'B', weights: readonly ConvexWeight[]) => {
    const of = points.flatMap((point, i) => (point.label === label ? [i] : []));
    return weights.map(({ index }) => of[index]);
  };
  return { ofA: indices('A', weightsA), ofB: indices('B', weightsB) };
}
