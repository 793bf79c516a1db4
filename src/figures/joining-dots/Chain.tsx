// The curve, the dots, the chain that joins them, and the place where it misses most.
import { targetPath } from '../../ui/curves/paths.ts';
import { presetScale } from '../../ui/curves/presets.ts';
import { errorPhrase } from '../../ui/errors.ts';
import { Plane } from '../../ui/Plane.tsx';
import { path, short } from '../../ui/scale.ts';
import { fill, fixed } from '../../ui/words.ts';
import type { PartProps } from './words.ts';

export function Chain({ id, model, labels, targets }: PartProps) {
  const preset = model.preset.value;
  const scale = presetScale(preset, { height: 352 });
  const { x, y, worst } = model.chain.value;
  const dots = Array.from(x, (at, i) => [at, y[i]] as const);
  const alt = fill(labels.alt.chain, {
    target: targets[preset.name] ?? '',
    pieces: model.pieces.value,
    dots: dots.length,
    at: fixed(worst.at, 2),
    worst: errorPhrase(labels.below, worst.error),
  });
  return (
    <Plane
      id={`${id}-chain`}
      scale={scale}
      alt={alt}
      xLabel="x"
      yLabel="y"
      over={dots.map(([at, value], i) => (
        <circle
          key={i}
          class="fit-dot"
          cx={short(scale.x(at))}
          cy={short(scale.y(value))}
          r="3.5"
        />
      ))}
    >
      <path class="fit-line target" d={targetPath(preset, scale)} />
      <path class="fit-line fit" d={path(scale, dots)} />
      <path
        class="miss"
        d={path(scale, [
          [worst.at, worst.curve],
          [worst.at, worst.chain],
        ])}
      />
    </Plane>
  );
}
