// √|x|, both chains, and a rug of kinks for each.
import { functionPath } from '../../ui/curves/function-path.ts';
import { bends, networkAt } from '../../ui/curves/paths.ts';
import { Plane } from '../../ui/Plane.tsx';
import { createScale, path, type Scale, short } from '../../ui/scale.ts';
import { fill } from '../../ui/words.ts';
import type { PartProps } from './words.ts';

const whole = createScale({ height: 352, x: [-1, 1], y: [-0.2, 1.1] });
const near = createScale({ height: 352, x: [-0.1, 0.1], y: [-0.07, 0.385] });

export function Chains({ id, model, labels }: PartProps) {
  const scale = model.close.value ? near : whole;
  const { knots, values } = model.chain.value;
  const network = model.network.value;
  const kinks = network ? bends(network) : [];
  const { left } = scale.frame;
  return (
    <Plane
      id={`${id}-chains`}
      scale={scale}
      alt={fill(network ? labels.alt.chains : labels.alt.even, { width: model.width.value })}
      xLabel="x"
      yLabel="y"
      over={
        <text class="halo" x={left + 7} y={short(rugAt(scale, 0) - 7)}>
          {labels.kinks}
        </text>
      }
    >
      <path class="fit-line target" d={rootPath(scale)} />
      <path
        class="fit-line fit"
        d={path(
          scale,
          Array.from(knots, (at, i) => [at, values[i]] as const),
        )}
      />
      {network && (
        <path class="fit-line optimum" d={functionPath(scale, networkAt('relu', network), kinks)} />
      )}
      <path class="knot-rug fit" d={rugPath(scale, knots, 0)} />
      <path class="knot-rug optimum" d={rugPath(scale, kinks, 1)} />
    </Plane>
  );
}

/** Points ever closer towards the point at 0. */
function rootPath(scale: Scale): string {
  const [, right] = scale.xDomain;
  const half = Array.from({ length: 41 }, (_, i) => (right * (i * i)) / 1600);
  const places = [...half.map((x) => -x).reverse(), ...half.slice(1)];
  return path(
    scale,
    places.map((x) => [x, Math.sqrt(Math.abs(x))] as const),
  );
}

/** Rows of strokes above the lower edge, one for each chain. */
const rugAt = ({ frame }: Scale, row: number) => frame.height - frame.bottom - 22 + row * 11;

function rugPath(scale: Scale, places: Iterable<number>, row: number): string {
  const y = short(rugAt(scale, row));
  return Array.from(places, (x) => `M${short(scale.x(x))} ${y}v8`).join('');
}
