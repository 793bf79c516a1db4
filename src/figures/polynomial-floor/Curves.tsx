// The curve, the polynomial network, and the network with the same hidden layer and ReLU.
import { targetPath } from '../../ui/curves/paths.ts';
import { presetScale } from '../../ui/curves/presets.ts';
import { Plane } from '../../ui/Plane.tsx';
import { path } from '../../ui/scale.ts';
import { fill } from '../../ui/words.ts';
import { formulas, type PartProps } from './words.ts';

/** Every so many samples a point of the drawn polynomial. */
const STRIDE = 16;

export function Curves({ id, model, labels, targets }: PartProps) {
  const preset = model.preset.value;
  const scale = presetScale(preset, { height: 352 });
  const { x } = model.samples.value;
  const fitted = model.fit.value.fitted[model.width.value];
  const { knots, values } = model.chain.value;
  const last = x.length - 1;
  const points = Array.from({ length: Math.ceil(last / STRIDE) + 1 }, (_, i) => {
    const s = Math.min(last, i * STRIDE);
    return [x[s], fitted[s]] as const;
  });
  const alt = fill(labels.alt.curves, {
    target: targets[preset.name] ?? '',
    width: model.width.value,
    activation: formulas[model.activation.value],
    degree: model.degree.value,
  });
  return (
    <Plane id={`${id}-curves`} scale={scale} alt={alt} xLabel="x" yLabel="y">
      <path class="fit-line target" d={targetPath(preset, scale)} />
      <path
        class="fit-line other"
        d={path(
          scale,
          Array.from(knots, (at, i) => [at, values[i]] as const),
        )}
      />
      <path class="fit-line fit" d={path(scale, points)} />
    </Plane>
  );
}
